import { readdirSync, readFileSync } from "node:fs";
import type { SyntaxTree } from "../../src/index.ts";
import { compile, parse } from "../../src/index.ts";
import type { ValueType } from "../../src/units/value-type.ts";
import { unitName } from "../../src/units/value-type.ts";
import type { Generated } from "../generated.ts";

/** A page with every clause of the library: what it says, takes, changes and gives, where it comes from, and a use of it. */
export async function generate(): Promise<Generated> {
  const clauses = readdirSync("terms/library")
    .filter((file) => file.endsWith(".tenor"))
    .toSorted()
    .map(readClause);
  return { files: new Map([["docs/library.md", page(clauses)]]) };
}

type Statement = SyntaxTree["statements"][number];
type Takes = Extract<Statement, { kind: "Takes" }>;

interface Row {
  readonly verb: string;
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
}

interface Clause {
  readonly title: string;
  readonly file: string;
  readonly says: string;
  readonly sentence: string;
  readonly alsoKnownAs: readonly string[];
  readonly sources: readonly string[];
  readonly rows: readonly Row[];
  readonly uses: readonly string[];
  readonly example: string;
}

function readClause(file: string): Clause {
  const text = readFileSync(`terms/library/${file}`, "utf8");
  const { statements } = parse(text, file).value;
  const head = statements.find((it) => it.kind === "ClauseHead");
  if (head === undefined) throw new Error(`terms/library/${file} does not begin with \`clause\``);
  const title = head.title.text;
  const types = givenTypes(text, file);
  const rows = statements.flatMap((it): Row[] => {
    if (it.kind === "Takes")
      return [{ verb: it.verb, name: named(it), kind: kindOf(it, statements), meaning: it.meaning?.text ?? "" }];
    if (it.kind !== "Gives") return [];
    const kind = types.get(it.name.text) ?? "a family of defaults";
    return [{ verb: "gives", name: named(it), kind, meaning: it.meaning?.text ?? "" }];
  });
  return {
    title,
    file,
    says: head.says?.text ?? "",
    sentence: head.sentence?.text ?? "",
    alsoKnownAs: head.alsoKnownAs.map((name) => name.text),
    sources: head.sources.map((source) => source.text),
    rows,
    uses: statements.flatMap((it) => (it.kind === "Use" ? [it.clause.text] : [])),
    example: useIn(readFileSync(`test/library/${file.replace(/tenor$/, "md")}`, "utf8"), title),
  };
}

/** The kinds of what a clause gives, inferred by checking the clause as a template. */
function givenTypes(text: string, file: string): Map<string, string> {
  const others = readdirSync("terms/library").filter((it) => it !== file && it.endsWith(".tenor"));
  const library = others.map((name) => ({ name, text: readFileSync(`terms/library/${name}`, "utf8") }));
  const compiled = compile(text, file, ...library);
  if (!compiled.ok) throw new Error(`terms/library/${file} does not check`);
  const { definitions, states, accounts } = compiled.value.program;
  return new Map([
    ...[...definitions.values()].map(({ name, type }) => [name, typeWord(type)] as const),
    ...[...states].map(([name, { type }]) => [name, typeWord(type)] as const),
    ...[...accounts.keys()].map((name) => [name, "account"] as const),
  ]);
}

/** The kind as a template writes it. */
function typeWord(type: ValueType): string {
  const words: Readonly<Record<string, string>> = { USD: "money", "USD/share": "price", "per year": "rate" };
  return words[unitName(type)] ?? unitName(type);
}

function named({ name, owner }: { name: { text: string }; owner?: { text: string } }): string {
  return owner === undefined ? name.text : `${name.text} for each ${owner.text}`;
}

function kindOf({ what, verb, name, owner }: Takes, statements: readonly Statement[]): string {
  switch (what.kind) {
    case "EventKind":
      return what.refersTo === undefined ? "event" : `event for ${what.refersTo.text}`;
    case "AccountKind":
      return "account";
    case "PartyKind":
      return "party";
    case "DayCountKind":
      return "day count";
    case "TypeName": {
      const type = what.name === "choice" ? what.options.map(({ text }) => `"${text}"`).join(", ") : what.name;
      if (verb === "takes")
        return owner === undefined && isReadOfEach(name.text, statements) ? `${type}, or one with \`its\`` : type;
      return `${type} (${verb === "changes" ? "a state" : "a rule, with its section"})`;
    }
  }
}

/** Whether a name is read nowhere but in values of each event, so that `its` has a meaning wherever it is put. */
function isReadOfEach(name: string, statements: readonly Statement[]): boolean {
  const readers = statements.filter((it) => it.kind !== "Takes" && mentions(it, name));
  const isOfEach = (it: Statement) => it.kind === "Definition" && it.owner !== undefined && !mentions(it, name, true);
  return readers.length > 0 && readers.every(isOfEach);
}

/** Whether a name stands in a part of the tree; with `other`, where `its` is another event than the statement's. */
function mentions(node: unknown, name: string, other = false): boolean {
  if (typeof node !== "object" || node === null) return false;
  const { kind, span: _, ...parts } = node as { kind?: string; span?: unknown; name?: { text?: string } };
  if (!other && kind === "NameReference" && parts.name?.text === name) return true;
  const isOther = other && (kind === "EventsFold" || kind === "EventsTest");
  return Object.values(parts).some((part) => mentions(part, name, other && !isOther));
}

/** The use of the clause in the note on its page of cases. */
function useIn(markdown: string, title: string): string {
  const lines = markdown.split("\n");
  const start = lines.indexOf(`use "${title}"`);
  if (start < 0) throw new Error(`test/library has no use of "${title}"`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("  "));
  return lines.slice(start, end).join("\n");
}

function page(clauses: readonly Clause[]): string {
  const index = clauses.map(({ title, says }) => `| [${title}](#${anchorOf(title)}) | ${says} |`);
  return `${[
    "# The library of clauses",
    "",
    "Clauses that many notes share, in `terms/library/`. `use` puts one under a section of a note, with the note's own names and",
    "numbers, one a line; [decision 0012](decisions/0012-clauses-by-name.md) says how. What a clause takes as a figure may be any",
    "value; where the table says so, one that uses `its`, such as `Sum per Day: its Amount / $1,000 * $10`. What it changes is a",
    "state, and what it gives gets a name of the note. Each clause has a page of cases, worked by hand, whose market shows only the",
    "columns that matter; a market file has all seven. Under each clause stands its sentence, with its own names in brackets: a note has its",
    "names there ([language.md](language.md#clauses-that-notes-share)). This page is written by `npm run generate`.",
    "",
    "| clause | what it says |",
    "| --- | --- |",
    ...index,
    "",
    ...clauses.flatMap(section),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function section({ title, file, says, sentence, alsoKnownAs, sources, rows, uses, example }: Clause): string[] {
  const cases = `../test/library/${file.replace(/tenor$/, "md")}`;
  return [
    `## ${title}`,
    "",
    `${says.charAt(0).toUpperCase()}${says.slice(1)}. [The clause](../terms/library/${file}), [its cases](${cases})`,
    ...(sentence === "" ? [] : ["", `> ${sentence}`]),
    ...(alsoKnownAs.length === 0 ? [] : ["", `Also known as: ${alsoKnownAs.join(", ")}.`]),
    ...(uses.length === 0 ? [] : ["", `It uses ${uses.map((it) => `[${it}](#${anchorOf(it)})`).join(", ")}.`]),
    "",
    "| | name | kind | meaning |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ verb, name, kind, meaning }) => `| ${verb} | ${name} | ${kind} | ${meaning} |`),
    "",
    ...sources.map((source) => `- Source: ${source}`),
    "",
    "```",
    example,
    "```",
    "",
  ];
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]+/g, "")
    .replaceAll(" ", "-");
}
