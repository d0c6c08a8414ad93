import { expect, test } from "vitest";
import { namesOfSubject, parseSubject, readSubject, subjectText } from "../../../src/inputs/subject/read-subject.ts";
import { exact } from "../../../src/units/exact.ts";
import { marksOf, valueIn } from "../results.ts";
import { sampleProgram } from "../sample-program.ts";

const read = (subject: object) =>
  readSubject(
    parseSubject(JSON.stringify({ format: "tenor/subject@1", template: "loan", ...subject }), "s.json"),
    sampleProgram,
  );

test("reads deal terms and readings; those that are left out are no problem here", () => {
  const subject = valueIn(read({ terms: { Rate: "9%" }, readings: { "days of grace": "business" } }));
  expect([...subject.terms]).toEqual([["Rate", exact(9, 100)]]);
  expect([...subject.readings]).toEqual([["days of grace", "business"]]);
});

test.each([
  ["a term of no name", { terms: { Rat: "9%" } }, ['TN5204 1 "Rat"']],
  ["a term of another kind", { terms: { Rate: "2024-01-02" } }, ['TN5213 1 "2024-01-02"']],
  ["a reading of no name", { readings: { "day of grace": "business" } }, ['TN5209 1 "day of grace"']],
  ["a choice of no name", { readings: { "days of grace": "banking" } }, ['TN5210 1 "banking"']],
  ["a key of no name", { term: {} }, ['TN5201 1 "term"']],
  ["another format", { format: "tenor/subject@9" }, ['TN5001 1 "tenor/subject@9"']],
] as const)("%s is one finding in its place", (_, subject, expected) => {
  expect(marksOf(read(subject))).toEqual(expected);
});

test("what it names is read without its template", () => {
  const file = parseSubject('{ "template": "loan", "name": "the loan", "binding": "b.json" }', "s.json");
  expect(namesOfSubject(file)).toEqual({ template: "loan", name: "the loan", binding: "b.json" });
  expect(namesOfSubject(parseSubject("{}", "s.json"))).toBeUndefined();
});

test("a name behind a question mark is a deal term, or a reading where the template has one of that name", () => {
  const given = [
    ["Rate", "9%"],
    ["days of grace", "business"],
    ["Rat", "1"],
  ] as const;
  expect(JSON.parse(subjectText("loan", given, sampleProgram))).toEqual({
    format: "tenor/subject@1",
    template: "loan",
    terms: { Rate: "9%", Rat: "1" },
    readings: { "days of grace": "business" },
  });
});
