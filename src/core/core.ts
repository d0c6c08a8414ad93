/**
 * The core: the small calculus that everything runs on. The exact evaluator runs it, the bulk evaluator compiles it,
 * analyses read it. docs/semantics.md says what each construct means.
 *
 * Names are resolved, units are checked, every list whose order means nothing is sorted by name, so that the order of
 * statements in a template leaves no mark. Each construct knows its section and its place in the text.
 */

export { definitionKey } from "../checked/ast.ts";
export type { DayUnit, NamedBusinessDay } from "../units/calendars/day-unit.ts";
export type { ValueType } from "../units/value-type.ts";

import type { Span } from "../source/span.ts";
import type {
  Account,
  Askable,
  Definition,
  EventType,
  Override,
  Param,
  Reading,
  Series,
  ShareAdjustment,
  State,
} from "./tree/declarations.ts";
import type { Section } from "./tree/placed.ts";
import type { Plan } from "./tree/plans.ts";
import type { Rule } from "./tree/rules.ts";
import type { Schedule } from "./tree/schedules.ts";
import type { Story } from "./tree/stories.ts";
import type { Covenant, DefaultCondition, Duty, Election, Power, Prohibition } from "./tree/terms.ts";

export type * from "./tree/declarations.ts";
export type * from "./tree/expressions.ts";
export type * from "./tree/placed.ts";
export type * from "./tree/plans.ts";
export type * from "./tree/rules.ts";
export type * from "./tree/schedules.ts";
export type * from "./tree/stories.ts";
export type * from "./tree/terms.ts";

export interface CoreProgram {
  readonly title: string;
  readonly parties: readonly string[];
  /** The deal term before whose date no event belongs to the note. */
  readonly existsFrom: string;
  /** The deal term that is the day of maturity, where the note says which one. */
  readonly maturesOn?: string;
  /** Name of the calendar where a scenario names none. */
  readonly calendar?: string;
  /** The place whose clock shows the note's times, where that is one whose clock is known. */
  readonly place?: string;
  /** Where the note takes only market data in which nothing looks wrong. */
  readonly marketData?: { readonly kind: "strict"; readonly span: Span };
  /** The market data that clauses read, by name: what is declared, or the one market of a note that declares none. */
  readonly series: ReadonlyMap<string, Series>;
  /** Name of the exchange's calendar, by which trading days go where the market data do not reach. */
  readonly exchange?: string;
  /** Whose days the trading days are: a series, where one is said or is the only one. */
  readonly tradedSeries?: string;
  readonly sections: readonly Section[];
  readonly params: ReadonlyMap<string, Param>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly events: ReadonlyMap<string, EventType>;
  /** By `definitionKey`. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly overrides: readonly Override[];
  readonly states: ReadonlyMap<string, State>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly rules: readonly Rule[];
  /** At most one an event. */
  readonly powers: ReadonlyMap<string, Power>;
  readonly defaultConditions: readonly DefaultCondition[];
  readonly duties: readonly Duty[];
  /** What must not be so, at any time. */
  readonly covenants: readonly Covenant[];
  readonly prohibitions: readonly Prohibition[];
  /** Powers that end on a day. */
  readonly elections: readonly Election[];
  /** By event. */
  readonly shareAdjustments: ReadonlyMap<string, ShareAdjustment>;
  readonly roles: readonly { readonly role: string; readonly name: string }[];
  readonly views: readonly View[];
  readonly provisions: readonly Provision[];
  readonly stories: readonly Story[];
  /** Where a file of plans was read with the note. */
  readonly plans?: readonly Plan[];
  /** Every name a question may ask for; a name may be asked both bare and of an event. */
  readonly askable: ReadonlyMap<string, Askable>;
}

export interface View {
  readonly section: string;
  /** The name of which it speaks, where it says one. */
  readonly on?: string;
  readonly text: string;
  readonly insteadOf?: string;
  readonly favours?: string;
}

export interface Provision {
  readonly section: string;
  readonly party?: string;
  readonly modality: "must" | "may" | "must not" | "says";
  readonly text: string;
}
