import type { CoreProgram, Expr } from "../core/core.ts";
import type { Machine } from "../evaluate/compile/machine.ts";
import { makeMachine } from "../evaluate/compile/machine.ts";
import type { Span } from "../source/span.ts";
import type { ChangeKind } from "./expression-changes.ts";
import { changesOf } from "./expression-changes.ts";
import { placesIn } from "./places.ts";
import { statementChanges } from "./statement-changes.ts";

/** One change to a template. */
export interface Mutant {
  readonly section: string;
  readonly span: Span;
  readonly what: ChangeKind;
  readonly from: string;
  readonly to: string;
  /** What has to be evaluated for the change to make a difference; where nothing is named, any run may. */
  readonly changes: readonly Expr[];
  readonly machine: () => Machine;
}

/** Every change to what is written in one file, in the order of the text. */
export function mutantsOf(program: CoreProgram, file: string): readonly Mutant[] {
  const ofStatements = statementChanges(program, file).map(
    (it): Mutant => ({ ...it, machine: () => makeMachine(it.program) }),
  );
  const ofExpressions = placesIn(program, file).flatMap(({ section, span, copies }) => {
    const changesOfEach = copies.map((expr) => [expr, changesOf(expr)] as const);
    const [, made = []] = changesOfEach[0] ?? [];
    return made.map(({ what, from, to }, index): Mutant => {
      const instead = new Map(changesOfEach.map(([expr, changes]) => [expr, changes[index]?.expr ?? expr]));
      const machine = () => makeMachine(program, { instead: (expr) => instead.get(expr) ?? expr });
      return { section, span, what, from, to, changes: copies, machine };
    });
  });
  return [...ofStatements, ...ofExpressions].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
