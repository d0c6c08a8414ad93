import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ISerializedGast } from "chevrotain";
import { TenorParser } from "../../grammar/parser.ts";
import type { Generated } from "../generated.ts";

/** One page with a diagram for each rule of the grammar, beside its example from the reference. Needs nothing else. */
export async function generate(): Promise<Generated> {
  const rules = new TenorParser({ skipValidations: false }).getSerializedGastProductions() as Rule[];
  const examples = examplesByRule(readFileSync("grammar/reference.md", "utf8"));
  const sections = rules.map((rule) => sectionOf(rule, examples));
  return { files: new Map([["docs/grammar.html", page(rules, sections)]]) };
}

type Rule = ISerializedGast & { readonly name: string; readonly definition: ISerializedGast[] };
type Part = ISerializedGast & {
  readonly name?: string;
  readonly label?: string;
  readonly definition?: Part[];
  readonly separator?: Part;
};

interface Drawing {
  toString(): string;
}
type Draw = (...parts: readonly (Drawing | string)[]) => Drawing;
interface Railroad {
  readonly Diagram: Draw;
  readonly Sequence: Draw;
  readonly Choice: (normal: number, ...parts: readonly Drawing[]) => Drawing;
  readonly Optional: (part: Drawing) => Drawing;
  readonly OneOrMore: (part: Drawing, separator?: Drawing) => Drawing;
  readonly ZeroOrMore: (part: Drawing, separator?: Drawing) => Drawing;
  readonly Terminal: (text: string) => Drawing;
  readonly NonTerminal: (text: string, href?: string) => Drawing;
}
const draw = createRequire(import.meta.url)("railroad-diagrams") as Railroad;

function sectionOf(rule: Rule, examples: ReadonlyMap<string, string>): string {
  const example = examples.get(rule.name);
  const shown = example === undefined ? "" : `<pre>${escaped(example)}</pre>`;
  return `<section id="${rule.name}"><h2>${rule.name}</h2>${draw.Diagram(sequence(rule.definition as Part[])).toString()}${shown}</section>`;
}

function sequence(parts: readonly Part[]): Drawing {
  return draw.Sequence(...parts.map(drawn));
}

function drawn(part: Part): Drawing {
  const inner = () => sequence(part.definition ?? []);
  switch (part.type) {
    case "NonTerminal":
      return draw.NonTerminal(part.name ?? "", `#${part.name}`);
    case "Terminal":
      return draw.Terminal(part.label ?? part.name ?? "");
    case "Alternation":
      return draw.Choice(0, ...(part.definition ?? []).map(drawn));
    case "Option":
      return draw.Optional(inner());
    case "Repetition":
      return draw.ZeroOrMore(inner());
    case "RepetitionMandatory":
      return draw.OneOrMore(inner());
    case "RepetitionWithSeparator":
      return draw.ZeroOrMore(inner(), part.separator && drawn(part.separator));
    case "RepetitionMandatoryWithSeparator":
      return draw.OneOrMore(inner(), part.separator && drawn(part.separator));
    default:
      return inner();
  }
}

/** The examples of the reference, by each rule that its headings name. */
function examplesByRule(reference: string): Map<string, string> {
  const blocks = reference.matchAll(/^### ([^\n]+)\n(?:(?!```|###)[^\n]*\n)*```tenor\n([\s\S]*?)```/gm);
  return new Map(
    [...blocks].flatMap(([, names = "", text = ""]) => names.split(/, */).map((name) => [name, text] as const)),
  );
}

function page(rules: readonly Rule[], sections: readonly string[]): string {
  const links = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join(" ");
  const style = readFileSync("node_modules/railroad-diagrams/railroad-diagrams.css", "utf8");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The grammar of Tenor</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
nav a { margin-right: 0.75rem; white-space: nowrap; }
pre { background: #f6f6f2; padding: 0.75rem 1rem; overflow-x: auto; }
section { overflow-x: auto; }
${style.replaceAll(/\n[ \t]*(?=\n)/g, "").trim()}
</style>
<h1>The grammar of Tenor</h1>
<p>A statement opens at the margin; indented lines go on with it. Rounded boxes are words as written, square ones are rules.</p>
<nav>${links}</nav>
${sections.join("\n")}
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
