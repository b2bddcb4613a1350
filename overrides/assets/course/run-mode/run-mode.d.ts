/* The nouns of run mode. */

/** Which window a view is in: the room's, or the trainer's. */
type RunKind = "room" | "notes";

/** A part of a workshop, from a row of the run sheet or from a plan. */
interface RunPart {
  /** module/lesson/part, own/activity or break. */
  slot: string;
  title: string;
  kind: string;
  /** As planned, in minutes after midnight. */
  start: number;
  minutes: number;
  /** Minutes when late: 0 if it may be cut, as many as minutes if it is kept. */
  shortest: number;
  /** The .cw-slot-content. */
  content: Element | null;
  /** A picture of the QR code that leads to the worksheet, as a data URI. */
  code?: string | undefined;
  /** Where a worksheet stands in its lesson. */
  href?: string | undefined;
  /** Where that place is on the web, if the site has an address. */
  address?: string;
  /** Who does it together. */
  group?: string | undefined;
  /** What to have at hand, in words. */
  materials?: string | undefined;
}

interface RunOptions {
  /** Under which the run is kept; the name of the workshop, or of a plan. */
  name: string;
  /** What the workshop is called, if not by that name. */
  title?: string | undefined;
  room?: string | undefined;
  /** The number of the day, if the workshop has several. */
  day?: number | undefined;
  /** Whether other days follow. */
  goesOn?: boolean | undefined;
  /** What the button that begins says. */
  label?: string | undefined;
}

interface RunVote {
  /** The data-question of the one that is shown. */
  question: string;
  /** Hands, by option. */
  counts: number[];
  revealed: boolean;
}

/** All that has happened in a run; times in milliseconds. Lists go by part. */
interface RunState {
  /** Higher after each change: of two states the newer counts. */
  rev: number;
  /** The slots of the parts: what is kept of other parts means nothing. */
  slots: string[];
  /** -1 before the run begins; as many as there are parts once it has ended. */
  index: number;
  /** Until the run has begun, when it was opened. */
  began: number;
  ended: number | null;
  /** Since when the time of the current part runs; null while it is paused. */
  since: number | null;
  /** What each part took before since. */
  took: number[];
  /** Minutes given on top. */
  extra: number[];
  cut: boolean[];
  short: boolean[];
  vote: RunVote | null;
}

/** What a run's state says now, and what can be done to it. */
interface RunClock {
  readonly state: RunState;
  readonly parts: RunPart[];
  /** The current part; undefined before the run has begun and once it has ended. */
  readonly part: RunPart | undefined;
  /** Whether the run has not begun yet. */
  readonly waiting: boolean;
  readonly paused: boolean;
  readonly ended: boolean;
  /** How long a part is to take in this run. */
  allowed(index: number): number;
  elapsed(index: number): number;
  /** Of the current part; below 0 once it is over time. */
  left(): number;
  /** When a part to come begins if all goes on as planned. */
  starts(index: number): number;
  /** When the run ends if all goes on as planned. */
  end(): number;
  /** Whole minutes by which the run would end late; below 0 if early. */
  behind(): number;
  /** The next part that is not cut, forwards or backwards; the number of parts, or -1, if there is none. */
  beside(step: 1 | -1): number;
  /** The next part that may be cut, or -1. */
  spare(): number;
  go(index: number): void;
  pause(): void;
  more(): void;
  cut(index: number): void;
  /** Whether the current part may be shortened. */
  readonly shortens: boolean;
  shorten(): void;
  ask(vote: RunVote | null): void;
}

/** A run on this page and in the windows that show it. */
interface RunSession {
  readonly key: string;
  readonly parts: RunPart[];
  readonly options: RunOptions;
  /** Null if there is none yet. */
  readonly clock: RunClock | null;
  /** Makes a run anew, which waits to be begun. */
  begin(): void;
  act(change: (clock: RunClock) => void): void;
  /** Takes a state from elsewhere, if it is a newer one of this run. */
  take(state: unknown): void;
  /** Calls after each change; gives what ends that. */
  on(listener: () => void): () => void;
}

/** What one window tells the others. */
interface RunMessage {
  courseRun: string;
  kind: "hello" | "state";
  key?: string | undefined;
  state?: RunState | undefined;
  /** For a window that has none. */
  parts?: SentPart[] | undefined;
  options?: RunOptions | undefined;
}

interface SentPart extends Omit<RunPart, "content"> {
  /** The notes in words, for a part that the other page does not have. */
  notes: string[];
}

/** What the line of news says. */
interface RunSaid {
  text: string;
  /** Only for those who cannot see what has changed. */
  quiet?: boolean;
  /** Until something else is said. */
  stays?: boolean;
}

interface RunStatus {
  element: HTMLElement;
  say(said: RunSaid): void;
  tick(clock: RunClock): void;
}

/** Where a piece stands: the run, the window, and what its buttons can ask for. */
interface RunPlace {
  session: RunSession;
  kind: RunKind;
  command(name: string): void;
}

/** A piece of the run view. */
interface RunPiece {
  element: HTMLElement;
  /** After each change. */
  draw(clock: RunClock): void;
  /** After each moment. */
  tick?(clock: RunClock): void;
  /** What is said if the key meant something here, if only an empty text. */
  key?(key: string, shift: boolean): RunSaid | null;
}

interface RunStage extends RunPiece {
  /** What stays in sight above all else. */
  head: HTMLElement;
}

/** A question that is shown. */
interface RunQuestion {
  element: HTMLElement;
  draw(vote: RunVote): void;
}

interface RunView {
  close(): void;
}

interface RunMode {
  /** Opens a run, which waits to be begun; goes on with one of the same parts that was left in the middle, unless it is to begin anew. */
  start(parts: RunPart[], options: RunOptions, anew?: boolean): void;
  /** Buttons to begin a run, to go on with it, and to save its timings; a run that a reload cut off opens by itself. */
  offer(parts: RunPart[], options: RunOptions): HTMLElement;

  makeClock(parts: RunPart[], state: RunState): RunClock;
  freshState(parts: RunPart[]): RunState;
  readState(value: unknown, parts: RunPart[]): RunState | null;
  /** mm:ss, and +mm:ss below zero. */
  countdown(left: number): string;
  /** A moment as a time of the day. */
  timeOf(moment: number): string;
  clockOf(minutes: number): string;

  titleOf(options: RunOptions): string;
  sessionOf(parts: RunPart[], options: RunOptions): RunSession;
  /** The run whose view this tab has open, over a reload. */
  openKey(): string | null;
  setOpenKey(key: string | null): void;
  /** Whether this is the second window. */
  isNotesWindow: boolean;
  /** False if the browser did not open it. */
  openNotesWindow(): boolean;
  /** Shows a run in the second window as soon as there is one. */
  waitForRun(show: (session: RunSession) => void): void;
  saveTimings(session: RunSession): string;

  /** What there is to sort, order or fill in, taken from the key of a question. */
  makeMatter(question: HTMLElement): HTMLElement;
  copyOf(element: Element): HTMLElement;
  setText(element: Element, text: string): void;
  hasQuestions(parts: RunPart[]): boolean;
  makeVote(at: RunPlace): RunPiece;
  makeNotes(at: RunPlace): RunPiece;
  makeList(at: RunPlace, went: () => void): RunPiece;
  makeStage(at: RunPlace): RunStage;
  /** The list of keys. */
  makeKeys(at: RunPlace): HTMLElement;
  commandOf(kind: RunKind, key: string): string | undefined;
  /** Does what a command says; null if it is none of a run's. */
  perform(session: RunSession, name: string): RunSaid | null;

  /** Gives what ends it. */
  stayAwake(): () => void;
  makeStatus(): RunStatus;
  /** Scrolls an element into sight, and what follows to the end of another. */
  bring(first: Element, last?: Element): void;
  bringAnswer(main: Element): void;
  fitTask(main: HTMLElement): void;
  scrollPage(column: Element, step: 1 | -1): void;
  keepFocus(dialog: HTMLElement, event: KeyboardEvent): void;
  makeView(session: RunSession, kind: RunKind, left: () => void): RunView;
  fillScreen(on: boolean): Promise<void>;
}
