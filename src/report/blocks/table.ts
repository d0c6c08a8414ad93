import type { PageContext } from "../cells.ts";
import { renderCell } from "../cells.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import type { Cell, Table } from "../page.ts";

/** So many columns have room on a phone; in wider tables each row becomes a list of its cells there. */
const mostColumnsOnPhone = 3;

/** Of a table that becomes lists the roles are written out: a browser forgets then that it is a table. */
export function renderTable({ caption, columns, rows }: Table, context: PageContext): Html {
  const isStacked = columns.length > mostColumnsOnPhone;
  const role = (name: string) => isStacked && html` role="${name}"`;
  const heads = columns.map(
    ({ head, isFigure }) => html`<th scope="col"${role("columnheader")}${isFigure && numberClass}>${head}</th>`,
  );
  const renderCells = (row: readonly Cell[]) =>
    columns.map(({ head, isFigure }, index) => {
      const content = renderCell(row[index] ?? "", context);
      if (index === 0) return html`<th scope="row"${role("rowheader")}>${content}</th>`;
      const data = isStacked && html` data-head="${head}"`;
      return html`<td${role("cell")}${data}${isFigure && numberClass}>${content}</td>`;
    });
  return html`<table${role("table")}${isStacked && html` class="stacked"`}>
<caption>${caption}</caption>
<thead${role("rowgroup")}><tr${role("row")}>${heads}</tr></thead>
<tbody${role("rowgroup")}>${rows.map((row) => html`<tr${role("row")}>${renderCells(row)}</tr>\n`)}</tbody>
</table>
`;
}

const numberClass = html` class="number"`;
