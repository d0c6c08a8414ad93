import type { Code, Diagnostic, Entry } from "../../index.ts";
import { entryOf, isCode, nearestName, registry, renderText, visibleText } from "../../index.ts";
import { findingsOf } from "../compiled/compiled.ts";
import type { Paint } from "./parts/paint.ts";
import { indented, wrap } from "./parts/text.ts";

/** What there is to say about a code. */
export interface DiagnosticPage extends Omit<Entry, "label" | "help"> {
  readonly code: Code;
}

/** The page of a code, in whatever case it is written; undefined where there is no such code. */
export function diagnosticPage(text: string): DiagnosticPage | undefined {
  const code = text.toUpperCase();
  if (!isCode(code)) return undefined;
  const { slug, severity, message, explanation, language, clause, wrong, right } = entryOf(code);
  return { code, slug, severity, message, explanation, language, ...(clause && { clause }), wrong, right };
}

/** The code, or the code of the name such as `wrong-unit`, that was most likely meant. */
export function nearestCode(text: string): string | undefined {
  const bySlug = new Map<string, string>(Object.entries(registry).map(([code, { slug }]) => [slug, code]));
  const byName = bySlug.get(text) ?? bySlug.get(nearestName(text, bySlug.keys()) ?? "");
  return byName ?? nearestName(/^\d+$/.test(text) ? `TN${text}` : text.toUpperCase(), Object.keys(registry));
}

/** Text that ends with a line end. */
export async function renderDiagnosticPage(page: DiagnosticPage, width: number, paint: Paint): Promise<string> {
  const { code, slug, severity, message, explanation, language, clause, wrong, right } = page;
  const found = await findingIn(page);
  const parts = [
    `${paint.diagnostic[severity](`${severity}[${code}]`)}${paint.bold(`: ${slug.replaceAll("-", " ")}`)}`,
    ...(found === undefined ? [wrap(message.replaceAll(/\{(\w+)\}/g, "‹$1›"), width).join("\n")] : []),
    explanation
      .split("\n\n")
      .map((paragraph) => wrap(paragraph, width).join("\n"))
      .join("\n\n"),
    ...(clause === undefined ? [] : [`${paint.bold("A clause that both use")}\n\n${indented(visibleLines(clause))}`]),
    `${paint.bold("Wrong")}${paint.dim(` (${languages[language]})`)}\n\n${indented(visibleLines(wrong))}`,
    ...(found === undefined ? [] : [indented(renderText(found, paint.diagnostic).trimEnd())]),
    `${paint.bold("Right")}\n\n${indented(visibleLines(right))}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

const languages: Readonly<Record<DiagnosticPage["language"], string>> = {
  tenor: "a template",
  scenario: "a scenario",
  market: "a market file",
  calendar: "a calendar",
  story: "a story",
  binding: "a binding",
  subject: "a subject",
  model: "a model of price paths",
  portfolio: "a portfolio",
  table: "the file of a table",
  contract: "the text of a contract",
};

/** What the wrong example says when it is checked; undefined where more than a template is needed to find it. */
export async function findingIn({ code, language, clause, wrong }: DiagnosticPage): Promise<Diagnostic | undefined> {
  if (language !== "tenor") return undefined;
  const additions = clause === undefined ? [] : [{ name: "clause.tenor", text: clause }];
  const found = await findingsOf({ template: { name: "example.tenor", text: wrong }, additions });
  return found.find((it) => it.code === code);
}

function visibleLines(text: string): string {
  return text.trimEnd().split("\n").map(visibleText).join("\n");
}
