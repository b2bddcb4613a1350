/* The nouns of questions. */

/** What the scripts of questions share. */
interface Questions {
  /** How each type is answered and judged; a new type adds itself. */
  types: Record<string, TaskMaker>;
  all: All;
  need: Need;
  feedbackOf(row: Element | undefined): HTMLElement | null;
  textOf(element: Element): string;
  /** Right if every mark is. */
  gradeWhole: Grader;
  /** Counts what is right. */
  gradeParts: Grader;
  /** The key of the words for an answer of the learner's own. */
  yours(right: boolean): string;
  fillIn: FillIn;
  /** A place for words after what is filled in. */
  makeNotes(element: Element): HTMLElement;
  /** Where the store keeps a question. */
  pathOf(question: DOMStringMap, kind?: "question" | "draft"): string;
  /** What is kept of this very question. */
  keptOf(question: DOMStringMap, task: Task): Kept | null;
  /** What is given and not yet checked; null if a question is as it was left at the latest Check. */
  draftOf(question: DOMStringMap): string[] | null;
  /** Keeps that a question is open, with what is given so far. */
  keepDraft(question: DOMStringMap, task: Task, answered: boolean): void;
  /** Whether what is given is no answer yet. */
  isEmpty(task: Task): boolean;
  /** Makes a change that leaves an element where it is in the window. */
  holdStill(element: Element, change: () => void): void;
  /** Lets the second click of a double one on a button do nothing. */
  ignoreSecondClicks(host: HTMLElement): void;
  /** Whether a note names what was to be typed or found. */
  givesAway(note: HTMLElement | null, rows: HTMLElement[]): boolean;
  /** Whether a text is spelled like one of an entry of the key. */
  isSpelled(text: string, row: HTMLElement): boolean;
  /** Whether a number is near enough to that of an entry of the key. */
  isNear(text: string, row: HTMLElement): boolean;
  /** Reads a question, and puts around it what its script needs; throws if it is not as it should be. */
  makeParts(host: HTMLElement, press: Record<"hint" | "again" | "show", () => void>): Parts;
  takeAway(parts: Parts): void;
  /** Tells something in a status, once. */
  say(status: HTMLElement, text: string, tone?: Tone): void;
  makeMarks(): QuestionMarks;
  makeSure(name: string): HTMLElement;
  makeTitle(key: string): HTMLElement;
  answersOf(rows: HTMLElement[]): HTMLElement[];
}

/** What a Check leaves on the page. */
interface QuestionMarks {
  item(mark: Mark, id: string, alone: boolean): void;
  borrow(element: Element, to: Element): void;
  clear(): void;
}

/** A reflection has no right answer; it is answered. */
type Result = "right" | "wrong" | "answered";

/** How a status looks. */
type Tone = Result | "fair" | "note";

/** What the store holds of a question. */
interface Kept {
  /** Of the question as it was answered: with another wording, the rest means nothing. */
  hash: string;
  /** The values given at the latest Check; version 0.1 emptied it when the learner began again. */
  choice: string[];
  /** Absent while an answer is only written or played, and never checked. */
  first?: Result;
  latest?: Result;
  tries: number;
  /** How sure the learner was at the latest Check: not, fairly, certain. */
  sure?: string;
  /** The learner has been certain of a wrong answer. */
  misjudged?: boolean;
  /** The answer was shown after the latest Check. */
  shown?: boolean;
  /** The latest result is neither right nor quite wrong. */
  fair?: boolean;
}

/** What a Check says of one answer, gap, pair or step. */
interface Mark {
  /** What is marked as right or wrong. */
  item: HTMLElement;
  /** Where the words stand; in the item unless told. */
  at?: HTMLElement;
  /** What the learner works with; the words describe it. */
  control: HTMLElement;
  /** What the words are about, if their place does not tell. */
  of?: string;
  /** The key of the verdict's words; nothing, if none is due. */
  verdict: string;
  right: boolean;
  /** The learner's own answer. */
  chosen?: boolean;
  feedback: HTMLElement | null;
}

/** A field to fill: what a mark needs to know of it. */
type Field = Pick<Mark, "item" | "at" | "of"> & { control: HTMLInputElement | HTMLSelectElement };

/** What is filled in, told right or wrong, with the entry of the key that says so. */
type Judge = (value: string, place: number) => { right: boolean; row: HTMLElement | undefined };

/** Makes the task of a question of fields. */
type FillIn = (
  nothing: string,
  fields: Field[],
  judge: Judge,
  grade: Grader,
  made?: Element[],
) => Task;

/** All elements of a tag; the rest of the selector follows the tag. */
type All = <Tag extends keyof HTMLElementTagNameMap>(from: Element, tag: Tag, rest?: string) => HTMLElementTagNameMap[Tag][];

/** The first of them; throws if there is none. */
type Need = <Tag extends keyof HTMLElementTagNameMap>(from: Element, tag: Tag, rest?: string) => HTMLElementTagNameMap[Tag];

interface Grade {
  result: Result;
  /** What the status says of it. */
  status: string;
  marks: Mark[];
  /** Not right, and not quite wrong. */
  fair?: boolean | undefined;
}

type Grader = (marks: Mark[]) => Grade;

/** A question as its kind is answered. */
interface Task {
  /** The key of the words for a Check without an answer. */
  nothing: string;
  /** The keys of the words on the buttons, if they differ. */
  check?: string;
  again?: string;
  /** Nothing to be sure of beforehand. */
  plain?: boolean;
  /** A wrong answer stays, to be amended, when the learner tries again. */
  amend?: boolean;
  /** What is given is kept at once and does not undo a Check. */
  keeps?: boolean;
  /** It is words of the learner's own: they outlive an edit of the question. */
  own?: boolean;
  /** It is checked by itself when it comes to an end; the button has nothing to do. */
  plays?: boolean;
  /** What the learner has given. */
  values(): string[];
  /** Whether that is no answer yet; unless told, if nothing is given or anything is left empty. */
  empty?(values: string[]): boolean;
  /** Gives an answer for the learner: an earlier one, or none. */
  fill(values: string[]): void;
  /** Judges what is given; with the answers shown, also what is not. */
  grade(shown: boolean): Grade;
  /** Where an answer begins. */
  start(): HTMLElement;
  /** What belongs into the open answer besides the explanation. */
  model?: HTMLElement[];
  /** What the task has put on the page. */
  made?: Element[] | undefined;
  /** Puts back what the task has hidden. */
  undo?(): void;
}

type TaskMaker = (host: HTMLElement, rows: HTMLElement[]) => Task;

/** The questions to take again of a lesson. */
interface PracticeLesson {
  lesson: string;
  title: string;
  /** Whole. */
  url: string;
  questions: string[];
}

/** A question, as other scripts use it. */
interface SelfCheckElement extends HTMLElement {
  retake(): void;
}

/** What a question on the page consists of, and what the script has made for it. */
interface Parts {
  task: Task;
  /** The entries of the key. */
  rows: HTMLElement[];
  /** The question-key. */
  folded: HTMLElement;
  hint: HTMLElement | null;
  explanation: HTMLElement;
  sure: HTMLElement;
  status: HTMLElement;
  buttons: Record<"check" | "hint" | "again" | "show", HTMLButtonElement>;
  reveal: HTMLElement;
  made: Element[];
}
