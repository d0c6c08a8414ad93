import { describe, expect, test } from "vitest";
import type { Scenario } from "../../src/inputs/scenario.ts";
import { readScenario } from "../../src/inputs/scenario.ts";
import type { ScenarioFile } from "../../src/inputs/scenario-file.ts";
import { filesOf, parseScenario } from "../../src/inputs/scenario-file.ts";
import { exact, unlimited } from "../../src/units/exact.ts";
import { parseDate } from "../../src/units/plain-date.ts";
import { marksOf, placesOf, shownOf, valueIn } from "./results.ts";
import { sampleProgram } from "./sample-program.ts";

/** A scenario without problems, one part a line; a row of the tables below puts another part in the place of one. */
const parts = {
  scenario: '"s1"',
  note: '"sample-loan"',
  terms: '{ "Loan Amount": "1000.50" }',
  readings: '{ "days of grace": "business", "whole days": "counted in full" }',
  events: `[${event("2024-02-01", '"id": "p1", "Amount": "5", "Method": "wire"')},\n${returned('"for": "p1"')}]`,
  ask: '[{ "value": "Amount Owed", "on": "2024-02-01", "expect": "995.5" }]',
};

/** Lines of the parts in the text: 2 scenario, 3 note, 4 terms, 5 readings, 6 and 7 events, 8 ask. */
type Changed = Partial<Record<keyof typeof parts, string | undefined>> & { readonly more?: string };

describe("shape", () => {
  test.each<[string, Changed | string, string, ...string[]]>([
    ["no object", "[]", "TN5001 1 [", "The scenario must be an object", "a list"],
    ["broken JSON", '{\n"scenario": }', "TN5004 2 }", "a value is missing"],
    [
      "an unknown key",
      { more: '"weather": "a.csv"' },
      'TN5201 8 "weather"',
      "no key `weather`",
      "the keys are",
      "`market`",
    ],
    ["a misspelt key", { more: '"titel": "a"' }, 'TN5201 8 "titel"', "`titel`", "write `title`"],
    ["a key named __proto__", { more: '"__proto__": {}' }, 'TN5201 8 "__proto__"', "`__proto__`"],
    ["a missing key", { note: undefined }, "TN5202 1 {", "`note`", "the name of a template"],
    ["the note by another name", { note: undefined, more: '"template": "x"' }, 'TN5201 7 "template"', "write `note`"],
    ["events by another name", { events: undefined, more: '"timeline": []' }, 'TN5201 6 "timeline"', "write `events`"],
    ["questions by another name", { ask: undefined, more: '"queries": []' }, 'TN5201 6 "queries"', "write `ask`"],
    ["missing lists", { events: undefined, ask: undefined }, "TN5202 1 {, TN5202 1 {", "`events`", "`ask`"],
    ["a key twice", { more: '"note": "b"' }, 'TN5005 8 "note"', "`note` is given twice", "keep one"],
    ["a number as name", { scenario: "12" }, "TN5001 2 12", "`scenario` must be", "a number", 'write `"12"`'],
    ["an empty name", { scenario: '""' }, 'TN5001 2 ""', "`scenario`", "an empty text"],
    ["terms that are a list", { terms: "[]" }, "TN5001 4 [", "`terms` must be an object", "a list"],
    ["events that are an object", { events: "{}" }, "TN5001 6 {", "`events` must be a list", "an object"],
    [
      "an event that is a text",
      { events: '["Rate Notice"]' },
      'TN5001 6 "Rate Notice"',
      "Event 1 must be an event",
      "a text",
    ],
    [
      "an event without a date",
      { events: '[{ "event": "Rate Notice" }]' },
      "TN5202 6 {",
      "Event 1 lacks `on`",
      "a date",
    ],
    ["an event without a name", { events: '[{ "on": "2024-02-01" }]' }, "TN5202 6 {", "Event 1 lacks `event`"],
    [
      "an id that is a number",
      { events: `[${rateNotice('"id": 7')}]` },
      "TN5001 6 7",
      "`id` of event 1",
      'write `"7"`',
    ],
    ["an empty id", { events: `[${rateNotice('"id": ""')}]` }, 'TN5001 6 ""', "`id` of event 1", "an empty text"],
    [
      "a reading that is no text",
      { readings: '{ "days of grace": true }' },
      "TN5001 5 true",
      "`days of grace`",
      "true",
    ],
    ["an unknown key of a question", { ask: ask('"as": "x"') }, 'TN5201 8 "as"', "Question 1 has no key `as`", "`on`"],
    [
      "a number as answer",
      { ask: ask('"expect": 995.50') },
      "TN5203 8 995.50",
      "`expect` of question 1",
      'write `"995.50"`',
    ],
    [
      "a list as answer",
      { ask: ask('"expect": ["1"]') },
      "TN5001 8 [",
      "`expect` of question 1",
      "an answer",
      "a list",
    ],
    [
      "an unknown kind of error",
      { ask: ask('"expect": { "error": "missing" }') },
      'TN5211 8 "missing"',
      "`missing`",
      '"missing data"',
    ],
    ["an error without a kind", { ask: ask('"expect": {}') }, "TN5202 8 {", "`error`", "a kind of error"],
    ["a section that is a number", { ask: ask('"of": 3.7') }, "TN5001 8 3.7", "`of` of question 1", 'write `"3.7"`'],
  ])("%s", expectProblems);
});

describe("deal terms", () => {
  test.each<[string, Changed, string, ...string[]]>([
    [
      "an unknown term",
      terms('"Principal": "5"'),
      'TN5204 4 "Principal"',
      "`sample-loan` has no deal term `Principal`",
      "`Loan Amount`",
    ],
    ["a misspelt term", terms('"Rats": "5"'), 'TN5204 4 "Rats"', "`Rats`", "write `Rate`"],
    ["a term in small letters", terms('"rate": "5"'), 'TN5204 4 "rate"', "`rate`", "write `Rate`"],
    ["a term named __proto__", terms('"__proto__": "5"'), 'TN5204 4 "__proto__"', "`__proto__`"],
    ["a term named constructor", terms('"constructor": "5"'), 'TN5204 4 "constructor"', "`constructor`"],
    ["a missing term", { terms: "{}" }, "TN5205 4 {", "`Loan Amount` is missing", "dollars in double quotes"],
    ["a term given twice", terms('"Loan Amount": "5"'), 'TN5005 4 "Loan Amount"', "`Loan Amount` is given twice"],
    ["a number", { terms: '{ "Loan Amount": 1000.50 }' }, "TN5203 4 1000.50", "`Loan Amount`", 'write `"1000.50"`'],
    ["a number with exponent", { terms: '{ "Loan Amount": 1e3 }' }, "TN5203 4 1e3", "write all of its digits"],
    [
      "commas without a unit",
      { terms: '{ "Loan Amount": "1,000" }' },
      'TN5213 4 "1,000"',
      "an amount of money",
      'write `"1000"`',
    ],
    ["a capital", { terms: '{ "Loan Amount": "Unlimited" }' }, 'TN5213 4 "Unlimited"', 'write `"unlimited"`'],
    ["a ratio with a colon", terms('"Rate": "1:190"'), 'TN5213 4 "1:190"', 'write `"1/190"`'],
    ["a ratio in words", terms('"Rate": "1-for-190"'), 'TN5213 4 "1-for-190"', 'write `"1/190"`'],
    ["a ratio of nothing", terms('"Rate": "1:0"'), 'TN5213 4 "1:0"', 'such as `"0.08"`'],
    ["a blank before the percent sign", terms('"Rate": "8 %"'), 'TN5213 4 "8 %"', 'write `"8%"`'],
    ["percent in words", terms('"Rate": "7.5 percent"'), 'TN5213 4 "7.5 percent"', 'write `"7.5%"`'],
    [
      "a percentage in words for an amount",
      { terms: '{ "Loan Amount": "8 percent" }' },
      'TN5213 4 "8 percent"',
      'such as `"500000"`',
    ],
    [
      "a unit of another kind",
      terms('"Rate": "5 shares"'),
      'TN5213 4 "5 shares"',
      "a yearly rate",
      "a number of shares",
    ],
    [
      "a price without its share",
      events(payment('"Price": "$5"')),
      'TN5213 6 "$5"',
      "a price per share",
      "an amount of money",
    ],
    ["a quotient with nothing below", terms('"Rate": "1/0"'), 'TN5213 4 "1/0"', "a yearly rate"],
    [
      "a rate that can be 8% or 800%",
      terms('"Rate": "8"'),
      'TN5228 4 "8"',
      "8 is 800% per year",
      "8% is `8%` or `0.08`",
      "write `8%` or `800% per year`",
    ],
    ["a percentage of one", terms('"Ceiling": "1"'), 'TN5228 4 "1"', "1 is 100%", "1% is `1%` or `0.01`"],
    ["a quotient above one", terms('"Ceiling": "-5/4"'), 'TN5228 4 "-5/4"', "-5/4 is -125%", "`-1.25%` or `-0.0125`"],
    [
      "an exponent",
      { terms: '{ "Loan Amount": "1e3" }' },
      'TN5213 4 "1e3"',
      '`"1e3"` is not a plain decimal',
      "dollars",
    ],
    [
      "41 digits",
      terms(`"Rate": "0.${"1".repeat(40)}"`),
      'TN5213 4 "0.1111111111111111111111111111111111111111"',
      "longer than 40 digits",
    ],
    ["a date for an amount", { terms: '{ "Loan Amount": "2024-01-02" }' }, 'TN5213 4 "2024-01-02"', "is a date"],
    ["true for an amount", { terms: '{ "Loan Amount": true }' }, "TN5213 4 true", "`true` is yes or no"],
    ["null for an amount", { terms: '{ "Loan Amount": null }' }, "TN5213 4 null", "null"],
    ["a list for an amount", { terms: '{ "Loan Amount": ["1"] }' }, "TN5213 4 [", "a list"],
    ["30 February", terms('"First Day": "2006-02-30"'), 'TN5006 4 "2006-02-30"', "2006-02-30", "28 days", "2006-02-28"],
    ["a number for a date", terms('"First Day": 2006'), "TN5213 4 2006", "a date", "a number", '"2024-02-29"'],
  ])("%s", expectProblems);
});

describe("readings", () => {
  test.each<[string, Changed, string, ...string[]]>([
    [
      "an unknown reading",
      { readings: '{ "grace": "x" }' },
      'TN5209 5 "grace"',
      "`grace`",
      "its readings are `days of grace`",
    ],
    ["a misspelt reading", { readings: '{ "day of grace": "x" }' }, 'TN5209 5 "day of grace"', "write `days of grace`"],
    [
      "an unknown choice",
      { readings: '{ "days of grace": "bank" }' },
      'TN5210 5 "bank"',
      "`bank`",
      "choose `calendar` or `business`",
    ],
    [
      "a misspelt choice",
      { readings: '{ "days of grace": "busines" }' },
      'TN5210 5 "busines"',
      "write `business`",
      "`calendar`",
    ],
    [
      "another than the only choice",
      { readings: '{ "whole days": "no" }' },
      'TN5210 5 "no"',
      "`no`",
      "choose `counted in full`",
    ],
  ])("%s", expectProblems);
});

describe("events", () => {
  test.each<[string, Changed, string, ...string[]]>([
    [
      "an unknown event",
      events('{ "on": "2024-02-01", "event": "Refund" }'),
      'TN5206 6 "Refund"',
      "`Refund`",
      "`Rate Notice`",
    ],
    [
      "an unknown event with questions about it",
      {
        ...events('{ "on": "2024-02-01", "event": "Rate Notise", "id": "r9" }'),
        ask: ask('"of": "r9"'),
      },
      'TN5206 6 "Rate Notise"',
      "write `Rate Notice`",
    ],
    [
      "a misspelt event",
      events('{ "on": "2024-02-01", "event": "Rate Notise" }'),
      'TN5206 6 "Rate Notise"',
      "write `Rate Notice`",
    ],
    [
      "30 February",
      events('{ "on": "2006-02-30", "event": "Rate Notice" }'),
      'TN5006 6 "2006-02-30"',
      "2006-02-30",
      "28 days",
    ],
    ["no time", events(rateNotice('"at": "24:00"')), 'TN5223 6 "24:00"', "`24:00`", "`17:30`"],
    ["a time with seconds", events(rateNotice('"at": "12:00:00"')), 'TN5223 6 "12:00:00"', "`12:00:00`"],
    [
      "an event before the note, by default",
      events('{ "on": "2024-01-01", "event": "Rate Notice" }'),
      'TN5214 6 "2024-01-01"',
      "2024-01-01",
      "from 2024-01-02",
      "`First Day`",
    ],
    [
      "an event before the note, by deal term",
      { ...terms('"First Day": "2024-02-02"'), ...events(rateNotice()) },
      'TN5214 6 "2024-02-01"',
      "from 2024-02-02",
      "the note exists from here",
    ],
    [
      "an unknown field",
      events(rateNotice('"Amount": "1"')),
      'TN5207 6 "Amount"',
      "`Rate Notice` has no field `Amount`",
      "`id`",
    ],
    ["a misspelt field", events(payment('"Remarks": "x"')), 'TN5207 6 "Remarks"', "`Remarks`", "write `Remark`"],
    [
      "a missing field",
      events('{ "on": "2024-02-01", "event": "Payment Made", "Amount": "5" }'),
      'TN5208 6 "Payment Made"',
      "`Method`",
    ],
    ["a field named __proto__", events(payment('"__proto__": "x"')), 'TN5207 6 "__proto__"', "`__proto__`"],
    [
      "a number for an amount",
      events(event("2024-02-01", '"Amount": 5, "Method": "wire"')),
      "TN5203 6 5",
      'write `"5"`',
    ],
    [
      "a price that is not one",
      events(payment('"Price": "5 and a half"')),
      'TN5213 6 "5 and a half"',
      "a price per share",
      "dollars per share",
    ],
    [
      "shares that are not",
      events(payment('"Count": "five"')),
      'TN5213 6 "five"',
      "a number of shares",
      '`"100000000"`',
    ],
    [
      "a text for yes or no",
      events(payment('"In Full": "yes"')),
      'TN5213 6 "yes"',
      "yes or no",
      "write `true`, without",
    ],
    ["a number for yes or no", events(payment('"In Full": 1')), "TN5213 6 1", "`true` for yes"],
    ["a time of a field", events(payment('"Clock": "9:30"')), 'TN5223 6 "9:30"', "`9:30`"],
    ["a number for a text", events(payment('"Remark": 5')), "TN5213 6 5", "a text", "double quotes"],
    [
      "a choice outside its list",
      events(event("2024-02-01", '"Amount": "5", "Method": "gold"')),
      'TN5211 6 "gold"',
      "`Method` can't be `gold`",
      "write `cash`, `wire` or `cheque in the post`",
    ],
    [
      "a choice in other letters",
      events(event("2024-02-01", '"Amount": "5", "Method": "Wire"')),
      'TN5211 6 "Wire"',
      'write `"wire"`',
    ],
    [
      "for names nothing",
      events(payment('"id": "p1"'), returned('"for": "q7"')),
      'TN5215 7 "q7"',
      "`q7`",
      "write `p1`",
    ],
    [
      "for names nothing, almost",
      events(payment('"id": "p1"'), returned('"for": "P1"')),
      'TN5215 7 "P1"',
      "write `p1`",
    ],
    [
      "for names an event of another kind",
      events(rateNotice('"id": "r1"'), returned('"for": "r1"')),
      'TN5216 7 "r1"',
      "a Payment Made",
      "a Rate Notice",
    ],
    [
      "for is missing",
      events(payment('"id": "p1"'), returned()),
      'TN5217 7 "Payment Returned"',
      "`for`",
      'add `"for": "p1"`',
    ],
    [
      "for is missing, and there are two that may be meant",
      events(payment('"id": "p1"'), payment('"id": "p2"'), returned()),
      'TN5217 8 "Payment Returned"',
      'add `"for": "p1"`, or the id of another Payment Made, whichever is meant',
    ],
    [
      "for under the key that questions have",
      events(payment('"id": "p1"'), returned('"of": "p1"')),
      'TN5207 7 "of"',
      "`Payment Returned` has no field `of`",
      "write `for`",
    ],
    [
      "for is missing, and nothing to name",
      events(returned()),
      'TN5217 6 "Payment Returned"',
      "give that event an `id`",
    ],
    [
      "for where none is taken",
      events(payment('"id": "p1"'), rateNotice('"for": "p1"')),
      'TN5218 7 "for"',
      "take `for` out",
    ],
    [
      "for an event of a later day",
      events(event("2024-02-06", '"id": "p1", "Amount": "5", "Method": "wire"'), returned('"for": "p1"')),
      'TN5226 7 "2024-02-05"',
      "This is on 2024-02-05, but `p1`, which it is for, comes only on 2024-02-06",
    ],
    [
      "for an event of a later time of the day",
      events(
        event("2024-02-05", '"id": "p1", "at": "14:00", "Amount": "5", "Method": "wire"'),
        returned('"at": "13:59", "for": "p1"'),
      ),
      'TN5226 7 "2024-02-05"',
      "This is on 2024-02-05 at 13:59, but `p1`, which it is for, comes only on 2024-02-05 at 14:00",
    ],
    [
      "for an event listed behind it on the same day",
      events(returned('"for": "p1"'), event("2024-02-05", '"id": "p1", "Amount": "5", "Method": "wire"')),
      'TN5226 6 "2024-02-05"',
      "This is on 2024-02-05, but `p1`, which it is for, comes only on the same day, and runs after it",
      "list `p1` before it, or give both a time",
    ],
    [
      "for an event listed behind it at the same time",
      events(
        returned('"at": "14:00", "for": "p1"'),
        event("2024-02-05", '"id": "p1", "at": "14:00", "Amount": "5", "Method": "wire"'),
      ),
      'TN5226 6 "2024-02-05"',
      "comes only on the same day, and runs after it",
    ],
    [
      "for an event that stands behind one of a later time",
      events(
        event("2024-02-05", '"at": "15:00", "Amount": "5", "Method": "wire"'),
        event("2024-02-05", '"id": "p1", "Amount": "5", "Method": "wire"'),
        returned('"at": "14:00", "for": "p1"'),
      ),
      'TN5226 8 "2024-02-05"',
      "comes only on the same day, and runs after it",
    ],
    ["for itself", events(returned('"id": "x", "for": "x"')), 'TN5219 6 "x"', "`x` is for itself"],
    [
      "an id twice",
      events(rateNotice('"id": "r"'), rateNotice('"id": "r"')),
      'TN5220 7 "r"',
      "`r`",
      "an id of its own",
    ],
    ["an id like a section", events(rateNotice('"id": "4(a)"')), 'TN5221 6 "4(a)"', "`4(a)`", "such as `e4-a`"],
  ])("%s", expectProblems);
});

describe("questions", () => {
  const paid = events(payment('"id": "p1"'), rateNotice('"id": "r1"'));
  test.each<[string, Changed, string, ...string[]]>([
    [
      "an unknown value",
      { ask: '[{ "value": "Debt", "on": "2024-02-01" }]' },
      'TN5212 8 "Debt"',
      "`Debt`",
      "`Amount Owed`",
    ],
    [
      "a misspelt value",
      { ask: '[{ "value": "amount owed", "on": "2024-02-01" }]' },
      'TN5212 8 "amount owed"',
      "write `Amount Owed`",
    ],
    [
      "a value named toString",
      { ask: '[{ "value": "toString", "on": "2024-02-01" }]' },
      'TN5212 8 "toString"',
      "`toString`",
    ],
    ["30 February", { ask: '[{ "value": "Amount Owed", "on": "2006-02-30" }]' }, 'TN5006 8 "2006-02-30"', "28 days"],
    ["no day", { ask: '[{ "value": "Amount Owed" }]' }, 'TN5225 8 "Amount Owed"', "names none", '`"on": DATE`'],
    ["of names nothing", { ask: ask('"of": "p9"') }, 'TN5215 8 "p9"', "`p9`", "write `p1`"],
    ["of names nothing at all", { ask: ask('"of": "nobody"') }, 'TN5215 8 "nobody"', "`nobody`", "or a section"],
    [
      "a value of an event without of",
      { ...paid, ask: '[{ "value": "Amount Credited", "on": "2024-02-01" }]' },
      'TN5224 8 "Amount Credited"',
      "each Payment Made",
      "`p1`",
    ],
    [
      "of another kind of event",
      { ...paid, ask: '[{ "value": "Amount Credited", "of": "r1" }]' },
      'TN5224 8 "r1"',
      "a Rate Notice",
    ],
    [
      "of a section",
      { ...paid, ask: '[{ "value": "Amount Credited", "of": "3.7" }]' },
      'TN5224 8 "3.7"',
      "the section 3.7",
    ],
    ["a value of the note of an event", { ask: ask('"of": "p1"') }, 'TN5224 8 "p1"', "the whole note", "take `of` out"],
    [
      "a section without a day",
      { ask: '[{ "value": "Event of Default", "of": "3.7" }]' },
      'TN5225 8 "Event of Default"',
      "names none",
    ],
    ["an answer of another type", { ask: ask('"expect": true') }, "TN5213 8 true", "an amount of money", "yes or no"],
    ["an answer with a comma", { ask: ask('"expect": "1,000.00"') }, 'TN5213 8 "1,000.00"', 'write `"1000.00"`'],
    [
      "an answer outside its list",
      { ...paid, ask: '[{ "value": "Method", "of": "p1", "expect": "gold" }]' },
      'TN5211 8 "gold"',
      "`cash`",
    ],
  ])("%s", expectProblems);
});

test("all problems show in one run, in the order of the text, and none twice", () => {
  const changed = {
    terms: '{ "Rats": 5, "Loan Amount": 1 }',
    readings: '{ "days of grace": "x" }',
    events: `[${event("2006-02-30", '"Method": "gold", "More": 1')},\n{ "on": 5 }]`,
    ask: '[{ "value": "Amount Owed", "on": "soon", "expect": 1 }]',
  };
  expect(placesOf(read(changed)).join(" ")).toBe(
    "TN5204 4:14 TN5203 4:40 TN5210 5:34 TN5006 6:22 TN5208 6:45 TN5211 6:71 TN5207 6:79 " +
      "TN5202 7:1 TN5001 7:9 TN5006 8:43 TN5203 8:61",
  );
});

test("a scenario without problems is read with its types", () => {
  const scenario = valueIn(read({ more: '"title": "Paid and returned"' }));
  const on = (iso: string) => parseDate(iso);
  expect(scenario).toMatchObject({
    name: "s1",
    title: "Paid and returned",
    note: "sample-loan",
    terms: new Map([["Loan Amount", exact(2001, 2)]]),
    readings: new Map([
      ["days of grace", "business"],
      ["whole days", "counted in full"],
    ]),
    lists: new Map(),
    events: [
      {
        on: on("2024-02-01"),
        event: "Payment Made",
        id: "p1",
        fields: new Map<string, unknown>([
          ["Amount", exact(5)],
          ["Method", "wire"],
        ]),
      },
      { on: on("2024-02-05"), event: "Payment Returned", for: "p1", fields: new Map() },
    ],
    ask: [{ value: "Amount Owed", on: on("2024-02-01"), expect: { kind: "value", value: exact(1991, 2) } }],
    listFiles: new Map(),
    through: undefined,
  } satisfies Record<keyof Scenario, unknown>);
});

test.each<[string, Changed]>([
  ["for may name an event that is listed later", events(returned('"for": "p1"'), payment('"id": "p1"'))],
  ...["", '"at": "14:00",', '"at": "23:59",'].map((at): [string, Changed] => [
    `for an event of the same day, ${at || "without a time"}`,
    events(
      event("2024-02-05", '"id": "p1", "at": "14:00", "Amount": "5", "Method": "wire"'),
      returned(`${at} "for": "p1"`),
    ),
  ]),
  [
    "for an event of the same day without a time",
    events(event("2024-02-05", '"id": "p1", "Amount": "5", "Method": "wire"'), returned('"at": "00:00", "for": "p1"')),
  ],
  ["an event on the note's first day", events('{ "on": "2024-01-02", "event": "Rate Notice" }')],
  [
    "an event of each type of field",
    events(payment('"In Full": true, "Clock": "23:59", "Value Day": "2024-02-29", "Price": ".05"')),
  ],
  ["the first day of a note by another deal term", terms('"Interest Start": "2025-01-01", "First Day": "2024-01-31"')],
  [
    "a section, on a day",
    { ask: '[{ "value": "Event of Default", "of": "3.7", "on": "2024-02-01", "expect": false }]' },
  ],
  ["a family of the whole note", { ask: '[{ "value": "Event of Default", "on": "2024-02-01", "expect": false }]' }],
  [
    "a value and a field of an event",
    {
      ask: '[{ "value": "Amount Credited", "of": "p1", "expect": null }, { "value": "Method", "of": "p1", "expect": "wire" }]',
    },
  ],
  ["an error as answer", { ask: ask('"expect": { "error": "missing data" }, "section": "9.9"') }],
  ["no readings", { readings: undefined }],
  ["market and calendar", { more: '"market": "../m.csv", "calendar": "us-bank"' }],
])("no problem: %s", (_, changed) => {
  expect(shownOf(read(changed))).toBe("");
});

test.each([
  ["juniper-2005", "name"],
  ["note2", "name"],
  ["../terms/my-note.tenor", "path"],
  ["my note.tenor", "path"],
  ["a/b.tenor", "path"],
])("a note may be %s, a %s", (text, kind) => {
  expect(valueIn(filesOf(fileOf({ note: JSON.stringify(text) }))).note).toEqual({ kind, text });
});

test.each([
  "",
  "../x",
  "a/b",
  "a.json",
  ".tenor",
  "a/.tenor",
  "/a.tenor",
  "c:\\a.tenor",
  "https://a/b.tenor",
  "a//b.tenor",
  "-a",
  "a-",
])("a note may not be %j", (text) => {
  const found = filesOf(fileOf({ note: JSON.stringify(text) }));
  expect(placesOf(found)).toEqual(["TN5222 3:11"]);
  expect(shownOf(found)).toContain("`my-note`");
});

test.each([
  ["Loan Amount", "$18,250.50", exact(36501, 2)],
  ["Loan Amount", "1/3", exact(1, 3)],
  ["Loan Amount", "12.5 / 100", exact(1, 8)],
  ["Loan Amount", "unlimited", unlimited],
  ["Rate", "8%", exact(2, 25)],
  ["Rate", "8.5% per year", exact(17, 200)],
  ["Rate", "1/190", exact(1, 190)],
  ["Ceiling", "100%", exact(1)],
  ["Ceiling", "0.9999", exact(9999, 10_000)],
])("%s may be %s", (name, text, value) => {
  const given = { "Loan Amount": "5", [name]: text };
  expect(valueIn(read({ terms: JSON.stringify(given) })).terms.get(name)).toEqual(value);
});

test("a figure of an event may have its unit", () => {
  const event = payment('"Price": "$0.05 per share", "Count": "1,000 shares"');
  const [paid] = valueIn(read(events(event))).events;
  expect([paid?.fields.get("Price"), paid?.fields.get("Count")]).toEqual([exact(1, 20), exact(1000)]);
});

test("a file under the name of another program is reported, and not passed over", () => {
  expect(placesOf(filesOf(fileOf({ note: undefined, more: '"template": "x"' })))).toEqual(["TN5201 7:3"]);
  const two = parseScenario('{\n"template": "x",\n"terms": {},\n"timeline": [],\n"ask": []\n}', "a.json");
  expect(placesOf(filesOf(two))).toEqual(["TN5201 2:1", "TN5201 4:1"]);
  expect(placesOf(filesOf(fileOf({ more: '"prices": "m.csv"' })))).toEqual(["TN5201 8:3"]);
});

test("a scenario without a name has that of its file", () => {
  const text = `{ "note": "n", "terms": { "Loan Amount": "5" }, "events": [], "ask": [] }`;
  const nameFor = (file: string) => valueIn(readScenario(parseScenario(text, file), sampleProgram)).name;
  expect(["a/b.c.json", "a\\b.json", "b", ".b"].map(nameFor)).toEqual(["b.c", "b", "b", ".b"]);
});

test("the files of a scenario are read though the rest is wrong", () => {
  const source = fileOf({ events: "7", scenario: undefined, more: '"market": "../m.csv", "calendar": "us-bank"' });
  expect(valueIn(filesOf(source))).toEqual({
    note: { kind: "name", text: "sample-loan" },
    market: [expect.objectContaining({ file: "../m.csv", columns: new Map() })],
    calendar: "us-bank",
    rows: [],
  });
  expect(placesOf(filesOf(fileOf({ note: "5", more: '"market": 5' })))).toEqual(["TN5001 3:11", "TN5001 8:13"]);
  expect(placesOf(filesOf(fileOf({ note: undefined })))).toEqual(["TN5202 1:1"]);
  expect(placesOf(filesOf(parseScenario("[]", "a.json")))).toEqual(["TN5001 1:1"]);
});

/** Code, line and marked text of each finding; then words that message, excerpt or help have. */
function expectProblems(_: string, changed: Changed | string, marks: string, ...words: string[]): void {
  const found =
    typeof changed === "string" ? readScenario(parseScenario(changed, "s.json"), sampleProgram) : read(changed);
  const shown = shownOf(found);
  expect(marksOf(found).join(", ")).toBe(marks);
  for (const word of words) expect(shown).toContain(word);
  // A way out.
  expect(shown).toMatch(/= help: |must be|the keys are/);
}

function read(changed: Changed) {
  return readScenario(fileOf(changed), sampleProgram);
}

/** The text of a scenario; the part `more` comes before `ask`, which then moves down a line. */
function fileOf({ more, ...changed }: Changed): ScenarioFile {
  const merged = { ...parts, ...changed };
  const lines = Object.entries(merged).flatMap(([key, value]) => (value === undefined ? [] : [`  "${key}": ${value}`]));
  if (more !== undefined) lines.splice(lines.length - 1, 0, `  ${more}`);
  return parseScenario(`{\n${lines.join(",\n")}\n}\n`, "s.json");
}

function terms(more: string): Changed {
  return { terms: `{ "Loan Amount": "1000.50", ${more} }` };
}

function events(...list: string[]): Changed {
  return { events: `[${list.join(",\n")}]`, ask: "[]" };
}

function ask(more: string): string {
  return `[{ "value": "Amount Owed", "on": "2024-02-01", ${more} }]`;
}

function event(on: string, more: string): string {
  return `{ "on": "${on}", "event": "Payment Made", ${more} }`;
}

function payment(more: string): string {
  return event("2024-02-01", `"Amount": "5", "Method": "wire", ${more}`);
}

function rateNotice(more?: string): string {
  return `{ "on": "2024-02-01", "event": "Rate Notice"${more === undefined ? "" : `, ${more}`} }`;
}

function returned(more?: string): string {
  return `{ "on": "2024-02-05", "event": "Payment Returned"${more === undefined ? "" : `, ${more}`} }`;
}

test("very many problems are counted, and end quickly", () => {
  const keys = Array.from({ length: 5_000 }, (_, index) => `"key ${index}": 1`).join(", ");
  const events = Array.from({ length: 5_000 }, () => '{ "on": "2024-02-01", "event": "Nothing" }').join(", ");
  const text = `{ "scenario": "s", "note": "n", "terms": {}, "ask": [], "events": [${events}], ${keys} }`;
  const result = readScenario(parseScenario(text, "wide.json"), sampleProgram);
  const codes = result.ok ? [] : result.diagnostics.map(({ code }) => code);
  // A hundred keys, a hundred events or terms, and for each of the two a count of the rest.
  expect(codes).toHaveLength(202);
  expect(codes.filter((code) => code === "TN5110")).toHaveLength(2);
});
