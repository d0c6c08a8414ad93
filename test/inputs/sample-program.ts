import type {
  Askable,
  Constant,
  CoreProgram,
  EventType,
  Field,
  Param,
  Reading,
  Series,
  Value,
} from "../../src/core/core.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { exact } from "../../src/units/exact.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { parseDate } from "../../src/units/plain-date.ts";
import type { ValueType } from "../../src/units/value-type.ts";
import { date, money, percent, price, rate, shares, text, time, yesOrNo } from "../../src/units/value-type.ts";

/**
 * What a scenario may name in an invented loan, made by hand: it has one of each kind of thing, and no clauses.
 *
 * The scenarios in the catalogue of diagnostics are of this loan.
 */
const stock: Series = {
  name: "Stock",
  section: "1",
  columns: new Map([["close", { type: price, isRead: false }]]),
};

export const sampleProgram: CoreProgram = {
  title: "Sample Loan",
  parties: ["Lender", "Borrower"],
  existsFrom: "First Day",
  series: new Map([["Stock", stock]]),
  tradedSeries: "Stock",
  sections: ["1", "3.7", "4(a)"].map((label) => ({ label, title: "" })),
  params: named<Param>([
    { ...declared("Loan Amount"), type: money },
    { ...declared("First Day"), type: date, initial: constant(date, dateOf("2024-01-02")) },
    {
      ...declared("Interest Start"),
      type: date,
      initial: { kind: "ReadParam", name: "First Day", ...typed(date) },
    },
    { ...declared("Rate"), type: rate, initial: constant(rate, exact(2, 25)) },
    { ...declared("Ceiling"), type: percent, initial: constant(percent, exact(1)) },
  ]),
  readings: named<Reading>([
    { ...declared("days of grace"), passage: "", choices: ["calendar", "business"], chosen: "calendar" },
    { ...declared("whole days"), passage: "", choices: ["counted in full"], chosen: "counted in full" },
  ]),
  schedules: new Map([
    [
      "Instalments",
      {
        ...declared("Instalments"),
        rows: { ...event("Instalments", undefined, [field("Amount", money)]) },
        dates: { made: "given", isOptional: true },
      },
    ],
  ]),
  events: named<EventType>([
    event("Payment Made", undefined, [
      field("Amount", money),
      field("Method", { kind: "choice", options: ["cash", "wire", "cheque in the post"] }),
      { ...field("In Full", yesOrNo), initial: constant(yesOrNo, false) },
      { ...field("Value Day", date), isOptional: true },
      { ...field("Clock", time), isOptional: true },
      { ...field("Remark", text), isOptional: true },
      { ...field("Price", price), isOptional: true },
      { ...field("Count", shares), isOptional: true },
    ]),
    event("Payment Returned", "Payment Made", []),
    event("Rate Notice", undefined, []),
  ]),
  definitions: new Map([
    ["Amount Owed", definition("Amount Owed", money)],
    ["Amount Credited / Payment Made", definition("Amount Credited", money, "Payment Made")],
  ]),
  overrides: [],
  shareAdjustments: new Map(),
  states: new Map(),
  accounts: new Map(),
  rules: [],
  powers: new Map(),
  defaultConditions: [],
  duties: [],
  covenants: [],
  prohibitions: [],
  elections: [],
  roles: [],
  views: [],
  provisions: [],
  stories: [],
  askable: named<Askable>([
    { name: "Amount Owed", noteLevel: { kind: "definition", key: "Amount Owed" }, perEvent: new Map() },
    { name: "Loan Amount", noteLevel: { kind: "param", key: "Loan Amount" }, perEvent: new Map() },
    { name: "Event of Default", noteLevel: { kind: "family", key: "Event of Default" }, perEvent: new Map() },
    {
      name: "Amount Credited",
      perEvent: new Map([["Payment Made", { kind: "definition", key: "Amount Credited / Payment Made" }]]),
    },
    { name: "Method", perEvent: new Map([["Payment Made", { kind: "field", key: "Method" }]]) },
  ]),
};

function declared(name: string) {
  return { name, section: "1", span: typed(money).span };
}

function typed(type: ValueType) {
  return { type, span: { source: new SourceFile("sample-loan.tenor", ""), start: 0, end: 0 } };
}

function constant(type: ValueType, value: Value): Constant {
  return { kind: "Constant", value, ...typed(type) };
}

function field(name: string, type: ValueType): Field {
  return { ...declared(name), type, isOptional: false };
}

function event(name: string, refersTo: string | undefined, fields: Field[]): EventType {
  return { ...declared(name), ...(refersTo !== undefined && { refersTo }), fields: named(fields), opensDay: false };
}

function definition(name: string, type: ValueType, owner?: string) {
  const key = owner === undefined ? name : `${name} / ${owner}`;
  const value = constant(type, exact(0));
  return {
    ...declared(name),
    key,
    type,
    ...(owner !== undefined && { owner }),
    isFixed: false,
    isOptional: false,
    value,
  };
}

function named<T extends { readonly name: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}

function dateOf(iso: string): PlainDate {
  const day = parseDate(iso);
  if (day === undefined) throw new Error(`${iso} is no date`);
  return day;
}
