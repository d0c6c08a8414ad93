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

/** Expects one finding, which points at the places between ‹ and › as well: at the first with the first label, and so on. */
export function expectRelated(source: string, code: string, ...labels: readonly string[]): void {
  const findings = findingsIn(source.replaceAll(/[‹›]/g, ""));
  expect(findings.map((it) => it.code)).toEqual([code]);
  const found = findings.flatMap(({ related }) => related).map(({ span, label }) => [span.start, textOf(span), label]);
  const marks = [...withHead(source).matchAll(/‹([^›]*)›/g)];
  // Each mark before a place is not in the text that is checked.
  const places = marks.map(({ index, 1: text = "" }, nth) => [index - 2 * nth, text, labels[nth]]);
  expect(found.toSorted(byPlace)).toEqual(places);
}

/** Expects one finding whose fix makes the text between « and », which may be none, what stands behind it in ‹ and ›. */
export function expectFix(source: string, code: string): void {
  const written = source.replaceAll(/[«»]|‹[^›]*›/g, "");
  const [finding, ...others] = findingsIn(written);
  expect([finding?.code, others]).toEqual([code, []]);
  const { start = 0, end = 0 } = finding?.fix?.span ?? {};
  const text = withHead(written);
  const mended = `${text.slice(0, start)}${finding?.fix?.text}${text.slice(end)}`;
  expect(mended).toBe(withHead(source.replaceAll(/«[^»]*»‹([^›]*)›/g, "$1")));
}

export function expectNoFinding(source: string): void {
  expect(findingsIn(source).map((it) => `${it.code} ${it.message}`)).toEqual([]);
}

function withHead(source: string): string {
  return /^«?note /.test(source) ? source : head + source;
}

function byPlace([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return Number(a) - Number(b);
}
