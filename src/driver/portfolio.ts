/** What a row of a portfolio says of its note: answers, defaults, and what is due, at the end of one day. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate } from "../units/plain-date.ts";
import type { Answer, BreachWords, Due, LapseWords } from "../wording/outcome.ts";
import type { Balance, StandingDefault } from "../wording/position.ts";
import type { Period } from "./questions.ts";
import { Replay } from "./questions.ts";
import type { LoadedScenario } from "./scenarios.ts";
import { loadQuestion } from "./scenarios.ts";
import type { Template } from "./templates.ts";

/** Where a note stands. */
export interface NoteStanding {
  readonly asOf: string;
  /** To the values that were asked for; where none were, the note's own by their roles. */
  readonly answers: readonly (Answer | Balance | UnknownValue)[];
  readonly due: readonly Due[];
  readonly lapses: readonly LapseWords[];
  readonly breaches: readonly BreachWords[];
  readonly defaults: readonly StandingDefault[];
}

/** A value that this note does not have. */
export interface UnknownValue {
  readonly value: string;
  readonly section: "";
  readonly error: { readonly kind: "unknown"; readonly message: string };
}

export interface AskedStanding {
  /** Undefined for the scenario's last day. */
  readonly asOf: PlainDate | undefined;
  readonly values: readonly string[];
  /** How far to look ahead for what falls due. */
  readonly within: Period;
}

/** The standing of a note at the end of a day. */
export function standingAt(template: Template, loaded: LoadedScenario, asked: AskedStanding): Result<NoteStanding> {
  const replay = new Replay(template, loaded, asked.asOf);
  const [last, first] = [replay.lastDay(), replay.firstDay()];
  if (!last.ok) return last;
  if (!first.ok) return first;
  const day = asked.asOf ?? last.value;
  if (day < first.value) return { ok: false, diagnostics: [tooEarly(loaded, day, first.value)] };
  const positions = replay.positions([day]);
  if (!positions.ok) return positions;
  const due = replay.due(day, asked.within);
  if (!due.ok) return due;
  const [{ balances, defaults } = { balances: [], defaults: [] }] = positions.value;
  const asOf = formatDate(day);
  const answers = answersTo(asked.values, asOf, replay);
  if (!answers.ok) return answers;
  const { due: items, lapses, breaches } = due.value;
  return {
    ok: true,
    value: {
      asOf,
      answers: asked.values.length === 0 ? balances : answers.value,
      due: items,
      lapses,
      breaches,
      defaults,
    },
  };
}

function answersTo(values: readonly string[], on: string, replay: Replay): Result<readonly (Answer | UnknownValue)[]> {
  const answers: (Answer | UnknownValue)[] = [];
  for (const value of values) {
    const question = loadQuestion(replay.template, replay.loaded, { value, on });
    const answered = question.ok ? replay.answer(question.value) : undefined;
    if (answered?.ok === false) return answered;
    answers.push(answered?.value ?? unknownValue(value, question.ok ? [] : question.diagnostics));
  }
  return { ok: true, value: answers };
}

function unknownValue(value: string, found: readonly Diagnostic[]): UnknownValue {
  const message = found.map((it) => it.message).join("; ");
  return { value, section: "", error: { kind: "unknown", message } };
}

function tooEarly({ texts }: LoadedScenario, day: PlainDate, first: PlainDate): Diagnostic {
  const { name, text } = texts.scenario;
  const place = { source: new SourceFile(name, text), start: 0, end: 0 };
  return diagnostic("TN5544", place, { day: formatDate(day), first: formatDate(first) });
}
