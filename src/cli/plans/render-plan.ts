/** What came of a plan, for reading. */
import type { PlanWords } from "../../index.ts";
import type { Paint } from "../render/parts/paint.ts";
import { flexible, renderTable } from "../render/parts/table.ts";
import { counted } from "../render/parts/text.ts";

export function renderPlan(words: PlanWords, width: number, paint: Paint): string {
  const { plan, given, undecided, sales, totals } = words;
  const unknown = given.filter(({ outcome }) => outcome === "unknown").length;
  const parts = [
    `${counted(totals.given, "event")} given`,
    ...(totals.refused > 0 ? [paint.yellow(`${totals.refused} refused`)] : []),
    ...(unknown > 0 ? [paint.yellow(`${unknown} of which it is unknown whether they took effect`)] : []),
    ...(sales.length > 0
      ? [
          `${totals.sold === null ? "an unknown number of" : figure(totals.sold)} shares sold on ${counted(sales.length, "day")} for ${figure(totals.proceeds)}`,
        ]
      : []),
  ];
  const open = undecided.length === 0 ? "" : `\n${undecidedTable(words, width, paint)}`;
  return `${paint.bold(`Plan "${plan}"`)}\n  ${parts.join(", ")}${open}\n\n`;
}

function figure(text: string): string {
  const [whole = "", rest] = text.split(".");
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") + (rest === undefined ? "" : `.${rest}`);
}

function undecidedTable({ undecided }: PlanWords, width: number, paint: Paint): string {
  const rows = undecided.map(({ from, through, rule, part, of, because }) => [
    { text: from === through ? from : `${from} to ${through}` },
    { text: of === undefined ? rule : `${rule} (${of})` },
    { text: part },
    { text: because, paint: paint.yellow },
  ]);
  return renderTable(["not decided on", flexible("rule"), "has no value", flexible("because")], rows, width, paint);
}
