import { expect, test } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { checkReport } from "../../src/diagnostics/render-json.ts";
import { visibleJson } from "../../src/diagnostics/visible-text.ts";
import { SourceFile } from "../../src/source/source-file.ts";

const source = new SourceFile("a.tenor", "given Rate: percent\nRate is $20\n");
const amount = { source, start: 28, end: 31 };
const declared = { span: { source, start: 6, end: 10 }, label: "declared here" };
const facts = { name: "Rate", expected: "a percent", found: "an amount of money" };

test("each finding says where it begins and ends, what it refers to, and the way out", () => {
  const fix = { span: amount, text: "20%" };
  const place = { file: "a.tenor", line: 2, column: 9, endLine: 2, endColumn: 12 };
  expect(checkReport([diagnostic("TN3002", amount, facts, [declared], { help: "write `20%`", fix })])).toEqual({
    format: "tenor/check@1",
    diagnostics: [
      {
        code: "TN3002",
        severity: "error",
        message: "`Rate` is a percent, but this is an amount of money",
        ...place,
        related: [{ file: "a.tenor", line: 1, column: 7, message: "declared here" }],
        help: "write `20%`",
        fix: { ...place, text: "20%" },
      },
    ],
  });
});

test("keys are there also where there is nothing to say", () => {
  expect(checkReport([diagnostic("TN3002", amount, facts)]).diagnostics[0]).toMatchObject({
    related: [],
    help: null,
    fix: null,
  });
  expect(checkReport([])).toEqual({ format: "tenor/check@1", diagnostics: [] });
});

test("JSON has no raw control, bidi or invisible character, and says the same", () => {
  const data = { "a\u007F": "\u009B31m \u202Eabc\u2069 \u200B \uFEFF \u{E0041} \u2028", plain: "é ✓ 😀" };
  const shown = visibleJson(JSON.stringify(data, null, 2));
  expect(shown).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  expect(shown).toContain("\\u009b31m \\u202eabc\\u2069 \\u200b \\ufeff \\udb40\\udc41 \\u2028");
  expect(shown).toContain("é ✓ 😀");
  expect(JSON.parse(shown)).toEqual(data);
});
