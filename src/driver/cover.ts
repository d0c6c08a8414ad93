/** A contract's text set against a template: which clause says which sentence. */
import { readContract } from "../contract/contract-text.ts";
import type { Stale } from "../cover/changed.ts";
import { staleAfter } from "../cover/changed.ts";
import { clausesOf } from "../cover/clauses.ts";
import type { Coverage } from "../cover/coverage.ts";
import { coverageOf } from "../cover/coverage.ts";
import { findingsWithoutText } from "../cover/without-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { SyntaxTree } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import type { NamedText } from "./scenarios.ts";

export interface CoverReport {
  readonly title: string;
  readonly coverage: Coverage;
  /** Where another text was given. */
  readonly stale: Stale | undefined;
}

/** `against` is a changed text of the contract. A template that does not parse is refused. */
export function coverTemplate(template: NamedText, contract: string, against?: string): Result<CoverReport> {
  const { value: tree, diagnostics } = parse(new SourceFile(template.name, template.text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { ok: false, diagnostics: errors };
  const coverage = coverageOf(readContract(contract), clausesOf(tree));
  const stale = against === undefined ? undefined : staleAfter(coverage, readContract(against), tree);
  return { ok: true, value: { title: titleOf(tree), coverage, stale } };
}

function titleOf({ statements }: SyntaxTree): string {
  for (const statement of statements) if (statement.kind === "NoteHead") return statement.title.text;
  return "";
}

/** What the template names of its contract's text and the text does not have. A template that does not parse has other findings. */
export function contractFindings(template: NamedText, contract: NamedText): readonly Diagnostic[] {
  const { value: tree, diagnostics } = parse(new SourceFile(template.name, template.text));
  if (diagnostics.some(({ severity }) => severity === "error")) return [];
  return findingsWithoutText(tree, readContract(contract.text), contract.name);
}

/** The file of the contract's text that the head of a template names. */
export function contractNamedIn({ text, name }: NamedText): string | undefined {
  for (const statement of parse(new SourceFile(name, text)).value.statements) {
    if (statement.kind === "NoteHead") return statement.contractText?.text;
  }
  return undefined;
}
