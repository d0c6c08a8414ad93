import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import { comesBefore } from "../../../source/span.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Asked, Node } from "../../circles/asked.ts";
import { nameOf, nextOf } from "../../circles/asked.ts";
import { isSolved } from "../../circles/circles.ts";
import type { Identifier } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A value that depends on itself at the same point, also by way of `as of`.
 *
 * What is read of another occurrence that is fixed has been written down, and asks for nothing; so has most of what accounts
 * hold. Of a state, only the start is evaluated. But whether a default continues asks for the conditions of its grounds at
 * that very point, and what is unpaid on a part of a base for that base.
 *
 * A value of a date of a schedule may ask for one of the date before it, and that again, until there is none: no circle, as
 * long as only values of these dates are asked for on the way.
 *
 * A circle through a value that says that it is solved is one that was meant.
 */
export const dependencyCircles: CheckRule = (program) => {
  const isReported = new Set<Span>();
  const starts = startsIn(program);
  const circles = circlesFrom(starts, (node) => unsolved(node, program).flatMap((it) => (it.isBack ? [] : it.to)));
  return [...circles, ...circlesAround(starts, program)].flatMap((circle) => report(circle, program, isReported));
};

function startsIn(program: CheckedProgram): Node[] {
  const definitions = [...program.symbols.definitions.values()].map(
    ({ key, owner }): Node => ({ kind: "definition", key, through: owner === undefined ? "alone" : "head" }),
  );
  const families = [...program.symbols.families.keys()].map((name): Node => ({ kind: "family", name, sections: [] }));
  const states = statementsOf(program, "StateDeclaration").filter(({ statement }) => statement.owner === undefined);
  const declared = [...statementsOf(program, "Given"), ...states];
  const schedules = statementsOf(program, "ScheduleDeclaration");
  return [
    ...definitions,
    ...families,
    ...schedules.map(({ statement }): Node => ({ kind: "schedule", name: statement.name.text })),
    ...declared.map(({ statement }): Node => ({ kind: "start", name: statement.name.text })),
  ];
}

/** What a value asks for, but for values that are solved; of another event, such a value is another one. */
function unsolved(node: Node, program: CheckedProgram): Asked[] {
  return nextOf(node, program).filter(
    ({ to }) => to.kind !== "definition" || to.through === "other" || !isSolved(to.key, program),
  );
}

/** Circles that lead through the date before and come back by more than values of dates. */
function circlesAround(starts: readonly Node[], program: CheckedProgram): Node[][] {
  return starts.flatMap((start) =>
    unsolved(start, program).flatMap(({ to, isBack }) => {
      const way = isBack ? wayBack(to, start, program) : undefined;
      return way === undefined ? [] : [way];
    }),
  );
}

/** From one node to another by a way that is not local as a whole. */
function wayBack(from: Node, to: Node, program: CheckedProgram): Node[] | undefined {
  const waiting: { readonly way: Node[]; readonly isLocal: boolean }[] = [{ way: [from], isLocal: true }];
  const seen = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { way, isLocal } = next;
    const last = way.at(-1) ?? from;
    if (!isLocal && nameOf(last) === nameOf(to)) return way;
    const key = `${isLocal} ${nameOf(last)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const it of unsolved(last, program)) waiting.push({ way: [...way, it.to], isLocal: isLocal && it.isLocal });
  }
  return undefined;
}

/** One circle through each node that is on one, found going deep first; without recursion, as chains may be long. */
function circlesFrom(starts: readonly Node[], nextOfNode: (node: Node) => readonly Node[]): Node[][] {
  const circles: Node[][] = [];
  const done = new Set<string>();
  const onPath = new Map<string, number>();
  const path: { readonly node: Node; readonly waiting: Node[] }[] = [];
  const enter = (node: Node) => {
    onPath.set(nameOf(node), path.length);
    path.push({ node, waiting: [...nextOfNode(node)] });
  };
  for (const start of starts) {
    if (!done.has(nameOf(start))) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.waiting.pop();
      if (next === undefined) {
        path.pop();
        onPath.delete(nameOf(top.node));
        done.add(nameOf(top.node));
        continue;
      }
      const at = onPath.get(nameOf(next));
      if (at !== undefined) circles.push(path.slice(at).map(({ node }) => node));
      else if (!done.has(nameOf(next))) enter(next);
    }
  }
  return circles;
}

/** A circle is reported once, at the member that comes first in the text. */
function report(circle: readonly Node[], program: CheckedProgram, seen: Set<Span>): Diagnostic[] {
  const names = circle.flatMap((node) => {
    const name = declarationOf(node, program);
    return name === undefined ? [] : [name];
  });
  if (names.some(({ span }) => seen.has(span))) return [];
  for (const { span } of names) seen.add(span);
  const first = names.reduce((least, { span }, index) => {
    const other = names[least]?.span;
    return other !== undefined && comesBefore(span, other) ? index : least;
  }, 0);
  const inOrder = [...names.slice(first), ...names.slice(0, first)];
  const [head] = inOrder;
  if (head === undefined) return [];
  const words = [...inOrder, head].map((name) => name.text).join(" → ");
  const related = inOrder.slice(1).map(({ span }) => ({ span, label: "in the circle" }));
  return [diagnostic("TN4001", head.span, { name: head.text, circle: words }, related)];
}

function declarationOf(node: Node, { symbols }: CheckedProgram): Identifier | undefined {
  if (node.kind === "definition") return symbols.definitions.get(node.key)?.name;
  return (symbols.noteLevel.get(node.name) ?? symbols.definitions.get(node.name))?.name;
}
