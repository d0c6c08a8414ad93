import { oneSlipApart } from "../../base/one-slip.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";

import type { CheckedProgram, NoteLevelSymbol } from "../ast.ts";
import { sameType } from "../infer/inference.ts";
import { namesMentioned } from "../mentions.ts";
import { typeNamed } from "../words.ts";
import type { CheckRule } from "./rule.ts";

/**
 * A name that nothing reads, one slip off another of its kind: a default of `Event of Defualt` that no clause knows of. A
 * value that nothing reads is no fault in itself, as somebody may ask for it.
 */
export const unreadSlips: CheckRule = (program) => {
  const { noteLevel } = program.symbols;
  const mentioned = namesMentioned(program);
  const near = oneSlipApart(noteLevel.keys());
  const order = new Map([...noteLevel.keys()].map((name, index) => [name, index]));
  return [...near].flatMap(([name, others]) => {
    const symbol = noteLevel.get(name);
    if (symbol === undefined || mentioned.has(name)) return [];
    const meant = others.flatMap((other) => {
      const it = noteLevel.get(other);
      // Of two that nothing reads, the later one is off.
      const isFirst = mentioned.has(other) || (order.get(other) ?? 0) < (order.get(name) ?? 0);
      return it !== undefined && isFirst && isOfOneKind(symbol, it, program) ? [it] : [];
    });
    return meant.slice(0, 1).map((other) => {
      const facts = { name, other: other.name.text };
      const related = [{ span: other.name.span, label: `\`${other.name.text}\` is here` }];
      const fix = { span: symbol.name.span, text: other.name.text };
      return diagnostic("TN2024", symbol.name.span, facts, related, { fix });
    });
  });
};

function isOfOneKind(a: NoteLevelSymbol, b: NoteLevelSymbol, program: CheckedProgram): boolean {
  const [one, other] = [typeOf(a, program), typeOf(b, program)];
  return one === undefined || other === undefined ? a.kind === b.kind : sameType(one, other);
}

/** The type of what is a value; undefined for the rest. */
function typeOf({ kind, name, statement }: NoteLevelSymbol, { definitionTypes, stateTypes }: CheckedProgram) {
  if (kind === "Definition") return definitionTypes.get(name.text)?.type;
  if (kind === "State") return stateTypes.get(name.text)?.type;
  return statement.kind === "Given" ? typeNamed(statement.type) : undefined;
}
