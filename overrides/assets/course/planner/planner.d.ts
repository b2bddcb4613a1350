/* The pieces of the page where trainers plan a workshop. */

interface Planner {
  data: CoursePlan;
  clock: CoursePlanClock;
  shelves: CoursePlanShelves;
  files: CoursePlanFiles;
  keep: CoursePlanKeep;
  order: CoursePlanOrder;
  rows: CoursePlanRows;
  form: CoursePlanForm;
  days: CoursePlanDays;
  view: CoursePlanView;
  paper: CoursePlanPaper;
  out: CoursePlanOut;
  edits: CoursePlanEdits;
}

interface CoursePlan {
  readonly limits: Settings["limits"] & { items: number; days: number };
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

/** The page as edits need it. */
interface PlanDesk {
  get(): Plan;
  shelves: Shelves;
  tell: Tell;
  /** The plan has changed; says what of. */
  changed(text?: string, aside?: string): void;
  /** Lets go of all rows. */
  clear(): void;
  row(item: PlanItem): HTMLLIElement | undefined;
  /** Where the focus goes when what had it is gone. */
  heading: HTMLElement;
}

/** What a trainer does to a plan. */
interface PlanEdits extends RowActions {
  /** The day to which parts are added. */
  day: number;
  add(items: PlanItem[]): void;
  addDay(): void;
  removeDay(day: PlanDay): void;
  take(observed: ObservedMinutes): void;
  assume(lesson: ShelfSource, known: boolean): void;
}

interface CoursePlanEdits {
  make(desk: PlanDesk): PlanEdits;
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
