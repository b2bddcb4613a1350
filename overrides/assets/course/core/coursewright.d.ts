/* The one global through which the scripts of the course speak with one another, and what the theme gives them. */

/** What the build tells the scripts, and what each of them adds to it. */
interface Coursewright {
  /** Of the course: under it the browser keeps what the learner does. */
  name: string;
  /** Names that it had, under which something may still be kept. */
  formerNames: string[];
  /** Of the interface. */
  language: string;
  /** The texts of the interface. */
  words: Record<string, string>;
  settings: Settings;
  tools: CourseTools;
  store: CourseStore;
  keeping: Keeping;
  questions: Questions;
  sheets: Sheets;
  /** What there is in the course; on the page My progress alone. */
  index?: CourseIndex;
  places: Places;
  practice: Practice;
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
  /** The reminder of a workshop that says nothing of one, in minutes. */
  dayBefore: number;
  /** Of the workshop files that a plan can become. */
  limits: {
    people: [number, number];
    minutes: [number, number];
    reminder: [number, number];
    revision: [number, number];
    title: number;
    location: number;
  };
}

interface CourseStore {
  /** The value kept at a path; undefined if there is none, or if it is damaged. */
  get(path: string): unknown;
  /** The values kept at a path by name; none if there are none, or if they are damaged. */
  record(path: string): Record<string, unknown>;
  /** What is kept of a question as it is now; null if nothing is, or only of an earlier wording. */
  answer(path: string, asked: AskedAs): Kept | null;
  /** The result of an earlier wording, which was right or wrong for other reasons; null if there is none. */
  earlier(path: string, asked: AskedAs): Kept | null;
  /** Keeps a value; false if the browser would not take it and it is only in memory. */
  set(path: string, value: unknown): boolean;
  remove(path: string): void;
  /** The paths that begin so, in order. */
  keys(start?: string): string[];
  /** Moves what is kept under former names of lessons, questions and sheets to the names they have now. */
  adopt(): void;
  /** False while the browser refuses anything. */
  readonly persistent: boolean;
  /** Why it does: it has no room, or it lets the course keep nothing. */
  readonly trouble: "" | "full" | "denied";
  /** How many values are only in memory. */
  readonly unkept: number;
}

/** What is said and done about what the browser does not keep. */
interface Keeping {
  /** Of the file. */
  readonly version: number;
  /** Hands all that is kept to the browser as a file. */
  saveAll(): { file: string; n: number };
  /** Says below an element that what was just given there is not kept, and offers the file; nothing if it is kept. */
  tellAt(place: Element): void;
}

/** How a question is told from an earlier wording of it: as the page has it, or the index. */
interface AskedAs {
  /** Of what decides whether an answer is right. */
  hash?: string;
  /** Of all its words, as version 0.1 kept results. */
  worded?: string;
  /** Names of answers in version 0.1, each with the name it has now: `a:9f86d081 b:…`. */
  renamed?: string;
}

/** A lesson, or a block of one, that has had other names. */
interface Former {
  lesson: string;
  /** Of what is kept: `question` or `worksheet`; nothing for a whole lesson. */
  kind: string;
  name: string;
  formerly: string[];
}

interface Places {
  /** Lets every link that leads on say what comes next. */
  pointAll(): void;
}

/** The section of a lesson that was read last, and when. */
interface Place {
  /** Of its heading; nothing at the beginning of the lesson. */
  id: string;
  title: string;
  time: number;
}

/** A lesson in the list of a page. */
interface ListedLesson {
  id: string;
  link: HTMLAnchorElement;
  done: boolean;
  place: Place | null;
}

interface CourseTools {
  /** A text of the interface with its {places} filled; the key itself if there is no such text. */
  word(key: string, values?: Record<string, string | number>): string;
  /** A text of the interface in the plural form that a number takes, with that number as {n}. */
  count(key: string, n: number, values?: Record<string, string | number>): string;
  /** Hands a file to the browser, for the reader to keep. */
  saveFile(file: string, type: string, text: string): void;
  /** The date and time here, with the distance from UTC: `2027-05-12T13:00:00.000+02:00`. */
  now(): string;
  /** Whether a value holds others by name. */
  isRecord(value: unknown): value is Record<string, unknown>;
  /** The present names by those of before, of `old:new old:new`. */
  renames(pairs: string): Map<string, string>;
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
