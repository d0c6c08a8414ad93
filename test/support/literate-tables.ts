import { fencedBlocks } from "./markdown.ts";

/**
 * A page of worked cases about one clause, for people and for tests. Blocks by the word behind their fence:
 *
 * - `tenor`: a note that uses the clause;
 * - `market`: a day and its figures a line, under a line of column names; a price that has no column is the first price of its
 *   line, a volume 1,000 shares;
 * - `story`: events, a line each as in a `test`; it holds for the tables up to the next heading. `{Amount}` stands for the
 *   column `Amount` of the table, and a line is left out where that cell is a dash.
 *
 * Each row of a table that ends with a column `because` is a case. Its other columns, by their heads:
 *
 * - `given Principal` sets a deal term, `reading grace` chooses a reading;
 * - `on` is the day that is asked about;
 * - `= Conversion Price`, `= Late Days of n1`, `= Balance on 2024-03-31`: what is asked, and the answer; `no value` and the
 *   kinds of errors are answers, too;
 * - any other fills a place in the story.
 */
export interface LiteratePage {
  readonly note: string;
  readonly market?: string;
  readonly cases: readonly LiterateCase[];
}

export interface LiterateCase {
  readonly name: string;
  /** The case as a `test` that can stand under the note. */
  readonly text: string;
}

export function readLiteratePage(markdown: string): LiteratePage {
  const blocks = fencedBlocks(markdown);
  const textOf = (kind: string) => blocks.find((block) => block.kind === kind)?.text;
  const market = textOf("market");
  return {
    note: textOf("tenor") ?? "",
    ...(market !== undefined && { market: marketFile(market) }),
    cases: tablesIn(markdown).flatMap(({ head, rows, story }) => rows.map((row) => caseOf(head, row, story))),
  };
}

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  readonly story: readonly string[];
}

function tablesIn(markdown: string): Table[] {
  const lines = markdown.split("\n");
  const tables: Table[] = [];
  let story: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.startsWith("#")) story = [];
    if (line.startsWith("```") && line !== "```") {
      const end = lines.indexOf("```", index + 1);
      if (line === "```story") story = lines.slice(index + 1, end);
      index = end;
    } else if (line.startsWith("|")) {
      const end = lines.findIndex((it, at) => at > index && !it.startsWith("|"));
      const rows = lines.slice(index + 2, end).map((text, at) => ({ cells: cellsOf(text), line: index + 3 + at }));
      const head = cellsOf(line);
      if (head.at(-1) === "because") tables.push({ head, rows, story });
      index = end;
    }
  }
  return tables;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|\s*$/g, "")
    .split("|")
    .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1"));
}

function caseOf(
  head: readonly string[],
  { cells, line }: Table["rows"][number],
  story: readonly string[],
): LiterateCase {
  const columns = head.map((title, index) => [title, cells[index] ?? ""] as const);
  const filled = new Map(columns);
  const name = `line ${line}: ${filled.get("because")}`.replaceAll('"', "'");
  const day = filled.get("on");
  const statements = columns.flatMap(([title, cell]) => {
    const [, term] = /^given (.+)$/.exec(title) ?? [];
    const [, reading] = /^reading (.+)$/.exec(title) ?? [];
    const [, asked] = /^= (.+)$/.exec(title) ?? [];
    if (isDash(cell)) return [];
    if (term !== undefined) return [`with: ${term} = ${cell}`];
    if (reading !== undefined) return [`reading: "${reading}" = "${cell}"`];
    return asked === undefined ? [] : [`expect: ${questionOf(asked, day)} ${answerOf(cell)}`];
  });
  const [terms, expectations] = [statements.filter(isTerm), statements.filter((it) => !isTerm(it))];
  const events = story.flatMap((text) => filledLine(text, filled) ?? []);
  const indented = [...terms, ...events, ...expectations].map((text) => `  ${text}`);
  return { name, text: [`test "${name}"`, ...indented, ""].join("\n") };
}

const isTerm = (line: string) => !line.startsWith("expect:");
const isDash = (cell: string) => cell === "" || cell === "–";

/** `Late Days of n1` on the day of the row; `Balance on 2024-03-31` says its own. */
function questionOf(asked: string, day: string | undefined): string {
  const [, value = asked, id] = /^(.+?) of ([a-z]\w*|\d\S*)(?= on |$)/.exec(asked) ?? [];
  const [, ownDay] = / on (\d{4}-\d{2}-\d{2})$/.exec(asked) ?? [];
  const bare = value.replace(/ on \d{4}-\d{2}-\d{2}$/, "");
  const owner = id === undefined ? "" : ` of ${/^\d/.test(id) ? id : `"${id}"`}`;
  const on = ownDay ?? day;
  return `${bare}${owner}${on === undefined ? "" : ` on ${on}`}`;
}

function answerOf(cell: string): string {
  if (cell === "no value") return "is no value";
  return /^(missing data|undefined|refused|conflict)$/.test(cell) ? `is an error "${cell}"` : `is ${cell}`;
}

/** Undefined where a cell for it is a dash. */
function filledLine(line: string, cells: ReadonlyMap<string, string>): string | undefined {
  const places = [...line.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  if (places.some((name) => isDash(cells.get(name) ?? ""))) return undefined;
  return line.replaceAll(/\{([^}]+)\}/g, (_, name: string) => cells.get(name) ?? "");
}

const prices = ["open", "high", "low", "close", "vwap"];

function marketFile(text: string): string {
  const [head = "", ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const columns = head.split(/\s+/);
  const lines = rows.map((row) => {
    const figures = new Map(row.split(/\s+/).map((figure, index) => [columns[index] ?? "", figure] as const));
    const first = prices.map((name) => figures.get(name)).find((figure) => figure !== undefined) ?? "1";
    const all = prices.map((name) => figures.get(name) ?? first);
    return [figures.get("date"), ...all, figures.get("volume") ?? "1000"].join(",");
  });
  return [`date,${prices.join(",")},volume`, ...lines, ""].join("\n");
}
