/** `Event of Default is continuing`: what the name of a family alone says, in the words of contracts. */
import { expect, test } from "vitest";
import { printStatement } from "../../src/format/print.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { answersOf } from "../evaluate/asked.ts";
import { expectFinding, expectNoFinding } from "./findings.ts";

const family = "given Late: yes or no\nDefault occurs\n  when Late\n";

test.each([
  "A holds when Default is continuing",
  "A holds when Default is not continuing",
  "A holds when Late and Default is continuing",
  "A holds when not (Default is continuing and Late)",
])("%s is printed as it is written", (text) => {
  const [statement] = parse(new SourceFile("note", `${text}\n`)).value.statements;
  expect(statement && printStatement(statement)).toBe(text);
  expectNoFinding(`${family}${text}\n`);
});

test("what is no default does not continue", () => {
  expectFinding(`${family}A holds when «Late» is continuing\n`, "TN3144", "`Late`");
  expectFinding(`${family}A holds when («Late and Late») is not continuing\n`, "TN3144", "is no default, so it can't be continuing");
});

test("it says what the name alone says, from the day of the default to its cure", () => {
  const statements = `section 1 "x"
Default occurs
  when today is on or after 2024-02-01 and today is before 2024-02-10
A means 1 if Default is continuing, otherwise 0
B means 1 if Default under 1 is continuing, otherwise 0
C means 1 if Default is not continuing, otherwise 0
D means 1 if Default, otherwise 0
`;
  const on = ["2024-01-31", "2024-02-01", "2024-02-09", "2024-02-10"];
  const ask = ["A", "B", "C", "D"].flatMap((value) => on.map((day) => ({ value, on: day })));
  const yes = ["0", "1", "1", "0"];
  expect(answersOf(statements, { ask })).toEqual([...yes, ...yes, "1", "0", "0", "1", ...yes]);
});
