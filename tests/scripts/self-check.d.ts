/* The nouns of self-check.js. */

type Result = "right" | "wrong";

/** What the store holds of a question. */
interface Kept {
  /** Of the question as it was answered: with another wording, the rest means nothing. */
  hash: string;
  /** The values chosen at the latest Check; empty once the learner has begun again. */
  choice: string[];
  first: Result;
  latest: Result;
  tries: number;
  /** The answer was shown after the latest Check. */
  shown?: boolean;
}

/** An answer to choose, and its entry in the key. */
interface Answer {
  item: HTMLElement;
  input: HTMLInputElement;
  key: HTMLElement;
  feedback: HTMLElement;
  right: boolean;
}

/** What differs from one kind of question to another. */
interface Kind {
  /** The key of the words for a Check without an answer. */
  nothing: string;
  /** Whether a wrong answer stays chosen, to be amended, when the learner tries again. */
  amend: boolean;
  /** What the learner has chosen. */
  read(answers: Answer[]): string[];
  /** Makes a choice for the learner: an earlier one, or none. */
  fill(answers: Answer[], choice: string[]): void;
  /** The result, and what the status says of it. */
  grade(answers: Answer[]): { result: Result; status: string };
}

/** What a question on the page consists of, and what the script has made for it. */
interface Parts {
  kind: Kind;
  answers: Answer[];
  /** The question-key. */
  folded: HTMLElement;
  explanation: HTMLElement;
  status: HTMLElement;
  buttons: Record<"check" | "again" | "show", HTMLButtonElement>;
  reveal: HTMLElement;
  made: Element[];
}
