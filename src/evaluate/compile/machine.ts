/** A program made ready to run: every expression as a closure, every list in the order in which it is looked through. */

import { assertNever } from "../../base/assert-never.ts";
import { entryIn } from "../../base/entry-in.ts";
import { groupBy, listUnder } from "../../base/group-by.ts";
import { invariant } from "../../base/invariant.ts";
import { lazily } from "../../base/lazily.ts";
import type {
  AccountPosting,
  ApplyPayment,
  Change,
  ClearState,
  CoreProgram,
  Duty,
  EventType,
  Expr,
  Happens,
  PaymentTarget,
  Power,
  Rule,
  State,
  Trigger,
  Value,
} from "../../core/core.ts";
import { datedEvents } from "../../core/dated-events.ts";
import { followsCalendar } from "../../core/dependencies.ts";
import { sizeOf } from "../../core/depth.ts";
import { reckonsForward } from "../../core/forward-dates.ts";
import type { Span } from "../../source/span.ts";
import { wordsOf } from "../../source/span.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Code, CompiledAccount, Evaluation, Moment, Occurrence, Rows } from "../state/run.ts";
import { compileExpression } from "./compile.ts";
import { compileAccount } from "./compile-account.ts";
import type { Compiler } from "./compiler.ts";
import { EventsOfDefault } from "./defaults.ts";
import type { OverrideSet } from "./definitions.ts";
import { Definitions } from "./definitions.ts";
import { requiredTogether } from "./expressions/operators.ts";
import { Schedules } from "./schedules.ts";
import type { TypedCompiler } from "./typed-compiler.ts";
import { typedCompiler } from "./typed-compiler.ts";

export interface Machine {
  readonly program: CoreProgram;
  readonly definitions: Definitions;
  readonly eventsOfDefault: EventsOfDefault;
  readonly accounts: readonly CompiledAccount[];
  /** By event, the accounts that each has. */
  readonly accountsOf: ReadonlyMap<string, readonly CompiledAccount[]>;
  readonly eventRules: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly calendarRules: readonly CalendarRule[];
  readonly edgeRules: readonly EdgeRule[];
  /** What happens by itself, in the order in which those of one day happen. */
  readonly dated: readonly CompiledDated[];
  readonly powers: ReadonlyMap<string, CompiledPower>;
  readonly duties: readonly CompiledDuty[];
  /** By event, the states that each has. */
  readonly statesOf: ReadonlyMap<string, readonly State[]>;
  /** Definitions fixed by each event, by their keys. */
  readonly fixes: ReadonlyMap<string, readonly string[]>;
  /** Compiles what is evaluated apart: start values, effective days, share ratios. Each expression once. */
  readonly compiler: TypedCompiler;
  /** Code that reports each step to the tracer of its run, for explanations; compiled when it is first needed. */
  readonly traced: (expr: Expr, displaced?: OverrideSet) => Code;
  /** What gives the rows of a schedule, by its name. */
  readonly rowsOf: (schedule: string) => Code<Rows>;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly condition: Code<boolean> | undefined;
  readonly changes: readonly CompiledChange[];
  /** The stages in which it begins and ends to change something. */
  readonly stages: { readonly first: number; readonly last: number };
}
export type CalendarRule = CompiledRule & CompiledDays;
export type CompiledDated = { readonly type: EventType } & CompiledDays;
/** The days on which something comes. */
export type CompiledDays = {
  /** Whether they are counted forward only. */
  readonly isForward: boolean;
} & (
  | {
      readonly date: Code<PlainDate>;
      readonly rows?: undefined;
      /** Whether the date goes by today, deal terms, readings and calendars alone. */
      readonly followsCalendar: () => boolean;
    }
  /** For each row of a schedule on its date. */
  | { readonly rows: Code<Rows> }
);
export interface EdgeRule extends CompiledRule {
  readonly trigger: Extract<Trigger, { kind: "Edge" }>;
  readonly edge: Code<boolean>;
}
export type CompiledChange = CompiledStateChange | CompiledPayment | CompiledPosting;
export type CompiledStateChange = {
  readonly of: CompiledEvents | undefined;
  /** Whether its rule speaks of an event or of a row, and can say nothing without one. */
  readonly isOfHead: boolean;
} & (
  | { readonly kind: "SetState"; readonly change: Extract<Change, { kind: "SetState" }>; readonly value: Code<Value> }
  | {
      readonly kind: "AddToState";
      readonly change: Extract<Change, { kind: "AddToState" }>;
      readonly amount: Code<Exact>;
    }
  | { readonly kind: "ClearState"; readonly change: Extract<Change, { kind: "ClearState" }> }
);
/** The event whose state is changed, or each event of a kind that meets a condition. */
export type CompiledEvents =
  | { readonly kind: "One"; readonly event: Code<Occurrence> }
  | {
      readonly kind: "Each";
      readonly event: string;
      readonly where: Code<boolean> | undefined;
      /** What it looks at for each of them. */
      readonly size: number;
      readonly span: Span;
    };

export interface CompiledPayment {
  readonly kind: "ApplyPayment";
  readonly change: ApplyPayment;
  readonly amount: Code<Exact>;
  readonly targets: readonly CompiledTarget[];
  readonly isOfHead: boolean;
}
export interface CompiledTarget {
  readonly target: PaymentTarget;
  readonly of: CompiledEvents | undefined;
}
export interface CompiledPosting {
  readonly kind: "AccountPosting";
  readonly change: AccountPosting;
  readonly of: CompiledEvents | undefined;
  readonly isOfHead: boolean;
  readonly amount: Code<Exact> | undefined;
  readonly dueOn: Code<PlainDate> | undefined;
  readonly payableOn: Code<PlainDate> | undefined;
  readonly monthOf: Code<PlainDate> | undefined;
}
export interface CompiledPower {
  readonly power: Power;
  readonly conditions: readonly CompiledRequirement[];
  readonly askingFor: Code<Exact> | undefined;
  readonly limits: readonly Code<Exact>[];
}
export interface CompiledRequirement {
  readonly code: Code<boolean>;
  readonly reason: string;
  /** What a condition under a name is made of, where all of it has to hold: a refusal says which of it does not. */
  readonly parts: readonly { readonly code: Code<boolean>; readonly words: string }[];
}
export interface CompiledDuty {
  readonly duty: Duty;
  readonly due: Code<PlainDate>;
  readonly amount: Code<Exact> | undefined;
  readonly condition: Code<boolean> | undefined;
  /** Whether an exception excuses it. */
  readonly excused: Code<boolean> | undefined;
}

/** For tests of a template's stories: another expression in the place of one, and who is told what each gives. */
export interface Probe {
  readonly instead?: (expr: Expr) => Expr;
  readonly told?: (expr: Expr, result: Evaluation, moment: Moment) => void;
}

export function makeMachine(program: CoreProgram, { instead = same, told }: Probe = {}): Machine {
  const probed = told === undefined ? asItIs : tellingOf(told);
  const compilerFor = (displaced?: OverrideSet, finish = probed): TypedCompiler => {
    const compiler = lazily(
      (): Compiler => ({ program, definitions, eventsOfDefault, schedules, displaced, ...typedCompiler(any) }),
    );
    const any = (expr: Expr) => finish(expr, compileExpression(instead(expr), compiler()));
    return typedCompiler((expr) => compiledWhenCalled(expr, any));
  };
  const definitions = new Definitions(program, compilerFor);
  const eventsOfDefault = new EventsOfDefault(program, compilerFor);
  const compiler = compilerFor();
  const schedules = new Schedules(program, compiler);
  const accounts = [...program.accounts.values()].map((account) => compileAccount(account, compiler));
  return {
    program,
    definitions,
    eventsOfDefault,
    accounts,
    accountsOf: groupBy(accounts, ({ account }) => account.owner ?? ""),
    ...compileRules(program, compiler, schedules),
    dated: datedEvents(program).map((type) => ({
      type,
      ...compileDays(type.happens, program, compiler, (of) => schedules.rowsOf(of)),
    })),
    powers: new Map([...program.powers].map(([event, power]) => [event, compilePower(power, program, compiler)])),
    duties: program.duties.map((duty) => ({
      duty,
      due: compiler.day(duty.due),
      amount: optional(duty.amount, compiler.figure),
      condition: optional(duty.condition, compiler.condition),
      excused: optional(duty.excused, compiler.condition),
    })),
    statesOf: groupBy(program.states.values(), ({ owner }) => owner ?? ""),
    fixes: fixesByEvent(program),
    compiler: typedCompiler(rememberingCode(compiler.any)),
    rowsOf: (schedule) => schedules.rowsOf(schedule),
    traced: rememberingCode((expr, displaced) => compilerFor(displaced, tracing).any(expr)),
  };
}

/** A run calls few of a template's expressions, so each is compiled, with all its parts, when it is first called. */
function compiledWhenCalled(expr: Expr, compile: (expr: Expr) => Code): Code {
  let size = 0;
  let code: Code = (moment, binding) => {
    size = sizeOf(expr);
    code = compile(expr);
    return code(moment, binding);
  };
  return (moment, binding) => {
    moment.run.evaluated += size;
    return code(moment, binding);
  };
}

const same = (expr: Expr): Expr => expr;
const asItIs = (_: Expr, code: Code): Code => code;

function tellingOf(told: NonNullable<Probe["told"]>): (expr: Expr, code: Code) => Code {
  return (expr, code) => (moment, binding) => {
    const result = code(moment, binding);
    told(expr, result, moment);
    return result;
  };
}

function tracing(expr: Expr, code: Code): Code {
  // An expression that only reads a definition needs no trace of its own: the definition is traced.
  if (expr.kind === "ReadDefinition" && (expr.of === undefined || expr.of.kind === "Bound")) return code;
  return (moment, binding) => {
    const { tracer } = moment.run;
    invariant(tracer !== undefined, "what is traced has a tracer");
    tracer.begin(expr);
    const result = code(moment, binding);
    tracer.end(moment, result);
    return result;
  };
}

/** An expression stands in one place only, so that what an exception in it displaces is always the same. */
function rememberingCode(compile: Machine["traced"]): Machine["traced"] {
  const codes = new Map<Expr, Code>();
  return (expr, displaced) => {
    const known = codes.get(expr) ?? compile(expr, displaced);
    codes.set(expr, known);
    return known;
  };
}

function optional<C>(expr: Expr | undefined, compile: (expr: Expr) => C): C | undefined {
  return expr === undefined ? undefined : compile(expr);
}

/** The rules by what sets them off. */
function compileRules(
  program: CoreProgram,
  compiler: TypedCompiler,
  schedules: Schedules,
): Pick<Machine, "eventRules" | "calendarRules" | "edgeRules"> {
  const eventRules = new Map<string, CompiledRule[]>();
  const calendarRules: CalendarRule[] = [];
  const edgeRules: EdgeRule[] = [];
  for (const rule of program.rules) {
    const compiled = compileRule(rule, compiler);
    const { trigger } = rule;
    if (trigger.kind === "Event") listUnder(eventRules, trigger.event, compiled);
    else if (trigger.kind !== "Edge") {
      const days = compileDays(trigger, program, compiler, (of) => schedules.knownRowsOf(of));
      calendarRules.push({ ...compiled, ...days });
    } else {
      const edge = compiler.condition(trigger.condition);
      edgeRules.push({ ...compiled, trigger, edge });
    }
  }
  return { eventRules, calendarRules, edgeRules };
}

function compileDays(
  trigger: Happens,
  program: CoreProgram,
  compiler: TypedCompiler,
  rowsOf: (schedule: string) => Code<Rows>,
): CompiledDays {
  if (trigger.kind === "Calendar") {
    const { date } = trigger;
    return {
      date: compiler.day(date),
      isForward: reckonsForward(date, program),
      followsCalendar: lazily(() => followsCalendar(date, program)),
    };
  }
  const { dates } = entryIn(program.schedules, trigger.schedule);
  const isForward = dates.made === "by cycle" && (dates.moved?.relation ?? "on or after") === "on or after";
  return { rows: rowsOf(trigger.schedule), isForward };
}

function compileRule(rule: Rule, compiler: TypedCompiler): CompiledRule {
  const condition = optional(rule.condition, compiler.condition);
  const stages = rule.changes.map(({ stage = 0 }) => stage);
  return {
    rule,
    condition,
    changes: rule.changes.map((change) => compileChange(change, isOfHead(rule.trigger), compiler)),
    stages: { first: Math.min(...stages), last: Math.max(...stages) },
  };
}

function isOfHead(trigger: Trigger): boolean {
  if (trigger.kind === "Edge") return trigger.owner !== undefined;
  return trigger.kind === "Event" || trigger.kind === "Schedule";
}

function compileChange(change: Change, hasHead: boolean, compiler: TypedCompiler): CompiledChange {
  const { value, figure, day } = compiler;
  const events = (it: Pick<ClearState, "of" | "span">) => ({ of: compileEvents(it, compiler), isOfHead: hasHead });
  switch (change.kind) {
    case "SetState":
      return { kind: "SetState", ...events(change), change, value: value(change.value) };
    case "AddToState":
      return { kind: "AddToState", ...events(change), change, amount: figure(change.value) };
    case "ClearState":
      return { kind: "ClearState", ...events(change), change };
    case "ApplyPayment": {
      const { span, amount } = change;
      const targets = change.targets.map((target) => ({ target, of: compileEvents({ ...target, span }, compiler) }));
      return { kind: "ApplyPayment", change, amount: figure(amount), targets, isOfHead: hasHead };
    }
    case "AccountPosting":
      return {
        kind: "AccountPosting",
        ...events(change),
        change,
        amount: optional(change.amount, figure),
        dueOn: optional(change.dueOn, day),
        payableOn: optional(change.payableOn, day),
        monthOf: optional(change.monthOf, day),
      };
    default:
      return assertNever(change);
  }
}

function compileEvents({ of, span }: Pick<ClearState, "of" | "span">, compiler: TypedCompiler) {
  if (of === undefined) return undefined;
  if (of.kind === "One") return { kind: "One", event: compiler.occurrence(of.event) } as const;
  const { event, where } = of;
  return { kind: "Each", event, where: optional(where, compiler.condition), size: sizeOf(where), span } as const;
}

function compilePower(power: Power, program: CoreProgram, { figure, condition }: TypedCompiler): CompiledPower {
  return {
    power,
    conditions: power.conditions.map(({ condition: required, reason }) => ({
      code: condition(required),
      reason,
      parts: partsOf(required, program).map((part) => ({ code: condition(part), words: wordsOf(part.span) })),
    })),
    askingFor: optional(power.askingFor, figure),
    limits: power.limits.map(figure),
  };
}

/** A condition under a name that exceptions may displace is reported by that name alone. */
function partsOf(condition: Expr, { definitions, overrides }: CoreProgram): readonly Expr[] {
  if (condition.kind !== "ReadDefinition" || condition.of !== undefined) return [];
  if (overrides.some(({ definition }) => definition === condition.key)) return [];
  return requiredTogether(entryIn(definitions, condition.key).value);
}

function fixesByEvent({ definitions }: CoreProgram): ReadonlyMap<string, readonly string[]> {
  const fixes = new Map<string, string[]>();
  for (const { key, owner, isFixed } of definitions.values()) {
    if (isFixed && owner !== undefined) listUnder(fixes, owner, key);
  }
  return fixes;
}
