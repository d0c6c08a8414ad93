import type { Constant, CoreProgram, EventType, Field, Param, Value } from "../../core/core.ts";
import { SourceFile } from "../../source/source-file.ts";
import { commonEvents } from "../../units/common-events.ts";
import { commonTerms } from "../../units/common-terms.ts";
import { zero } from "../../units/exact.ts";
import type { ValueType } from "../../units/value-type.ts";
import { inCurrency } from "../../units/value-type.ts";

/** How messages name what every instrument shares. */
export const vocabulary = "The common vocabulary";

const span = { source: new SourceFile("the common vocabulary", ""), start: 0, end: 0 };
const placed = { section: "", span };

/**
 * The common vocabulary in the form of a template, so that a story is read, and its mistakes are found, as those of a
 * scenario are. It has deal terms and events, and nothing that runs. Its amounts and prices are in one currency.
 */
export const commonProgramIn = (currency: string): CoreProgram => ({
  title: vocabulary,
  parties: [],
  existsFrom: "issue date",
  series: new Map(),
  sections: [],
  params: byName(Object.entries(commonTerms).map(([name, { type }]) => param(name, inCurrency(type, currency)))),
  readings: new Map(),
  schedules: new Map(),
  events: byName(
    Object.entries(commonEvents).map(([name, { fields, refersTo }]): EventType => {
      const own = Object.entries(fields).map(([key, { type, initial }]) =>
        field(key, inCurrency(type, currency), initial),
      );
      return { name, ...placed, fields: byName(own), opensDay: false, ...(refersTo !== undefined && { refersTo }) };
    }),
  ),
  definitions: new Map(),
  overrides: [],
  states: new Map(),
  accounts: new Map(),
  rules: [],
  powers: new Map(),
  defaultConditions: [],
  duties: [],
  covenants: [],
  prohibitions: [],
  elections: [],
  shareAdjustments: new Map(),
  roles: [],
  views: [],
  provisions: [],
  stories: [],
  askable: new Map(),
});

/** A fact may be left out, and is never calculated from its start value. */
function param(name: string, type: ValueType): Param {
  return { name, ...placed, type, initial: constant(zero, type) };
}

function field(name: string, type: ValueType, initial: Value | undefined): Field {
  const start = initial === undefined ? {} : { initial: constant(initial, type) };
  return { name, ...placed, type, isOptional: false, ...start };
}

function constant(value: Value, type: ValueType): Constant {
  return { kind: "Constant", value, type, span };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}
