/* The nouns of run mode: run-clock.js, run-session.js, run-vote.js, run-notes.js, run-stage.js,
   run-view.js and run-mode.js. */

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
}

interface RunOptions {
  /** Under which the run is kept; the name of the workshop, or of a plan. */
  name: string;
  room?: string | undefined;
  /** The number of the day, if the workshop has several. */
  day?: number | undefined;
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
  /** As many as there are parts once the run has ended. */
  index: number;
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
  /** The current part; undefined once the run has ended. */
  readonly part: RunPart | undefined;
  readonly paused: boolean;
  readonly ended: boolean;
  /** How long a part is to take in this run. */
  allowed(index: number): number;
  elapsed(index: number): number;
  /** Of the current part; below 0 once it is over time. */
  left(): number;
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
  shorten(): void;
  ask(vote: RunVote | null): void;
}

/** A run on this page and in the windows that show it. */
interface RunSession {
  readonly key: string;
  readonly parts: RunPart[];
  readonly options: RunOptions;
  /** Null before it has begun. */
  readonly clock: RunClock | null;
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

/** A piece of the run view. */
interface RunPiece {
  element: HTMLElement;
  /** After each change. */
  draw(clock: RunClock): void;
  /** After each moment. */
  tick?(clock: RunClock): void;
  /** True if the key meant something here. */
  key?(key: string, shift: boolean): boolean;
}

interface RunView {
  close(): void;
}

interface RunMode {
  /** Begins a run and shows it; goes on with one of the same parts that was left in the middle, unless it is to begin anew. */
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
  /** A text with a number in it. */
  count(key: string, n: number): string;

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

  copyOf(element: Element): HTMLElement;
  setText(element: Element, text: string): void;
  makeVote(session: RunSession): RunPiece;
  makeNotes(session: RunSession): RunPiece;
  makeList(session: RunSession): RunPiece;
  makeStage(): RunPiece;
  /** The list of keys. */
  makeKeys(): HTMLElement;
  makeView(session: RunSession, kind: "room" | "notes"): RunView;
  fillScreen(on: boolean): Promise<void>;
}

interface Window {
  courseRun: RunMode;
  courseLanguage?: string;
}
