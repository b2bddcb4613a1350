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
  /** Prints a copy of a sheet in place of the page. */
  printAlone(form: HTMLFormElement, title: string, blank: boolean): void;
}
