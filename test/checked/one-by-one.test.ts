/** A statement can be checked by itself against what its program declares. */
import { expect, test } from "vitest";
import { collectNames } from "../../src/checked/names.ts";
import { checkStatement, inferTypes } from "../../src/checked/types.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { head } from "./findings.ts";

const text = `${head}given Principal: money
event Notice
  Amount: shares
Price means Half / 2
Half means Principal + Issue Date
Count means the sum of its Amount over Notice events
Left starts at Principal
when Notice
  Left falls by its Amount
notwithstanding Count
  while: Left is more than 5 shares
  it is: $1
`;

const names = collectNames(parse(new SourceFile("note.tenor", text)).value).value;

test("each statement has its own findings, and none of what it reads", () => {
  const found = names.statements.map(({ statement }) =>
    checkStatement(statement, names.symbols).diagnostics.map(({ code }) => code),
  );
  // The sum of an amount and a date; the fall by shares; the comparison with shares and the other kind of value.
  expect(found.flat().toSorted()).toEqual(["TN3001", "TN3002", "TN3002", "TN3008"]);
  expect(found.filter((codes) => codes.length > 0)).toHaveLength(3);
});

test("one by one and all together give the same statements and findings", () => {
  const whole = inferTypes(names);
  const single = names.statements.map(({ statement }) =>
    checkStatement(statement, names.symbols, whole.value.definitionTypes),
  );
  expect(single.map(({ value }) => value)).toEqual(whole.value.statements.map(({ statement }) => statement));
  expect(single.flatMap(({ diagnostics }) => diagnostics)).toEqual(whole.diagnostics);
});
