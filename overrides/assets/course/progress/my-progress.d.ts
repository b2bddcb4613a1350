/* The nouns of my-progress.js and my-data.js. */

/** What the build tells of the course on the page My progress. */
interface CourseIndex {
  title: string;
  lessons: IndexLesson[];
}

interface IndexLesson {
  /** module/lesson */
  id: string;
  title: string;
  /** As a link on the page My progress. */
  url: string;
  minutes: number;
  objectives: { name: string; text: string }[];
  questions: IndexQuestion[];
  sheets: { name: string; title: string; fields: { name: string; label: string }[]; formerly?: string[] }[];
}

interface IndexQuestion {
  name: string;
  /** Plain text. */
  stem: string;
  kind: string;
  /** See AskedAs. */
  hash: string;
  worded: string;
  /** Where it was kept before: `module/lesson/question`. */
  formerly?: string[];
  /** Names of objectives. */
  objectives: string[];
}

/** A question beside what is kept of it. */
interface AskedQuestion extends IndexQuestion {
  lesson: IndexLesson;
  kept: Kept | null;
  /** What is kept of an earlier wording. */
  earlier: Kept | null;
}

/** A lesson beside what is kept of it. */
interface TakenLesson extends IndexLesson {
  done: boolean;
  asked: AskedQuestion[];
}

/** Questions taken again. */
interface Practice {
  openBlank(question: AskedQuestion): void;
  beginPractice(missed: AskedQuestion[]): void;
}

/**
 * How an entry of a saved file is merged, by its kind; lesson and name are those of its path. Gives what to keep,
 * undefined if that is what is here already, null if the entry is not understood.
 */
type Merge = Record<string, (path: string, value: unknown, lesson: string, name: string) => unknown>;
