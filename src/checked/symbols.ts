import type { Statement } from "../syntax/ast.ts";
import type { CheckedSymbols, Placed, Symbols } from "./ast.ts";
import type { Checker } from "./infer/checker.ts";
import type { Part } from "./tree.ts";

/** What was declared, with the checked statements in the place of those written. */
export function checkedSymbols(symbols: Symbols, checker: Checker): CheckedSymbols {
  // cast: a statement is checked into one of its own kind, which a map by statement cannot say.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const checked = <S extends Statement>(it: S) => checker.statement(it).value as Part<S>;
  const placed = <S extends Statement>(all: readonly Placed<S>[]) =>
    all.map(({ statement, section }) => ({ statement: checked(statement), section }));
  return {
    ...symbols,
    noteLevel: valuesOf(symbols.noteLevel, (it) => ({ ...it, statement: checked(it.statement) })),
    definitions: valuesOf(symbols.definitions, (it) => ({ ...it, statement: checked(it.statement) })),
    exceptions: valuesOf(symbols.exceptions, placed),
    families: valuesOf(symbols.families, placed),
  };
}

function valuesOf<V, W>(map: ReadonlyMap<string, V>, change: (value: V) => W): ReadonlyMap<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
