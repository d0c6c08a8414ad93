/** A program made ready to run: every expression as a closure, every list in the order in which it is looked through. */
import { groupBy } from "../../base/group-by.ts";
import type { Change, CoreProgram, Duty, Expr, Power, Rule, Trigger } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import { printSource } from "../../core/source-text.ts";
import type { CompiledAccount } from "./account-ledgers.ts";
import type { Code, Compiler } from "./compile.ts";
import { compileExpression } from "./compile.ts";
import { EventsOfDefault } from "./defaults.ts";
import type { OverrideSet } from "./definitions.ts";
import { Definitions } from "./definitions.ts";
import { requiredTogether } from "./operators.ts";

export interface Machine {
  readonly program: CoreProgram;
  readonly definitions: Definitions;
  readonly eventsOfDefault: EventsOfDefault;
  readonly accounts: readonly CompiledAccount[];
  readonly eventRules: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly calendarRules: readonly CompiledRule[];
  readonly edgeRules: readonly CompiledRule[];
  readonly powers: ReadonlyMap<string, CompiledPower>;
  readonly duties: readonly CompiledDuty[];
  /** Definitions fixed by each event, by their keys. */
  readonly fixes: ReadonlyMap<string, readonly string[]>;
  readonly codeOf: (expr: Expr) => Code;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly trigger: Trigger;
  /** The date of a calendar trigger, the condition of an edge. */
  readonly test: Code | undefined;
  readonly condition: Code | undefined;
  readonly changes: readonly CompiledChange[];
  /** Whether the condition of an edge stays the same until something is changed. */
  readonly isTimeless: boolean;
}
export interface CompiledChange {
  readonly change: Change;
  /** The value set, added or posted; the amount applied. */
  readonly value: Code | undefined;
  readonly dueOn: Code | undefined;
  readonly payableOn: Code | undefined;
  readonly monthOf: Code | undefined;
}
export interface CompiledPower {
  readonly power: Power;
  readonly conditions: readonly CompiledRequirement[];
  readonly askingFor: Code | undefined;
  readonly limits: readonly Code[];
}
export interface CompiledRequirement {
  readonly code: Code;
  readonly reason: string;
  /** What a condition under a name is made of, where all of it has to hold: a refusal tells which of it does not. */
  readonly parts: readonly { readonly code: Code; readonly words: string }[];
}
export interface CompiledDuty {
  readonly duty: Duty;
  readonly due: Code;
  readonly amount: Code | undefined;
  readonly condition: Code | undefined;
}

export function makeMachine(program: CoreProgram): Machine {
  const definitions = new Definitions(program);
  const eventsOfDefault = new EventsOfDefault(program);
  const codes = new Map<Expr, Code>();
  const codeFor = (displaced?: OverrideSet) => {
    const compiler: Compiler = {
      program,
      definitions,
      eventsOfDefault,
      ...(displaced === undefined ? {} : { displaced }),
      compile: (expr) => compileExpression(expr, compiler),
    };
    return compiler.compile;
  };
  const compile = codeFor();
  definitions.compileAll((expr, displaced) => (displaced === undefined ? compile : codeFor(displaced))(expr));
  eventsOfDefault.compileAll(compile);
  const optional = (expr: Expr | undefined) => (expr === undefined ? undefined : compile(expr));
  const rules = program.rules.map((rule) => compileRule(rule, program, optional));
  return {
    program,
    definitions,
    eventsOfDefault,
    accounts: [...program.accounts.values()].map((account) => ({
      account,
      rate: optional(account.accrual?.rate),
      base: optional(account.accrual?.base),
      basis: optional(account.accrual?.basis),
      dayOfPayment: optional(account.accrual?.dayOfPayment),
      from: optional(account.accrual?.from),
      condition: optional(account.accrual?.condition),
    })),
    eventRules: groupBy(
      rules.filter(({ trigger }) => trigger.kind === "Event"),
      ({ trigger }) => (trigger.kind === "Event" ? trigger.event : ""),
    ),
    calendarRules: rules.filter(({ trigger }) => trigger.kind === "Calendar"),
    edgeRules: rules.filter(({ trigger }) => trigger.kind === "Edge"),
    powers: new Map(
      [...program.powers].map(([event, power]) => [event, compilePower(power, program, compile, optional)]),
    ),
    duties: program.duties.map((duty) => ({
      duty,
      due: compile(duty.due),
      amount: optional(duty.amount),
      condition: optional(duty.condition),
    })),
    fixes: fixesByEvent(program),
    codeOf: (expr) => {
      const known = codes.get(expr) ?? compile(expr);
      codes.set(expr, known);
      return known;
    },
  };
}

function compileRule(
  rule: Rule,
  program: CoreProgram,
  optional: (expr: Expr | undefined) => Code | undefined,
): CompiledRule {
  const { trigger } = rule;
  return {
    rule,
    trigger,
    test:
      trigger.kind === "Calendar"
        ? optional(trigger.date)
        : trigger.kind === "Edge"
          ? optional(trigger.condition)
          : undefined,
    condition: optional(rule.condition),
    isTimeless: trigger.kind === "Edge" && isTimeless(trigger.condition, program),
    changes: rule.changes.map((change) => {
      const posting = change.kind === "AccountPosting" ? change : undefined;
      const valued = change.kind === "SetState" || change.kind === "AddToState" ? change.value : undefined;
      const amount = change.kind === "ApplyPayment" ? change.amount : posting?.amount;
      return {
        change,
        value: optional(valued ?? amount),
        dueOn: optional(posting?.dueOn),
        payableOn: optional(posting?.payableOn),
        monthOf: optional(posting?.monthOf),
      };
    }),
  };
}

function compilePower(
  power: Power,
  program: CoreProgram,
  compile: (expr: Expr) => Code,
  optional: (expr?: Expr) => Code | undefined,
): CompiledPower {
  return {
    power,
    conditions: power.conditions.map(({ condition, reason }) => ({
      code: compile(condition),
      reason,
      parts: partsOf(condition, program).map((part) => ({ code: compile(part), words: printSource(part.span) })),
    })),
    askingFor: optional(power.askingFor),
    limits: power.limits.map(compile),
  };
}

/** A condition under a name that exceptions may displace is told by that name alone. */
function partsOf(condition: Expr, { definitions, overrides }: CoreProgram): readonly Expr[] {
  if (condition.kind !== "ReadDefinition" || condition.of !== undefined) return [];
  if (overrides.some(({ definition }) => definition === condition.key)) return [];
  const named = definitions.get(condition.key);
  return named === undefined ? [] : requiredTogether(named.value);
}

function fixesByEvent({ definitions }: CoreProgram): ReadonlyMap<string, readonly string[]> {
  const fixes = new Map<string, string[]>();
  for (const { key, owner, isFixed } of definitions.values()) {
    if (isFixed && owner !== undefined) fixes.set(owner, [...(fixes.get(owner) ?? []), key]);
  }
  return fixes;
}
