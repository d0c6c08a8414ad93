/** What Tenor promises of every input, as checks of what came out. Each gives the words for a promise that is broken. */
import type { Diagnostic, Outcome } from "../../src/index.ts";
import { checkReport, isCode } from "../../src/index.ts";

/** Words that no message may have: what JavaScript says where somebody forgot to. */
const slips = /\bundefined is|\bNaN\b|\[object |Infinity\b|\bat .*\.ts:\d+/;

export function brokenByDiagnostics(diagnostics: readonly Diagnostic[]): string | undefined {
  for (const { code, span, message, help } of diagnostics) {
    if (!isCode(code)) return "a code that is in no catalogue";
    const words = `${message} ${help ?? ""}`.replaceAll(/`[^`]*`|"[^"]*"/g, "");
    if (message === "" || slips.test(words)) return `${code} says "${message}"`;
    if (!(span.start >= 0 && span.start <= span.end && span.end <= span.source.text.length))
      return `${code} has no place`;
  }
  JSON.parse(JSON.stringify(checkReport(diagnostics)));
  return undefined;
}

/** A text that checks clean must have each of its words in some statement. */
export function brokenByTree(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string | undefined {
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const between = isOnlyGap(text.slice(at, start));
    if (!between) return `dropped: "${text.slice(at, start).trim().slice(0, 60)}"`;
    at = Math.max(at, end);
  }
  return isOnlyGap(text.slice(at)) ? undefined : `dropped: "${text.slice(at).trim().slice(0, 60)}"`;
}

function isOnlyGap(text: string): boolean {
  return text.replaceAll(/--[^\r\n]*/g, "").trim() === "";
}

/** Every question has an answer or a reason, every event its line, and all of it is plain JSON. */
export function brokenByOutcome(outcome: Outcome, asked: number, events: number): string | undefined {
  const text = JSON.stringify(outcome);
  if (JSON.stringify(JSON.parse(text)) !== text) return "the outcome is no plain JSON";
  const slip = slips.exec(text);
  if (slip !== null) return `the outcome says "${text.slice(Math.max(0, slip.index - 60), slip.index + 40)}"`;
  if (outcome.answers.length !== asked) return `${asked} questions, ${outcome.answers.length} answers`;
  const unreasoned = outcome.answers.find((it) => "answer" in it && it.answer === null && it.because === "");
  if (unreasoned !== undefined) return `${unreasoned.value} is null without a reason`;
  return brokenByEvents(outcome, events);
}

function brokenByEvents({ journal, refused }: Outcome, events: number): string | undefined {
  const told = journal.filter(({ kind }) => kind === "event").length + refused.length;
  return told <= events ? undefined : `${events} events, ${told} told`;
}
