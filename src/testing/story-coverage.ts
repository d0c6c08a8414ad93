/** Which clauses, branches, readings, exceptions and refusals no story gets to. */
import { groupBy } from "../base/group-by.ts";
import type { CoreProgram, Expr } from "../core/core.ts";
import { expressionsIn } from "../core/dependencies.ts";
import type { Span } from "../source/span.ts";
import { wordsOf } from "../source/span.ts";
import type { Tried } from "./trial.ts";
import { watchAll } from "./trial.ts";

/** Something that a story can get to, and whether one does. */
export interface Reached {
  readonly section: string;
  readonly span: Span;
  readonly what: ReachedKind;
  readonly words: string;
  readonly isReached: boolean;
}

export type ReachedKind = "definition" | "rule" | "branch" | "reading" | "exception" | "refusal" | "default";

export interface StoryCoverage {
  readonly items: readonly Reached[];
  /** Where something was evaluated: offsets in the template's own file, in order. */
  readonly evaluatedAt: readonly number[];
  /** Stories whose answers are not what they expect. */
  readonly failing: readonly string[];
}

/** What was seen of an expression: whether it was evaluated, and as what, if it is a condition. */
interface Seen {
  readonly isTrue: boolean;
  readonly isFalse: boolean;
}

type Look = (expr: Expr) => Seen | undefined;

/** What the stories get to, of what is written in `file`. */
export function storyCoverage(program: CoreProgram, file: string, stories: readonly Tried[]): StoryCoverage {
  const seen = new Map<Expr, Seen>();
  const passed = watchAll(program, stories, () => (expr, result) => {
    const before = seen.get(expr) ?? nothing;
    if (before.isTrue && before.isFalse) return;
    seen.set(expr, { isTrue: before.isTrue || result === true, isFalse: before.isFalse || result === false });
  });
  const look: Look = (expr) => seen.get(expr);
  const all = [
    ...definitions(program, look),
    ...branches(program, look),
    ...rules(program, look),
    ...powersAndDefaults(program, look),
    ...readings(program, stories),
  ];
  const items = all.filter(({ span }) => span.source.name === file && span.end > span.start);
  const own = [...seen.keys()].filter(({ span }) => span.source.name === file);
  return {
    items: inOrder(once(items)),
    evaluatedAt: own.map(({ span }) => span.start).toSorted((a, b) => a - b),
    failing: stories.flatMap(({ name }, index) => (passed[index] ? [] : [name])),
  };
}

const nothing: Seen = { isTrue: false, isFalse: false };

/** What was lowered to several equal parts is reached where one of them is. */
function once(items: readonly Reached[]): Reached[] {
  const groups = groupBy(items, ({ what, span: { start, end }, words }) => `${what} ${start} ${end} ${words}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, isReached: group.some(({ isReached }) => isReached) }];
  });
}

function inOrder(items: readonly Reached[]): Reached[] {
  return items.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function definitions({ definitions: all, overrides, powers }: CoreProgram, look: Look): Reached[] {
  // What a power leaves of what was asked for comes from its limits, and not from an expression of its own.
  const askedFor = new Map([...powers.values()].map(({ giving, askingFor }) => [giving, askingFor]));
  const ofDefinitions = [...all].map(([key, { section, span, name, value }]): Reached => {
    const isReached = look(askedFor.get(key) ?? value) !== undefined;
    return { section, span, what: "definition", words: name, isReached };
  });
  const ofOverrides = overrides.map(({ section, span, guard }): Reached => {
    return { section, span, what: "exception", words: wordsOf(guard.span), isReached: look(guard)?.isTrue === true };
  });
  return [...ofDefinitions, ...ofOverrides];
}

function branches(program: CoreProgram, look: Look): Reached[] {
  const { definitions: all, overrides, rules: list, powers, defaultConditions, accounts, states } = program;
  const parts = [all, powers, accounts, states].flatMap((it) => [...it.values()]);
  return [...parts, ...overrides, ...list, ...defaultConditions].flatMap((part) => {
    return expressionsIn(part).flatMap((expr): Reached[] => {
      if (expr.kind !== "Case" || expr.span.end === expr.span.start) return [];
      const arms = expr.arms.map(({ condition, value }) => [value, `if ${wordsOf(condition.span)}`] as const);
      return [...arms, [expr.otherwise, "otherwise"] as const].map(([value, words]): Reached => {
        const { section } = part;
        return { section, span: expr.span, what: "branch", words, isReached: look(value) !== undefined };
      });
    });
  });
}

/** Of a rule without expressions nothing is seen. */
function rules({ rules: list }: CoreProgram, look: Look): Reached[] {
  return list.flatMap(({ section, span, condition, changes }): Reached[] => {
    const parts = condition === undefined ? expressionsIn(changes) : [condition];
    if (parts.length === 0) return [];
    const isReached = parts.some((it) =>
      condition === undefined ? look(it) !== undefined : look(it)?.isTrue === true,
    );
    return [{ section, span, what: "rule", words: firstLineOf(span), isReached }];
  });
}

function powersAndDefaults(
  { powers, defaultConditions, prohibitions, definitions: all }: CoreProgram,
  look: Look,
): Reached[] {
  const refusals = [...powers.values()].flatMap(({ section, conditions }) =>
    conditions.map(({ condition, reason }): Reached => {
      return {
        section,
        span: condition.span,
        what: "refusal",
        words: reason,
        isReached: look(condition)?.isFalse === true,
      };
    }),
  );
  const forbidden = prohibitions.flatMap(({ section, span, key }): Reached[] => {
    const value = all.get(key)?.value;
    if (value === undefined) return [];
    return [{ section, span, what: "refusal", words: firstLineOf(span), isReached: look(value)?.isTrue === true }];
  });
  const defaults = defaultConditions.map(({ section, span, title, condition }): Reached => {
    return { section, span, what: "default", words: title, isReached: look(condition)?.isTrue === true };
  });
  return [...refusals, ...forbidden, ...defaults];
}

function readings({ readings: all }: CoreProgram, stories: readonly Tried[]): Reached[] {
  return [...all.values()].flatMap(({ section, span, name, choices, chosen }) =>
    choices.map((choice): Reached => {
      const isReached = stories.some(({ scenario }) => (scenario.readings.get(name) ?? chosen) === choice);
      return { section, span, what: "reading", words: `${name}: ${choice}`, isReached };
    }),
  );
}

const longest = 90;

function firstLineOf(span: Span): string {
  const words = wordsOf(span);
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
