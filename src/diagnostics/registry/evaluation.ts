import type { WrittenEntry } from "./entry.ts";

/** Band 6: what only shows when a scenario runs. */
export const evaluation = {
  TN6001: {
    slug: "expected-another-answer",
    message: "`{value}` is {got}, but the scenario expects {expected}",
    label: "expected here",
    explanation:
      "The template gives another answer than the scenario expects. `tenor explain` shows where each figure of the answer " +
      "comes from; one of the two has to be put right.",
    wrong:
      'given Principal: money = $100\n\ntest "half"\n  on 2024-01-02\n  Half is $40\n\nHalf means 50% * Principal\n',
    right:
      'given Principal: money = $100\n\ntest "half"\n  on 2024-01-02\n  Half is $50\n\nHalf means 50% * Principal\n',
  },
  TN6002: {
    slug: "limit-passed",
    message: "The run of {note} was stopped: it needs more than {allowed} {what}",
    label: "reached here",
    help: "shorten the timeline, or raise the limit",
    explanation:
      "A run may use only so many steps, journal entries, days, levels of definitions and digits, so that a template or a " +
      "scenario from elsewhere cannot occupy the machine. Nothing of a run that passed a limit is shown. docs/limits.md lists " +
      "the limits and what they usually are.",
    language: "scenario",
    wrong:
      '{\n  "scenario": "far",\n  "note": "sample-loan",\n  "terms": { "Loan Amount": "1000" },\n' +
      '  "events": [{ "on": "2199-12-31", "event": "Rate Notice" }],\n  "ask": []\n}\n',
    right:
      '{\n  "scenario": "far",\n  "note": "sample-loan",\n  "terms": { "Loan Amount": "1000" },\n' +
      '  "events": [{ "on": "2024-12-31", "event": "Rate Notice" }],\n  "ask": []\n}\n',
  },
} as const satisfies Readonly<Record<`TN6${number}`, WrittenEntry>>;
