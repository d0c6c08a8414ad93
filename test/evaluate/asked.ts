import { compile, loadScenario, runScenario } from "../../src/index.ts";

/** What happens and what is asked, as in a scenario file; the note exists from 2 January 2024. */
export interface Timeline {
  readonly events?: readonly Readonly<Record<string, unknown>>[];
  readonly ask: readonly { readonly value: string; readonly on?: string; readonly of?: string }[];
  /** Trading days with their closing price. */
  readonly prices?: readonly (readonly [day: string, close: string])[];
}

/** The answers of a small note, in the order of the questions: the value, null, or the kind of error. */
export function answersOf(statements: string, timeline: Timeline): (string | boolean | null)[] {
  return smallNote(statements)(timeline);
}

/** A small note, compiled once for many timelines. */
export function smallNote(statements: string): (timeline: Timeline) => (string | boolean | null)[] {
  const template = compile(`${head}${statements}\n`);
  if (!template.ok) throw new Error(template.diagnostics.map(({ message }) => message).join("\n"));
  return ({ events = [], ask, prices }) => {
    const scenario = { scenario: "small", note: "small", terms: {}, events, ask };
    const rows = prices?.map(([day, close]) => [day, close, close, close, close, close, "0"].join(","));
    const loaded = loadScenario(template.value, {
      scenario: { name: "small.json", text: JSON.stringify(scenario) },
      ...(rows && {
        market: { name: "m.csv", text: ["date,open,high,low,close,vwap,volume", ...rows, ""].join("\n") },
      }),
    });
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
    const run = runScenario(template.value, loaded.value);
    if (!run.ok) throw new Error("the run was stopped");
    return run.value.outcome.answers.map((answer) => ("error" in answer ? answer.error.kind : answer.answer));
  };
}

const head = `note "Small"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
event Stock Split
  Ratio: number
share basis changes on Stock Split by its Ratio
event Notice by Holder
  Amount: money
event Payment by Borrower
  Amount: money
`;
