import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Statement, SyntaxTree } from "../syntax/ast.ts";
import { expressionsOfKind } from "../syntax/walk.ts";
import type { CheckedProgram } from "./ast.ts";
import type { Names } from "./names.ts";
import { collectNames } from "./names.ts";
import { rules } from "./rules/index.ts";
import type { Typed } from "./types.ts";
import { inferTypes } from "./types.ts";
import { untouchedSince } from "./untouched.ts";

/** A checked program with all that was found, and what the next look at a changed tree can keep of this one. */
export interface Look extends WithDiagnostics<CheckedProgram> {
  readonly names: Names;
  readonly typed: Typed;
}

/**
 * Names, types and units, and the rules of clauses. Statements that an earlier look has seen, and that nothing in what has
 * changed touches, are not checked again.
 */
export function fromSyntax(tree: SyntaxTree, earlier?: Look): Look {
  const names = collectNames(tree);
  const typed = inferTypes(names.value, earlier && untouchedSince(earlier, names.value));
  const found = rules.flatMap((rule) => rule(typed.value));
  const diagnostics = [...names.diagnostics, ...typed.diagnostics, ...found];
  const isRunnable = !diagnostics.some(({ severity }) => severity === "error");
  return {
    names: names.value,
    typed,
    value: typed.value,
    diagnostics: eachOnce(isRunnable ? [...diagnostics, ...kindless(typed.value)] : diagnostics),
  };
}

/**
 * A fixed value may look at the same value of earlier events, which is no circle in time; but where that is all it is
 * made of, nothing says whether it is money, shares or a date. What reads a statement that did not parse has no kind
 * either, and that statement has been reported.
 */
function kindless({ statements, symbols, definitionTypes }: CheckedProgram): Diagnostic[] {
  if (statements.some(({ statement }) => isUnread(statement))) return [];
  return [...symbols.definitions.values()]
    .filter(({ key }) => !definitionTypes.has(key))
    .map(({ name }) => diagnostic("TN4001", name.span, { name: name.text, circle: `${name.text} → ${name.text}` }));
}

function isUnread(statement: Statement): boolean {
  return statement.kind === "BrokenStatement" || expressionsOfKind(statement, "Missing").length > 0;
}

/** What is wrong with a value that a clause reads at several places is reported for the first of them. */
function eachOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<SourceFile, Set<string>>();
  return diagnostics.filter(({ code, message, span: { source, start, end } }) => {
    const known = seen.get(source) ?? new Set();
    seen.set(source, known);
    const key = `${code} ${start} ${end} ${message}`;
    return !known.has(key) && known.add(key);
  });
}
