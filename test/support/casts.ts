import ts from "typescript";
import { lineOf, nodesOf, parsed } from "./imports.ts";

/** A place where a file asserts to the compiler what it cannot see: `x as T`, `<T>x` or `x!`. */
interface Cast {
  readonly path: string;
  readonly line: number;
  /** Whether a comment `// cast: why` stands on the line or above it, where the linter is disabled for it, too. */
  readonly hasReason: boolean;
}

/** Every cast of a file, in source order. `as const` is not one: the compiler checks it. */
export function castsIn(path: string, text: string): Cast[] {
  const file = parsed(path, text);
  const lines = text.split("\n");
  return nodesOf(file).flatMap((node) => {
    if (!isCast(node)) return [];
    const line = lineOf(file, node);
    const above = lines.slice(0, line - 1).findLast((it) => !it.includes("// oxlint-disable-next-line"));
    return [{ path, line, hasReason: [lines[line - 1], above].some((it) => it?.includes("// cast: ")) }];
  });
}

function isCast(node: ts.Node): boolean {
  if (ts.isAsExpression(node)) return !ts.isConstTypeReference(node.type);
  return ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node);
}
