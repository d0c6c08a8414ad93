import { expect, test } from "vitest";
import { fromSyntax } from "../../src/checked/from-syntax.ts";
import { fromChecked } from "../../src/core/from-checked.ts";
import type { Code } from "../../src/diagnostics/registry.ts";
import { entryOf, registry } from "../../src/diagnostics/registry.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";

const codes = (Object.keys(registry) as Code[]).filter((code) => /^TN[234]/.test(code));

test.each(codes)("%s is found in its wrong example alone, and its right one runs", (code) => {
  const { wrong, right } = entryOf(code);
  expect(check(wrong).codes).toEqual([code]);
  const put = check(right);
  expect(put.codes).toEqual([]);
  expect(() => fromChecked(put.program)).not.toThrow();
});

function check(text: string) {
  const { value, diagnostics } = parse(new SourceFile("example.tenor", text));
  const checked = fromSyntax(value);
  return { program: checked.value, codes: [...diagnostics, ...checked.diagnostics].map(({ code }) => code) };
}
