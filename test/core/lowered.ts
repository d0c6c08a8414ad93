import { expect } from "vitest";
import { fromSyntax } from "../../src/checked/from-syntax.ts";
import type { CoreProgram } from "../../src/core/core.ts";
import { fromChecked } from "../../src/core/from-checked.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";

/** The core program of a template that has no findings. */
export function lowered(source: string): CoreProgram {
  const { value, diagnostics } = parse(new SourceFile("note.tenor", source));
  const checked = fromSyntax(value);
  expect([...diagnostics, ...checked.diagnostics].map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return fromChecked(checked.value);
}

export const head =
  'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date = 2024-01-02\n';
