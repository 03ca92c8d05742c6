import { element } from '../element.ts';

/** The columns of a table whose rows can be put in order. */
export interface Sorting {
  /** Sorts by the column of this title; empty: as the rows came. */
  by(title: string, down: boolean): void;
}

/** Makes a button of each title that says how it is sorted; `chosen` hears which one was pressed. Numbers begin with the greatest. */
export function sortable(table: HTMLTableElement, chosen: (title: string, down: boolean) => void): Sorting {
  const body = table.tBodies[0]!;
  const original = [...body.rows];
  const columns = [...table.tHead!.rows[0]!.cells].map((head, index) => {
    const title = head.textContent ?? '';
    const isNumber = head.dataset.sort === 'number';
    const press = (): void => {
      const sorted = head.getAttribute('aria-sort');
      chosen(title, sorted === null ? isNumber : sorted === 'ascending');
    };
    head.replaceChildren(element('button', { class: 'sort', click: press }, title));
    return { head, title, index, isNumber };
  });
  return {
    by(title, down) {
      for (const column of columns) column.head.removeAttribute('aria-sort');
      const column = columns.find((one) => one.title === title);
      column?.head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const rows = column ? [...original].sort((a, b) => (down ? -1 : 1) * compare(a, b, column)) : original;
      body.append(...rows);
    },
  };
}

function compare(
  a: HTMLTableRowElement,
  b: HTMLTableRowElement,
  { index, isNumber }: { readonly index: number; readonly isNumber: boolean },
): number {
  const [x, y] = [a.cells[index]!, b.cells[index]!];
  if (isNumber) return Number(x.dataset.value) - Number(y.dataset.value);
  return (x.textContent ?? '').localeCompare(y.textContent ?? '', 'en');
}
