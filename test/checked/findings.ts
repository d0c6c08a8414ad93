import { expect } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { checkSource } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { isAboutUnused } from "../support/unused.ts";

/** A head that every note needs, so that a case need not repeat it. */
export const head =
  'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date = 2024-01-02\n';

/** Everything found in a part of a template, syntax included. A source without a head of its own gets one. */
export function findingsIn(source: string): readonly Diagnostic[] {
  const { diagnostics } = checkSource(new SourceFile("note.tenor", withHead(source)));
  return diagnostics.filter((it) => !isAboutUnused(it));
}

/** Expects one finding and no other, at the place between « and »; the words are parts of its message and help. */
export function expectFinding(source: string, code: string, message: string, help?: string): void {
  const findings = findingsIn(source.replaceAll(/[«»]/g, ""));
  expect(findings.map((it) => `${it.code} ${it.message}`)).toEqual([expect.stringMatching(new RegExp(`^${code} `))]);
  const [finding] = findings as [Diagnostic];
  expect(finding.message).toContain(message);
  if (help !== undefined) expect(finding.help).toContain(help);
  const marked = withHead(source);
  expect({ text: textOf(finding.span), start: finding.span.start }).toEqual({
    text: marked.slice(marked.indexOf("«") + 1, marked.indexOf("»")),
    start: marked.indexOf("«"),
  });
}

export function expectNoFinding(source: string): void {
  expect(findingsIn(source).map((it) => `${it.code} ${it.message}`)).toEqual([]);
}

function withHead(source: string): string {
  return /^«?note /.test(source) ? source : head + source;
}
