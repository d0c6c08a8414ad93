/** The files of market data that a scenario names: one, or one for each series, each with its own names of columns. */
import { nearestName } from "../../base/nearest-name.ts";
import type { CoreProgram, MarketFile } from "../../core/core.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { theMarket } from "../../units/market-columns.ts";
import type { JsonMember, JsonNode } from "../json.ts";
import { shownSpan } from "../shape/file-shape.ts";
import type { ReadingContext } from "./context.ts";
import { memberOf, membersIn, named, renamed, textIn } from "./context.ts";

/** As far as they are well formed. */
export function marketFilesIn(root: JsonNode): MarketFile[] {
  const market = memberOf(root, "market")?.value;
  if (market === undefined) return [];
  if (!isBySeries(market)) return fileFrom(market, undefined);
  return [...membersIn(market)].flatMap(({ key, value }) => fileFrom(value, key));
}

/** A file, or an object that says what one calls its columns, rather than an object with one for each series. */
function isBySeries(market: JsonNode): boolean {
  return market.kind === "object" && ![...market.members.keys()].some((key) => keysOfFile.includes(key));
}

const keysOfFile = ["file", "columns", "date"];

function fileFrom(node: JsonNode, series: string | undefined): MarketFile[] {
  const file = node.kind === "text" ? node : textIn(node, "file");
  if (file === undefined || file.text === "") return [];
  const columns = [...membersIn(memberOf(node, "columns")?.value)].flatMap(({ key, value }) =>
    value.kind === "text" ? [[key, value.text] as const] : [],
  );
  const date = textIn(node, "date")?.text;
  return [
    {
      ...(series !== undefined && { series }),
      file: file.text,
      columns: new Map(columns),
      ...(date !== undefined && { date }),
      span: file.span,
    },
  ];
}

/** What is wrong with them: series and columns that the note does not have, and what is no file. */
export function checkMarketFiles(root: JsonNode, context: ReadingContext): void {
  const market = memberOf(root, "market")?.value;
  if (market === undefined) return;
  if (!isBySeries(market)) {
    checkFile(market, onlySeries(context.program), context);
    return;
  }
  const { series } = context.program;
  const declared = [...series.keys()].filter((name) => name !== theMarket);
  for (const member of membersIn(market)) {
    if (declared.includes(member.key)) checkFile(member.value, member.key, context);
    else {
      const facts = { note: context.note, series: member.key };
      context.reportUnknown("TN5420", named(member), facts, declared, "series");
    }
  }
}

/** What is no file. Which series there are is known only with the notes of a comparison. */
export function checkStoryMarket(root: JsonNode, context: ReadingContext): void {
  const market = memberOf(root, "market")?.value;
  if (market === undefined) return;
  const files = isBySeries(market) ? [...membersIn(market)].map(({ value }) => value) : [market];
  for (const file of files) checkFile(file, undefined, context);
}

function checkFile(node: JsonNode, series: string | undefined, context: ReadingContext): void {
  if (node.kind !== "object") return;
  for (const member of node.members.values()) {
    const problem = problemOfKey(member);
    if (problem !== undefined) context.report("TN5423", member.keySpan, { problem, example });
  }
  if (textIn(node, "file") === undefined) {
    const problem = "A file of market data has no `file`, its path";
    context.report("TN5423", shownSpan(node), { problem, example });
  }
  const known = series === undefined ? undefined : context.program.series.get(series);
  if (known === undefined) return;
  for (const { key, keySpan } of membersIn(memberOf(node, "columns")?.value)) {
    if (known.columns.has(key)) continue;
    const near = nearestName(key, known.columns.keys());
    const columns = [...known.columns.keys()].map((name) => `\`${name}\``).join(", ");
    const facts = { series: known.name, column: key, columns };
    context.report("TN5422", keySpan, facts, () => (near === undefined ? {} : renamed(keySpan, near)));
  }
}

const example = '{ "file": "quotes.csv", "columns": { "close": "PX_LAST" }, "date": "Dates" }';

function problemOfKey({ key, value }: JsonMember): string | undefined {
  if (!keysOfFile.includes(key)) return `A file of market data has no key \`${key}\``;
  if (key !== "columns") return value.kind === "text" ? undefined : `\`${key}\` has to be a text`;
  const areTexts = value.kind === "object" && [...value.members.values()].every((it) => it.value.kind === "text");
  return areTexts ? undefined : "`columns` has to be an object that gives the file's name, a text, of each column";
}

/** The series whose data a file has that names none; undefined where the note has several. */
export function onlySeries({ series }: CoreProgram): string | undefined {
  const [only] = series.keys();
  return series.size === 1 ? only : undefined;
}

/** A file that names no series, for a note that has several. */
export function seriesNotSaid({ series }: CoreProgram, span: MarketFile["span"]): Diagnostic {
  const names = [...series.keys()];
  const example = `"market": { ${names.map((name) => `"${name}": "…"`).join(", ")} }`;
  return diagnostic("TN5421", span, { series: names.map((name) => `\`${name}\``).join(", "), example });
}
