/* The one global through which the scripts of the course speak with one another, and what the theme gives them. */

/** What the build tells the scripts, and what each of them adds to it. */
interface Coursewright {
  /** Of the course: under it the browser keeps what the learner does. */
  name: string;
  /** Of the interface. */
  language: string;
  /** The texts of the interface. */
  words: Record<string, string>;
  settings: Settings;
  tools: CourseTools;
  store: CourseStore;
  questions: Questions;
  sheets: Sheets;
  /** What there is in the course; on the page My progress alone. */
  index?: CourseIndex;
  run: RunMode;
  plan: Planner;
}

/** Numbers that the build has for itself, too. */
interface Settings {
  /** Minutes that may pass without a break. */
  longestStretch: number;
  /** The share by which a plan may differ from what a part really took. */
  off: number;
  /** Copies of a sheet beyond one for each participant. */
  spareCopies: number;
  /** Of the workshop files that a plan can become. */
  limits: { people: [number, number]; minutes: [number, number]; title: number };
}

interface CourseStore {
  /** The value kept at a path; undefined if there is none, or if it is damaged. */
  get(path: string): unknown;
  /** What is kept of a question as it stands now; null if nothing is, or only of an earlier wording. */
  answer(path: string, hash: string | undefined): Kept | null;
  /** Keeps a value; false if the browser would not take it and it is only in memory. */
  set(path: string, value: unknown): boolean;
  remove(path: string): void;
  /** The paths that begin so, in order. */
  keys(start?: string): string[];
  /** Moves what is kept under the names in data-formerly to the lesson of that element. */
  adopt(): void;
  /** False once the browser has refused anything. */
  readonly persistent: boolean;
}

interface CourseTools {
  /** A text of the interface with its {places} filled; the key itself if there is no such text. */
  word(key: string, values?: Record<string, string | number>): string;
  /** A text of the interface in the plural form that a number takes, with that number as {n}. */
  count(key: string, n: number, values?: Record<string, string | number>): string;
  /** Hands a file to the browser, for the reader to keep. */
  saveFile(file: string, type: string, text: string): void;
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Record<string, string>,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Tag];
  button(action: string, key: string, press?: (event: MouseEvent) => void): HTMLButtonElement;
}

interface HTMLElementTagNameMap {
  "question-answers": HTMLElement;
  "question-hint": HTMLElement;
  "question-key": HTMLElement;
}

interface Window {
  coursewright: Coursewright;
  /** Material's stream of pages: tells of each page that instant navigation has put in place. */
  document$?: { subscribe(listener: () => void): unknown };
}

interface DocumentEventMap {
  "course-store": CustomEvent<string>;
}
