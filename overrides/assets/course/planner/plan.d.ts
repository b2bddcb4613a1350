/* What a plan of a workshop is. The pieces of the page where it is made are in planner.d.ts. */

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
  /** For calendars: where it is, or the link to a call. */
  location: string;
  /** Minutes before each day at which calendars remind; 0 for none. */
  reminder: number;
  /** How often it has changed since people got the calendar file. */
  revision: number;
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
  /** location, reminder and revision, where they differ from a blank plan's */
  l?: string;
  m?: number;
  e?: number;
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
