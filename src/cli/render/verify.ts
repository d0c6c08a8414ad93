/** Whether a result agrees with one that was made again, for reading. */
import { visibleText } from "../../index.ts";
import type { Difference, ReadResult } from "../receipts/read-result.ts";
import type { Paint } from "./parts/paint.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { counted, wrap } from "./parts/text.ts";

/** Text that ends with a line end. */
export function renderVerdict(
  path: string,
  { command, main, format }: ReadResult,
  differs: readonly Difference[],
  width: number,
  paint: Paint,
): string {
  const what = `${path} (${format}, tenor ${command} of ${main})`;
  if (differs.length === 0) return `${paint.green("agrees")} ${visibleText(what)}: every byte is the same\n`;
  const inputs = differs.filter((it) => !["result", "bytes", "page", "workbook"].includes(it.what));
  const places = differs.filter((it) => it.what === "result");
  const parts = [
    `${paint.red("differs")} ${visibleText(what)}`,
    ...(inputs.length > 0 ? [`${counted(inputs.length, "input")} changed\n${inputTable(inputs, width, paint)}`] : []),
    ...(places.length > 0
      ? [`${counted(places.length, "place")} of the result\n${placeTable(places, width, paint)}`]
      : []),
    wrap(endWords(inputs.length, places.length, differs), width).join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function endWords(inputs: number, places: number, differs: readonly Difference[]): string {
  if (differs.some(({ what }) => what === "bytes")) {
    return "What it says is the same; only how the JSON is written differs.";
  }
  const file = differs.find(({ what }) => what === "page" || what === "workbook");
  if (file !== undefined && inputs === 0) {
    return `All inputs are the same, and the ${file.what} is not: it was edited, or another Tenor made it.`;
  }
  if (file !== undefined) return `The ${file.what} shows something else, too.`;
  if (places === 0) return "What it answers is the same.";
  return inputs === 0 ? "All inputs are the same: the result was edited, or another Tenor made it." : "";
}

function inputTable(inputs: readonly Difference[], width: number, paint: Paint): string {
  const rows = inputs.map(({ what, name = "", was, now }) => [
    { text: what, paint: paint.bold },
    { text: name },
    { text: brief(was) },
    { text: brief(now) },
  ]);
  return renderTable(["input", flexible("name"), flexible("was"), flexible("now")], rows, width, paint);
}

function placeTable(places: readonly Difference[], width: number, paint: Paint): string {
  const rows = places.map(({ at = "", name = "", was, now }) => [
    { text: at, paint: paint.bold },
    { text: name },
    { text: brief(was) },
    { text: brief(now) },
  ]);
  return renderTable([flexible("place"), flexible("of"), flexible("was"), flexible("now")], rows, width, paint);
}

/** A hash by its first digits. */
function brief(value: unknown): string {
  if (value === null) return "none";
  if (typeof value !== "string") return JSON.stringify(value);
  return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;
}
