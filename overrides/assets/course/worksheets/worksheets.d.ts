/* The nouns of worksheets. */

type SheetField = HTMLInputElement | HTMLTextAreaElement;

interface Sheets {
  fieldsOf(form: HTMLFormElement): SheetField[];
  isTicked(field: SheetField): field is HTMLInputElement;
  /** A field may be named "reset", and then form.reset is that field. */
  reset(form: HTMLFormElement): void;
  /** Writes each sum of the points of what is chosen; gives the sums that have changed. */
  addUp(form: HTMLFormElement): SheetField[];
  grow(element: Element): void;
  /** Writes beside each need and limit of a table what is short or over, and says below the table what has changed. */
  countUp(form: HTMLFormElement, changed?: SheetField): void;
  /** What is short or over of what a row or column asks for; nothing if all is well. */
  missed(asked: { needs?: string; limit?: string }, values: string[], marks: string[]): string;
  /** Takes out what `countUp` has written. */
  dropCounts(holder: ParentNode): void;
  /** Prints a copy of a sheet in place of the page. */
  printAlone(form: HTMLFormElement, title: string, blank: boolean): void;
}
