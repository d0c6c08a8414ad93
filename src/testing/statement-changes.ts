/** Clauses and parts of clauses left out, and the order of what is said in order. */
import type { CoreProgram, Expr, Power, Rule } from "../core/core.ts";
import { expressionsIn } from "../core/dependencies.ts";
import type { Span } from "../source/span.ts";
import { wordsOf } from "../source/span.ts";
import type { ChangeKind } from "./expression-changes.ts";

export interface StatementChange {
  readonly section: string;
  readonly span: Span;
  readonly what: ChangeKind;
  readonly from: string;
  readonly to: string;
  /** What has to be reached for the change to make a difference; where nothing is named, any run may. */
  readonly changes: readonly Expr[];
  readonly program: CoreProgram;
}

export function statementChanges(program: CoreProgram, file: string): readonly StatementChange[] {
  const all = [
    ...program.rules.flatMap((rule) => ruleChanges(program, rule)),
    ...[...program.powers.values()].flatMap((power) => powerChanges(program, power)),
    ...conditionChanges(program),
    ...program.overrides.map((it) => {
      const overrides = program.overrides.filter((other) => other !== it);
      return leftOut(it, it.span, [it.guard], { ...program, overrides });
    }),
  ];
  return all.filter(({ span }) => span.source.name === file);
}

function leftOut(
  { section }: { readonly section: string },
  span: Span,
  reached: unknown,
  program: CoreProgram,
): StatementChange {
  return {
    section,
    span,
    what: "clause",
    from: wordsOf(span),
    to: "left out",
    changes: expressionsIn(reached),
    program,
  };
}

function ruleChanges(program: CoreProgram, rule: Rule): readonly StatementChange[] {
  const instead = (made: readonly Rule[]): CoreProgram => ({
    ...program,
    rules: program.rules.flatMap((it) => (it === rule ? made : [it])),
  });
  const { condition, changes } = rule;
  const unconditional: Rule = { ...rule };
  if (condition !== undefined) Reflect.deleteProperty(unconditional, "condition");
  return [
    ...(condition === undefined ? [] : [leftOut(rule, condition.span, condition, instead([unconditional]))]),
    ...changes.map((left) => {
      const rest = changes.filter((it) => it !== left);
      return leftOut(left, left.span, left, instead(rest.length === 0 ? [] : [{ ...rule, changes: rest }]));
    }),
    ...changes.flatMap((change) => {
      if (change.kind !== "ApplyPayment") return [];
      const { targets } = change;
      return targets.slice(1).map((target, index): StatementChange => {
        const swapped = [
          ...targets.slice(0, index),
          target,
          ...targets.slice(index, index + 1),
          ...targets.slice(index + 2),
        ];
        const made = { ...change, targets: swapped };
        const [from, to] = [targets, swapped].map((list) => list.map(targetName).join(", then "));
        const { section, span } = change;
        const other = instead([{ ...rule, changes: changes.map((it) => (it === change ? made : it)) }]);
        return {
          section,
          span,
          what: "order",
          from: from ?? "",
          to: to ?? "",
          changes: [change.amount],
          program: other,
        };
      });
    }),
  ];
}

function targetName(target: { readonly account: string } | { readonly state: string }): string {
  return "account" in target ? target.account : target.state;
}

function powerChanges(program: CoreProgram, power: Power): readonly StatementChange[] {
  const instead = (made: Power): CoreProgram => ({
    ...program,
    powers: new Map([...program.powers].map(([event, it]) => [event, it === power ? made : it])),
  });
  const { conditions, limits } = power;
  return [
    ...conditions.map((left) =>
      leftOut(
        power,
        left.condition.span,
        left.condition,
        instead({ ...power, conditions: conditions.filter((it) => it !== left) }),
      ),
    ),
    ...limits.map((left) =>
      leftOut(power, left.span, left, instead({ ...power, limits: limits.filter((it) => it !== left) })),
    ),
  ];
}

function conditionChanges(program: CoreProgram): readonly StatementChange[] {
  return program.defaultConditions.map((left) => {
    const defaultConditions = program.defaultConditions.filter((it) => it !== left);
    return leftOut(left, left.span, left, { ...program, defaultConditions });
  });
}
