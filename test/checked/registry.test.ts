import { expect, test } from "vitest";
import { fromChecked } from "../../src/core/from-checked.ts";
import type { Code } from "../../src/diagnostics/registry.ts";
import { entryOf, registry } from "../../src/diagnostics/registry.ts";
import { checkSource } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";

const codes = (Object.keys(registry) as Code[]).filter((code) => /^TN[234]/.test(code));

test.each(codes)("%s is found in its wrong example alone, and its right one runs", (code) => {
  const { wrong, right, clause } = entryOf(code);
  const clauses = clause === undefined ? [] : [new SourceFile("clause.tenor", clause)];
  const check = (text: string) => checkSource(new SourceFile("example.tenor", text), clauses);
  expect(check(wrong).diagnostics.map((it) => it.code)).toEqual([code]);
  const put = check(right);
  expect(put.diagnostics.map((it) => it.code)).toEqual([]);
  expect(() => fromChecked(put.program)).not.toThrow();
});
