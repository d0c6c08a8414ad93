/** Sheets as the bytes of a workbook (Office Open XML, `.xlsx`). The same sheets give the same bytes. */
import writeExcelFile from "write-excel-file/node";
import type { Sheet, SheetCell } from "../report/sheets.ts";
import { workbookWithInputs } from "./inputs-of-workbook.ts";

/** `madeFrom` is JSON; it stands in the properties of the document. */
export async function writeWorkbook(sheets: readonly Sheet[], madeFrom: string | undefined): Promise<Uint8Array> {
  const written = writeExcelFile(
    sheets.map(({ name, rows: [heads = [], ...rows] }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: heads.map((_, index) => ({ width: widthOf([heads, ...rows], index) })),
      data: [
        heads.map((head) => ({ ...cellOf(head), fontWeight: "bold" as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  );
  return workbookWithInputs(new Uint8Array(await written.toBuffer()), madeFrom);
}

function cellOf(cell: SheetCell) {
  if (typeof cell === "object") return { value: cell.value, type: Number, format: formatOf(cell) };
  return typeof cell === "number" ? { value: cell, type: Number } : { value: cell, type: String };
}

/** With as many digits as the figure has. */
function formatOf({ value, mark }: Exclude<SheetCell, string | number>): string {
  const [, digits = ""] = String(value).split(".");
  return `"${mark}"#,##0${digits === "" ? "" : `.${"0".repeat(digits.length)}`}`;
}

const textOf = (cell: SheetCell | undefined) =>
  typeof cell === "object" ? `${cell.mark}${cell.value}` : String(cell ?? "");

/** In characters: wide enough for most of what the column holds. */
function widthOf(rows: readonly (readonly SheetCell[])[], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, textOf(row[index]).length), 0);
  return Math.min(Math.max(longest + 2, narrowest), widest);
}

const [narrowest, widest] = [10, 60];
