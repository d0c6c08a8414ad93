/** Where the parties stand, ready for JSON: amounts are decimal strings with their unit beside them. */
import type { BalanceFact } from "../evaluate/answers/balance.ts";
import type { ContinuingDefault, PositionFact } from "../evaluate/answers/position.ts";
import type { OwedTotal } from "../evaluate/answers/position-totals.ts";
import type { Occurrence } from "../evaluate/state/run.ts";
import type { ErrorKind } from "../evaluate/values/problem.ts";
import { isProblem } from "../evaluate/values/problem.ts";
import type { Exact } from "../units/exact.ts";
import { toDecimalText } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { describeAnswer } from "./answers.ts";
import type { AnswerValue } from "./outcome.ts";
import { problemWords } from "./problems.ts";

/** The position at the end of a day. */
export interface NotePosition {
  readonly on: string;
  readonly balances: readonly Balance[];
  /** All that is owed, in one sum; not there where the template marks nothing that is owed. */
  readonly owed?: OwedInAll;
  /** The shares issued to the holder, of all that are outstanding. */
  readonly dilution?: PositionFigure;
  readonly defaults: readonly StandingDefault[];
}

export type PositionFigure =
  | { readonly amount: string; readonly unit: string }
  | { readonly amount: null; readonly because: string };

/** A sum with the roles of the amounts in it. */
export type OwedInAll = PositionFigure & { readonly of: readonly string[] };

/** A value under its role: its figure, or why it has none, or why it is unknown. */
export type Balance = {
  readonly role: string;
  /** The name that the template gives it. */
  readonly value: string;
  readonly section: string;
} & (
  | { readonly amount: AnswerValue; readonly unit: string }
  | { readonly amount: null; readonly because: string }
  | { readonly error: { readonly kind: ErrorKind; readonly message: string } }
);

/** A default that continues. */
export interface StandingDefault {
  /** `Event of Default`. */
  readonly value: string;
  /** The event for which it stands, where there is one with an id. */
  readonly of?: string | undefined;
  readonly section: string;
  readonly title: string;
  /** Null where the day is unknown. */
  readonly since: string | null;
  /** Why the day is unknown. */
  readonly because?: string | undefined;
}

export function describePosition({ day, balances, owed, dilution, continuing }: PositionFact): NotePosition {
  const defaults = continuing.map(describeContinuing);
  // Two grounds of one section are one line for the reader.
  const distinct = new Map(defaults.map((it) => [JSON.stringify(it), it]));
  return {
    on: formatDate(day),
    balances: balances.map(balanceWords),
    ...(owed !== undefined && { owed: { ...sumWords(owed.sum), of: owed.of } }),
    ...(dilution !== undefined && { dilution: partWords(dilution) }),
    defaults: [...distinct.values()],
  };
}

/** A text says why there is no sum, and so does a balance without a figure. */
function sumWords(sum: OwedTotal["sum"]): PositionFigure {
  if (typeof sum === "string") return { amount: null, because: sum };
  if ("answer" in sum) return withoutFigure(sum);
  return { amount: toDecimalText(sum.amount), unit: sum.currency };
}

function partWords(part: Exact | BalanceFact): PositionFigure {
  return "answer" in part ? withoutFigure(part) : { amount: toDecimalText(part), unit: "percent" };
}

function withoutFigure({ role, answer }: BalanceFact): PositionFigure {
  const { result } = answer;
  return { amount: null, because: `${role.name}: ${isProblem(result) ? problemWords(result) : "no figure"}` };
}

function balanceWords({ role, answer, of }: BalanceFact): Balance {
  const described = describeAnswer(answer);
  const { section } = described;
  const value = of === undefined ? described.value : `${described.value} of ${entryName(of)}`;
  const head = { role: role.name, value, section };
  if ("error" in described) return { ...head, error: described.error };
  if (described.answer === null) return { ...head, amount: null, because: described.because };
  return { ...head, amount: described.answer, unit: described.unit };
}

/** `a`; of an event without an id, `Tranche of 2024-01-03`. */
export const entryName = ({ id, type, on }: Occurrence) => id ?? `${type.name} of ${formatDate(on)}`;

export function describeContinuing({ defaultCondition, occurrence, since }: ContinuingDefault): StandingDefault {
  const { family: value, section, title } = defaultCondition;
  const standing = { value, ...(occurrence?.id !== undefined && { of: occurrence.id }), section, title };
  if (isProblem(since)) return { ...standing, since: null, because: problemWords(since) };
  return { ...standing, since: formatDate(since) };
}
