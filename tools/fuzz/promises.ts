/** What Tenor promises of every input, as checks of what came out. Each gives the words for a promise that is broken. */
import type { Diagnostic, Outcome } from "../../src/index.ts";
import { checkReport, isCode } from "../../src/index.ts";

/** Words that no message may have: what JavaScript says where somebody forgot to. */
const slips = /\bundefined is|\bNaN\b|\[object |Infinity\b|\bat .*\.ts:\d+/g;

/** The slip in a text, if there is one that is not quoted from the input. */
function slipIn(text: string, input: string): string | undefined {
  const found = [...text.matchAll(slips)].find(([words]) => !input.includes(words));
  return found && text.slice(Math.max(0, found.index - 60), found.index + 40);
}

export function brokenByDiagnostics(diagnostics: readonly Diagnostic[], input: string): string | undefined {
  for (const { code, span, message, help } of diagnostics) {
    if (!isCode(code)) return "a code that is in no catalogue";
    if (message === "" || slipIn(`${message} ${help ?? ""}`, input) !== undefined) return `${code} says "${message}"`;
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
export function brokenByOutcome(
  outcome: Outcome,
  asked: number,
  events: readonly string[],
  input: string,
): string | undefined {
  const text = JSON.stringify(outcome);
  if (JSON.stringify(JSON.parse(text)) !== text) return "the outcome is no plain JSON";
  const slip = slipIn(text, input);
  if (slip !== undefined) return `the outcome says "${slip}"`;
  if (outcome.answers.length !== asked) return `${asked} questions, ${outcome.answers.length} answers`;
  const unreasoned = outcome.answers.find((it) => "answer" in it && it.answer === null && it.because === "");
  if (unreasoned !== undefined) return `${unreasoned.value} is null without a reason`;
  return brokenByEvents(outcome, events);
}

/** Each event is applied, refused, or shown as one of which it is unknown whether or when it counts; none twice. */
function brokenByEvents({ journal, refused }: Outcome, events: readonly string[]): string | undefined {
  // What happens by itself is in no list.
  const applied = journal.filter(({ kind, name }) => kind === "event" && events.includes(name)).length;
  const unknown = journal.filter(({ kind, name }) => kind === "problem" && events.includes(name)).length;
  const shown = applied + refused.length;
  if (shown > events.length) return `${events.length} events, ${shown} shown`;
  return shown + unknown < events.length ? `${events.length} events, only ${shown + unknown} shown` : undefined;
}
