import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { templateSchema } from "../../src/inputs/template-schema.ts";
import { acceptanceScenarios, templateOf } from "../support/acceptance.ts";

const validators = new Map<string, ValidateFunction>();

function validatorFor(note: string): ValidateFunction {
  const known = validators.get(note);
  if (known !== undefined) return known;
  // `expect` may be an object, and only then has keys.
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
  formats.default(ajv);
  const made = ajv.compile(templateSchema(templateOf(note).program));
  validators.set(note, made);
  return made;
}

const scenarios = acceptanceScenarios();

test.each(scenarios)("$note $name fits the schema of its template", ({ note, texts }) => {
  const validate = validatorFor(note);
  validate(JSON.parse(texts.scenario.text));
  expect(validate.errors ?? []).toEqual([]);
});

const fine = {
  $schema: "juniper.schema.json",
  scenario: "short",
  note: "juniper-2005",
  terms: { Principal: "500000", "Shares Outstanding": "100000000" },
  events: [
    { on: "2006-05-10", event: "Notice of Conversion", id: "c1", "Principal Converted": "50000" },
    { on: "2006-05-12", event: "Shares Delivered", for: "c1" },
  ],
  ask: [{ value: "Conversion Price", on: "2006-05-10", expect: "0.0218" }],
};
const [notice, delivered] = fine.events;

test("a short scenario fits", () => {
  expect(isFine({})).toBe(true);
});

test.each([
  ["a deal term that is missing", { terms: { Principal: "500000" } }],
  ["a deal term that is not there", { terms: { ...fine.terms, Principle: "1" } }],
  ["an amount that is a number", { terms: { ...fine.terms, Principal: 500_000 } }],
  ["an amount in another unit", { terms: { ...fine.terms, Principal: "500,000 shares" } }],
  ["a day that does not exist", { terms: { ...fine.terms, "Maturity Date": "2007-02-29" } }],
  ["a reading that is not there", { readings: { "trading prices": "low" } }],
  ["a choice that is not there", { readings: { "trading price": "lowest" } }],
  ["an event that is not there", { events: [{ ...notice, event: "Notice of Conversation" }] }],
  ["a field that is missing", { events: [{ on: "2006-05-10", event: "Notice of Conversion" }] }],
  ["a field of another event", { events: [{ ...notice, Ratio: "2" }] }],
  ["a yes or no in words", { events: [{ ...notice, "Include Interest": "yes" }] }],
  ["an event without what it is for", { events: [{ on: "2006-05-12", event: "Shares Delivered" }] }],
  ["an event for something that is for nothing", { events: [{ ...notice, for: "c1" }] }],
  ["a time with seconds", { events: [notice, { ...delivered, at: "12:00:00" }] }],
  ["a value that is not there", { ask: [{ value: "Conversion Prize", on: "2006-05-10" }] }],
  ["a kind of error that is not there", { ask: [{ value: "Conversion Price", expect: { error: "none" } }] }],
  ["a key that is not there", { question: [] }],
])("%s does not", (_, change) => {
  expect(isFine(change)).toBe(false);
});

test("names say where they stand, and what holds where they are left out", () => {
  const { properties } = templateSchema(templateOf("juniper-2005").program) as {
    readonly properties: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
  };
  expect(properties.readings?.properties["trading price"]).toEqual({
    description: "1.2(a): the intraday trading price, without saying which trade of the day",
    enum: ["low", "close", "vwap"],
    default: "low",
  });
  expect(properties.terms?.properties["Maturity Date"]).toMatchObject({ format: "date", default: "2009-01-15" });
  expect(properties.terms?.properties["Closing Date"]).toMatchObject({ description: "a date; by default Issue Date" });
});

function isFine(change: object): boolean {
  return validatorFor("juniper-2005")({ ...fine, ...change });
}
