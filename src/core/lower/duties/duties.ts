/**
 * What a party must, or must not, do, as definitions: how far it has come on a day is a value like any other. So it is
 * asked, tested, explained and displaced by exceptions as definitions are. docs/semantics.md has them in words.
 */
import { invariant } from "../../../base/invariant.ts";
import type { CheckedProgram, CheckedSymbols, Placed } from "../../../checked/ast.ts";
import { eventNamed } from "../../../checked/ast.ts";
import type { StatementOf } from "../../../checked/tree.ts";
import { exact } from "../../../units/exact.ts";
import { date, text } from "../../../units/value-type.ts";
import type * as core from "../../core.ts";
import { definitionKey } from "../../core.ts";
import { lower } from "../expressions.ts";
import { Making } from "../making.ts";
import { isExcused } from "./duty-tests.ts";
import { standingOf } from "./standing.ts";

type Keys = ReturnType<typeof standingOf>;
type Written = StatementOf<"Duty" | "Covenant">;
/** A definition, and the exceptions to it. */
interface Defined {
  readonly definitions: readonly core.Definition[];
  readonly overrides: readonly core.Override[];
}

export function lowerDuty({ statement, section }: Placed<StatementOf<"Duty">>, symbols: CheckedSymbols): core.Duty {
  const { party, to, event, amount, due, owner, name, condition, span } = statement;
  return {
    name: name?.text ?? (event ? `must give ${event.text}` : "must pay"),
    section,
    span,
    party: party.text,
    ...(to && { to: to.text }),
    ...(owner && { owner: owner.text }),
    ...(event && { event: event.text }),
    ...(amount && { amount: lower(amount) }),
    due: lower(due),
    ...(condition && { condition: lower(condition) }),
    ...(name && { standing: shownKeys(keysOf(statement)) }),
    ...(name && symbols.exceptions.has(keysOf(statement).answer) && { excused: excusedBy(statement) }),
  };
}

function excusedBy(statement: StatementOf<"Duty">): core.Expr {
  const { undone } = keysOf(statement);
  const of = statement.owner && ({ kind: "Bound", event: statement.owner.text, depth: 0 } as const);
  const word = { kind: "ReadDefinition", key: undone, ...(of && { of }), type: text, span: statement.span } as const;
  return isExcused(word);
}

export function lowerCovenant({ statement, section }: Placed<StatementOf<"Covenant">>): core.Covenant {
  const { party, name, span } = statement;
  return { name: name.text, section, span, party: party.text, standing: shownKeys(keysOf(statement)) };
}

export function lowerProhibition({ statement, section }: Placed<StatementOf<"Prohibition">>): core.Prohibition {
  const { party, event, name, span } = statement;
  const key = definitionKey(name.text, event.text);
  return { name: name.text, section, span, party: party.text, event: event.text, key };
}

/** What the name of a duty or a covenant stands for; none where another one has the name. */
export function lowerStanding({ statement, section }: Placed<Written>, program: CheckedProgram): Defined {
  const { symbols } = program;
  const { name } = statement;
  if (name === undefined) return { definitions: [], overrides: [] };
  const owner = statement.kind === "Duty" ? statement.owner?.text : undefined;
  const start = symbols.head?.existsFrom?.text;
  invariant(start !== undefined, "a note without errors says from when it exists");
  const making = new Making(owner, { section, span: statement.span }, start);
  const keys = keysOf(statement);
  if (statement.kind === "Duty") defineDuty(statement, keys, making, symbols);
  else defineCovenant(statement, keys, making);
  return { definitions: making.definitions, overrides: excuses(keys, statement, symbols) };
}

/** A covenant is never performed, so that its standing is the same with and without that. */
function keysOf(statement: Written): Keys {
  const isDuty = statement.kind === "Duty";
  const keys = standingOf(definitionKey(statement.name?.text ?? "", isDuty ? statement.owner?.text : undefined));
  return isDuty ? keys : { ...keys, undone: keys.word };
}

/** What others than the definitions themselves read. */
function shownKeys({ answer, undone, word, breach, ...rest }: Keys): core.Standing {
  return { answer, undone, word, breach, performance: rest.performance };
}

/** An exception to a duty excuses: what has not been done is then no breach. */
function excuses({ answer, undone }: Keys, { name }: Written, { exceptions }: CheckedSymbols): core.Override[] {
  return (exceptions.get(answer) ?? []).map(({ statement, section }) => ({
    name: name?.text ?? "",
    section,
    span: statement.span,
    definition: undone,
    guard: lower(statement.condition),
    value: { kind: "Constant", value: `excused under ${section}`, type: text, span: statement.value.span },
    over: [...new Set(statement.over.map((it) => it.text))].toSorted(),
  }));
}

/**
 * Undone it is open until its day, and then breached, for as long as it is owed. It is late if it is done on a later day,
 * at whose beginning it was still to be done.
 */
function defineDuty(statement: StatementOf<"Duty">, keys: Keys, make: Making, symbols: CheckedSymbols): void {
  const due = () => lower(statement.due);
  const undone = make.define(keys.undone, undoneOf(statement, make));
  const doneOn = make.define(keys.performance, performed(statement, keys, make, symbols), true);
  const isDone = make.isSet(doneOn);
  const delay = make.define(keys.delay, delayOf(statement, undone, doneOn, make));
  const isDelayed = make.all(isDone, make.is(delay, ">", make.number(0)));
  const wording = make.cases(
    [
      [isDelayed, make.text("late")],
      [isDone, make.text("performed")],
    ],
    undone,
  );
  const word = make.define(keys.word, wording);
  const since = { from: due(), fromIncluded: false, to: make.today, toIncluded: true };
  const first = make.orElse(make.dayOn("first", since, make.isOneOf(undone, "breached")), make.today);
  const breach = make.define(keys.breach, make.onlyWhile(first, make.isOneOf(word, "breached")), true);
  const isByOne = make.all(make.isOneOf(word, "late"), make.is(delay, "=", make.number(1)));
  const answer = make.cases(
    [
      [isByOne, make.text("late by 1 day")],
      [make.isOneOf(word, "late"), make.phrase("late by ", delay, " days")],
      [make.isOneOf(word, "performed"), make.phrase("performed on ", doneOn)],
      [make.isOneOf(word, "open"), make.phrase("open until ", due())],
      [make.isOneOf(word, "breached"), make.phrase("breached since ", breach)],
    ],
    word,
  );
  make.define(keys.answer, make.said(answer));
}

function undoneOf({ amount, condition, due }: StatementOf<"Duty">, make: Making): core.Expr {
  const day = lower(due);
  const free = [
    ...(condition ? [make.not(lower(condition))] : []),
    ...(due.isOptional === true ? [make.not(make.isSet(day))] : []),
    ...(amount ? [isNothing(amount, make)] : []),
  ].map((it) => [it, make.text("not owed")] as const);
  return make.cases([...free, [make.is(make.today, "≤", day), make.text("open")]], make.text("breached"));
}

/** What is late as it is done stays so; what is not done is late by one more day each day. */
function delayOf({ due }: StatementOf<"Duty">, undone: core.Expr, doneOn: core.Expr, make: Making): core.Expr {
  const dueThen = () => make.asOf(lower(due), doneOn);
  const isLate = make.all(
    make.isSet(doneOn),
    ...(due.isOptional === true ? [make.isSet(dueThen())] : []),
    make.is(doneOn, ">", dueThen()),
    make.isOneOf(make.asOf(undone, make.shift("before", doneOn)), "open", "breached"),
  );
  return make.cases(
    [
      [isLate, make.daysBetween(dueThen(), doneOn)],
      [make.isSet(doneOn), make.number(0)],
      [make.isOneOf(undone, "breached"), make.daysBetween(lower(due), make.today)],
    ],
    make.number(0),
  );
}

type Amount = NonNullable<StatementOf<"Duty">["amount"]>;

function isNothing(amount: Amount, make: Making): core.Expr {
  const owed = lower(amount);
  const nothing: core.Expr = { kind: "Constant", value: exact(0), type: owed.type, ...make.at };
  return make.is(owed, "≤", nothing);
}

/** The day on which what was to be given took effect, or as of which nothing is left of what was to be paid. */
function performed(statement: StatementOf<"Duty">, keys: Keys, make: Making, symbols: CheckedSymbols): core.Expr {
  const { event: given, owner, amount } = statement;
  if (amount !== undefined) {
    const owedThen = make.lastDayBefore(make.not(isNothing(amount, make)));
    return make.onlyWhile(make.shift("after", owedThen), isNothing(amount, make));
  }
  invariant(given !== undefined, "a duty is to pay or to give something");
  const event = given.text;
  const of: core.Occurrence =
    owner === undefined || make.of === undefined
      ? { kind: "Found", event, which: "first" }
      : { kind: "Referring", event, of: make.of, isFirst: true };
  const declared = eventNamed(symbols, event);
  if (declared?.takesEffectOn === undefined) return { kind: "EventMoment", moment: "date", of, type: date, ...make.at };
  // An event that takes effect later is done on that day.
  const key = `${keys.performance}, once given`;
  const own = { kind: "EventMoment", moment: "date", of: { kind: "Bound", event, depth: 0 }, type: date } as const;
  const operands = [{ ...own, ...make.at }, lower(declared.takesEffectOn)].map((value) => ({ value, ifSet: false }));
  make.define(key, { kind: "Extreme", which: "greatest", operands, type: date, ...make.at }, true, event);
  return make.read(key, date, of);
}

/** Breached since the first of the days up to today at whose ends it was so; cured on the first after the last of these. */
function defineCovenant(statement: StatementOf<"Covenant">, keys: Keys, make: Making): void {
  const excuse = statement.unless && lower(statement.unless);
  const word = make.define(
    keys.undone,
    make.cases(
      [
        ...(excuse ? ([[excuse, make.text("kept")]] as const) : []),
        [lower(statement.condition), make.text("breached")],
      ],
      make.text("kept"),
    ),
  );
  const isBreached = () => make.isOneOf(word, "breached");
  const first = make.orElse(make.shift("after", make.lastDayBefore(make.not(isBreached()))), make.start);
  const breach = make.define(keys.breach, make.onlyWhile(first, isBreached()), true);
  const cure = make.onlyWhile(make.shift("after", make.lastDayBefore(isBreached())), make.isOneOf(word, "kept"));
  const cured = make.define(keys.cure, cure, true);
  const answer = make.cases(
    [
      [isBreached(), make.phrase("breached since ", breach)],
      [make.isSet(cured), make.phrase("cured on ", cured)],
    ],
    word,
  );
  make.define(keys.answer, make.said(answer));
}
