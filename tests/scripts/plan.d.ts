/* The nouns of the page where trainers plan a workshop: plan.js and its neighbours. */

/** A part of a lesson or an activity of a workshop, as the shelves of the page have it. */
interface ShelfPart {
  /** module/lesson/part, workshops/name/activity */
  slot: string;
  source: ShelfSource;
  kind: string;
  title: string;
  minutes: number;
  /** 0 if it may be left out, as many as its minutes if it is to be kept. */
  shortest: number;
  materials: string[];
  /** Who works together. */
  group: string;
  /** How participants get to its sheet or its questions, as run mode shows it; see RunPart. */
  code: string | undefined;
  href: string | undefined;
  address: string | undefined;
  /** The worksheet that is filled in: its own, or the one that an activity works with. */
  sheet: ShelfSheet | null;
  /** Minutes that it really took, the median of all runs; 0 if it was never timed. */
  took: number;
  /** The same in words. */
  tookSaid: string;
  /** What happens: task, cues, questions. */
  content: HTMLElement | null;
}

interface ShelfSheet {
  /** module/lesson/worksheet */
  id: string;
  title: string;
  /** How many, in words. */
  pages: string;
}

/** A lesson, or a workshop with activities of its own. */
interface ShelfSource {
  /** As an agenda names it: module/lesson, or the name of a workshop. */
  id: string;
  title: string;
  prerequisites: string[];
  parts: ShelfPart[];
}

/** What there is to plan with. */
interface Shelves {
  lessons: Map<string, ShelfSource>;
  parts: Map<string, ShelfPart>;
}

interface PlanItem {
  /** Tells items of a visit apart. */
  id: number;
  /** module/lesson/part, workshops/name/activity, `break` or `own`. */
  slot: string;
  /** Of a break and of an activity of the trainer's own. */
  title: string;
  minutes: number;
}

interface PlanDay {
  /** Minutes after midnight; the end is later than the start, and may lie on the next day. */
  start: number;
  end: number;
  items: PlanItem[];
}

interface Plan {
  title: string;
  /** The first day as 2027-03-02, or nothing. */
  date: string;
  people: number;
  room: "room" | "remote";
  /** Lessons that participants know before. */
  assumes: string[];
  /** Tells plans apart in calendars. */
  uid: string;
  days: PlanDay[];
}

type PackedItem = string | [slot: string, minutes: number, title?: string];

/**
 * A plan as an address and the browser hold it, and as the page gives those that come with the course
 * (`data-workshops`, a list of them as JSON). Minutes that a part has anyway are left out.
 */
interface PackedPlan {
  v: 1;
  t: string;
  d?: string;
  n: number;
  /** 1: remote. */
  r?: 1;
  a?: string[];
  u?: string;
  y: [start: number, end: number, items: PackedItem[]][];
}

/** Something that happens, by the clock. */
interface PlanSlot {
  item: PlanItem;
  /** reading, questions, worksheet, activity or break */
  kind: string;
  title: string;
  start: number;
  minutes: number;
  shortest: number;
  part: ShelfPart | null;
}

/** What does not fit. */
interface Finding {
  text: string;
  /** A lesson that is missing, unless participants know it. */
  missing?: ShelfSource;
  observed?: ObservedMinutes;
}

/** What an item really took, to be taken into the plan. */
interface ObservedMinutes {
  item: PlanItem;
  title: string;
  minutes: number;
}

/** Takes the key and the values of a message. */
type Tell = (key: string, values?: Record<string, string | number>) => void;

interface CoursePlan {
  readonly limits: { people: [number, number]; minutes: [number, number]; items: number; days: number; title: number };
  blank(): Plan;
  makeItem(slot: string, minutes: number, title?: string): PlanItem;
  isEmpty(plan: Plan): boolean;
  /** A text on one line, without what no source may hold. */
  clean(text: unknown, longest?: number): string;
  /** The nearest whole number between two. */
  clamp(value: unknown, limits: [number, number], otherwise: number): number;
  pack(plan: Plan, shelves: Shelves): PackedPlan;
  /** A plan from what was packed; what had to be changed is told. Null if it is none. */
  unpack(value: unknown, shelves: Shelves, tell: Tell): Plan | null;
  encode(packed: PackedPlan): string;
  /** What an address holds; undefined if it is damaged. */
  decode(text: string): unknown;
}

interface CoursePlanClock {
  /** Minutes after midnight as a time of the day. */
  clock(minutes: number): string;
  duration(minutes: number): string;
  slotsOf(day: PlanDay, shelves: Shelves): PlanSlot[];
  /** What sort of thing it is, where its title does not tell. */
  kindOf(slot: PlanSlot): string;
  minutesOf(day: PlanDay): number;
  findings(plan: Plan, shelves: Shelves): Finding[];
  /** What is planned with other minutes than it took. */
  hints(plan: Plan, shelves: Shelves): Finding[];
  /** What to print and to bring, in words. */
  things(plan: Plan, shelves: Shelves): string[];
  /** What a day is called where there are several. */
  dayName(plan: Plan, place: number): string;
}

interface CoursePlanFiles {
  calendar(plan: Plan, shelves: Shelves): string;
  workshop(plan: Plan, shelves: Shelves): string;
  /** Names of the trainer's own activities. */
  ownNames(plan: Plan): Map<PlanItem, string>;
  /** The name of a file, without its ending. */
  nameOf(plan: Plan): string;
}

/** What a row of the plan can be told to do. */
interface RowActions {
  move(item: PlanItem, by: number): void;
  /** Puts an item before another, or at the end of a day. */
  drop(item: PlanItem, day: number, before: PlanItem | null): void;
  remove(item: PlanItem): void;
  minutes(item: PlanItem, text: string, done: boolean): void;
}

interface CoursePlanRows {
  make(slot: PlanSlot, actions: RowActions): HTMLLIElement;
  /** Puts the clock and the place of a slot into its row. */
  update(row: HTMLLIElement, slot: PlanSlot, first: boolean, last: boolean): void;
  /** Puts rows into a list in this order. */
  arrange(list: Element, drawn: HTMLElement[]): void;
}

interface CoursePlanShelves {
  read(): Shelves;
  /** Puts the buttons to the shelves; gives what marks the parts that are planned. */
  stock(shelves: Shelves, add: (parts: ShelfPart[]) => void): (planned: Set<string>) => void;
}

interface CoursePlanPaper {
  draw(plan: Plan, shelves: Shelves): HTMLElement;
}

interface KeptPlans {
  now: unknown;
  /** Plans that others have taken the place of. */
  before: unknown[];
}

interface CoursePlanKeep {
  read(): KeptPlans;
  /** Keeps the plan in the address and in the browser; false if the browser did not take it. */
  keep(packed: PackedPlan): boolean;
  offer(before: unknown[]): void;
  addressOf(packed: PackedPlan): string;
  fromAddress(): { value: unknown } | null;
}

interface CoursePlanForm {
  facts(
    get: () => Plan,
    changed: () => void,
    tell: Tell,
  ): { element: HTMLElement; fill: () => void; date: HTMLInputElement };
  day(day: PlanDay, changed: () => void, remove: () => void): PlanDayParts;
  own(add: (item: PlanItem) => void, tell: Tell): HTMLElement;
  ask(opener: HTMLButtonElement, yes: () => void): HTMLElement;
  bar(
    panel: HTMLElement,
    title: HTMLElement,
    total: HTMLElement,
    status: HTMLElement,
    acts: HTMLElement,
  ): { bar: HTMLElement; observers: { disconnect(): void }[] };
}

/** What a day is on the page. */
interface PlanDayParts {
  element: HTMLElement;
  heading: HTMLElement;
  list: HTMLOListElement;
  length: HTMLElement;
  drop: HTMLButtonElement;
  none: HTMLElement;
}

/** What can be done to a day. */
interface DayActions extends RowActions {
  changed(): void;
  removeDay(day: PlanDay): void;
}

interface CoursePlanDays {
  make(
    get: () => Plan,
    shelves: Shelves,
    actions: DayActions,
  ): {
    element: HTMLElement;
    /** Shows what the plan is now; rows stay, and keep the focus. */
    update(): void;
    clear(): void;
    row(item: PlanItem): HTMLLIElement | undefined;
  };
}

/** Makes a button that opens a plan; the key is that of its words. */
type Opener = (key: string, plan: Plan) => HTMLButtonElement;

interface CoursePlanOrder {
  placeOf(plan: Plan, item: PlanItem): { day: number; items: PlanItem[]; at: number };
  /** One place on, or into the next day; false where there is no further place. */
  move(plan: Plan, item: PlanItem, by: number): boolean;
  /** Before another item, or at the end of a day. */
  drop(plan: Plan, item: PlanItem, day: number, before: PlanItem | null): void;
}

interface CoursePlanView {
  total(plan: Plan): HTMLElement[];
  found(
    plan: Plan,
    shelves: Shelves,
    mends: { assume: (lesson: ShelfSource) => void; take: (observed: ObservedMinutes) => void },
  ): HTMLElement[];
  bring(plan: Plan, shelves: Shelves, forget: (lesson: ShelfSource) => void): HTMLElement[];
  /** How much is left of a day, or how much is too much. */
  fit(day: PlanDay): string;
  starts(json: string | undefined, shelves: Shelves, opener: Opener): HTMLDetailsElement | null;
  before(kept: unknown[], shelves: Shelves, opener: Opener, forget: () => void): HTMLElement[];
}

interface CoursePlanOut {
  make(
    get: () => Plan,
    shelves: Shelves,
    tell: Tell,
    needDate: () => void,
  ): { elements: HTMLElement[]; acts: HTMLElement; afresh: HTMLButtonElement; update: () => void };
}

interface Window {
  coursePlanKeep: CoursePlanKeep;
  coursePlanOrder: CoursePlanOrder;
  coursePlanForm: CoursePlanForm;
  coursePlanDays: CoursePlanDays;
  coursePlanView: CoursePlanView;
  coursePlanOut: CoursePlanOut;
  coursePlan: CoursePlan;
  coursePlanClock: CoursePlanClock;
  coursePlanFiles: CoursePlanFiles;
  coursePlanRows: CoursePlanRows;
  coursePlanShelves: CoursePlanShelves;
  coursePlanPaper: CoursePlanPaper;
}
