import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { SyntaxTree } from "../syntax/ast.ts";
import type { CheckedProgram } from "./ast.ts";
import { collectNames } from "./names.ts";
import { rules } from "./rules/index.ts";
import { inferTypes } from "./types.ts";

/** Names, types and units, and the rules of clauses; findings in the order of the text. */
export function fromSyntax(tree: SyntaxTree): WithDiagnostics<CheckedProgram> {
  const names = collectNames(tree);
  const typed = inferTypes(names.value);
  const found = rules.flatMap((rule) => rule(typed.value));
  return { value: typed.value, diagnostics: inOrder([...names.diagnostics, ...typed.diagnostics, ...found]) };
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
