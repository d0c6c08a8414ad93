import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { Statement } from "../syntax/ast.ts";
import type { CheckedProgram, Symbols } from "./ast.ts";
import type { Kept } from "./infer/checker.ts";
import { Checker, nothingKept } from "./infer/checker.ts";
import { inDependencyOrder } from "./infer/order.ts";
import type { Names } from "./names.ts";
import { checkedSymbols } from "./symbols.ts";
import type { CheckedStatement, Typing } from "./tree.ts";

/** A checked program, with what was found in each of its statements as written. */
export interface Typed extends WithDiagnostics<CheckedProgram>, Pick<Kept, "statements"> {}

/** What is kept of an earlier look is not looked at again. */
export function inferTypes({ statements, symbols, span }: Names, kept: Kept = nothingKept): Typed {
  const order = inDependencyOrder(symbols);
  const look = (it: Checker) => {
    for (const key of order) it.definitionType(key);
  };
  const checker = settled(symbols, new Map(), kept, look);
  for (const name of symbols.noteLevel.keys()) checker.stateType(name);
  const checked = statements.map(({ statement, section }) => ({ ...checker.statement(statement), section }));
  const value: CheckedProgram = {
    kind: "CheckedProgram",
    statements: checked.map(({ value: statement, section }) => ({ statement, section })),
    span,
    symbols: checkedSymbols(symbols, checker),
    definitionTypes: known(checker.definitions),
    stateTypes: known(checker.states),
  };
  return {
    value,
    diagnostics: checked.flatMap(({ diagnostics }) => diagnostics),
    statements: new Map(statements.map(({ statement }) => [statement, checker.statement(statement)])),
  };
}

/**
 * One statement by itself, against what a program declares, with the findings in it alone: what is not changed need not be
 * looked at again. `definitionTypes` of an earlier look save working out those that it reads.
 */
export function checkStatement(
  statement: Statement,
  symbols: Symbols,
  definitionTypes: ReadonlyMap<string, Typing> = new Map(),
): WithDiagnostics<CheckedStatement> {
  return settled(symbols, definitionTypes, nothingKept, (it) => it.statement(statement)).statement(statement);
}

/**
 * Fixed values of different events may have each other's names without a circle in time: what was left open there is looked
 * at again with what has been found since, until nothing more is found. A definition of itself may fit no type that was
 * found for it: then fewer are found than before, and the look stands with what it found wrong.
 */
function settled(
  symbols: Symbols,
  assumed: ReadonlyMap<string, Typing>,
  kept: Kept,
  look: (checker: Checker) => void,
): Checker {
  const checker = new Checker(symbols, assumed, kept);
  look(checker);
  if (checker.isSettled) return checker;
  const found = known(checker.definitions);
  return found.size > assumed.size ? settled(symbols, found, kept, look) : checker;
}

function known(answers: ReadonlyMap<string, Typing | undefined>): ReadonlyMap<string, Typing> {
  const found = new Map<string, Typing>();
  for (const [key, typing] of answers) if (typing !== undefined) found.set(key, typing);
  return found;
}
