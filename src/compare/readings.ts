/**
 * What changes with how a passage is read: for each reading, each choice but the default, and the answers that it moves.
 *
 * Comes in: the readings of a template, those that a scenario settles, questions, and a way to have them answered. Goes
 * out: plain data. Nothing is run here.
 */
import { knownIn } from "../base/known-in.ts";
import type { Reading } from "../core/core.ts";
import type { Query } from "../evaluate/answers/answer.ts";
import type { Exact } from "../units/exact.ts";
import { subtract, toDecimalText } from "../units/exact.ts";
import { daysBetween, parseDate } from "../units/plain-date.ts";
import type { Answer, AnswerValue } from "../wording/outcome.ts";

/** One choice other than the default, with what it moves. */
export interface ReadingMoves {
  readonly reading: string;
  readonly section: string;
  readonly default: string;
  readonly choice: string;
  readonly moved: readonly MovedAnswer[];
  /** What is owed in all at the end of the run, where the choice moves it. */
  readonly owed?: MovedAnswer;
}

/** A question whose answer is another under the choice. */
export interface MovedAnswer {
  readonly value: string;
  readonly on?: string | undefined;
  readonly of?: string | undefined;
  /** The answer where the passage is read by default. */
  readonly default: ComparedAnswer;
  readonly chosen: ComparedAnswer;
  /** Chosen less default, where both are figures or both are dates. */
  readonly difference?: string;
  /** Of the difference where there is one: `days` between dates. Else of the answers. */
  readonly unit: string;
}

export type ComparedAnswer = AnswerValue | null | { readonly error: string; readonly message: string };

/** An answer, with the exact figure behind it where it is one. */
export interface AnsweredFigure {
  readonly answer: Answer;
  readonly figure: Exact | undefined;
}

/**
 * Answers the questions with the passages read as given; what is not named has its default. Behind the answers stands what
 * is owed in all at the end, where that is known of the note.
 */
export type AnswerUnder = (readings: ReadonlyMap<string, string>) => readonly AnsweredFigure[];

/**
 * Each choice of each reading against the reading's default, the other readings staying as `settled` has them.
 *
 * In the order of the readings; `answerUnder` gives the answers in the order of the questions, and is asked once for
 * each set of choices.
 */
export function readingMoves(
  readings: readonly Reading[],
  settled: ReadonlyMap<string, string>,
  queries: readonly Query[],
  answerUnder: AnswerUnder,
): ReadingMoves[] {
  const answersUnder = askedOnce(answerUnder);
  return readings.flatMap(({ name, section, choices, chosen }) => {
    const others = choices.filter((choice) => choice !== chosen);
    // A passage with one choice has nothing to be compared with.
    if (others.length === 0) return [];
    const before = answersUnder(completed(readings, settled, [[name, chosen]]));
    return others.map((choice) => {
      const after = answersUnder(completed(readings, settled, [[name, choice]]));
      const moved = queries.flatMap((_, index) => movedAnswer(before[index], after[index]) ?? []);
      const owed = movedAnswer(before[queries.length], after[queries.length]);
      return { reading: name, section, default: chosen, choice, moved, ...(owed !== undefined && { owed }) };
    });
  });
}

/** The same, asked once for each set of choices. */
export function askedOnce<T extends object>(
  answerUnder: (readings: ReadonlyMap<string, string>) => T,
): (readings: ReadonlyMap<string, string>) => T {
  const known = new Map<string, T>();
  return (chosen) => knownIn(known, JSON.stringify([...chosen]), () => answerUnder(chosen));
}

/** Every reading with its choice, so that the same choices are the same however they came about. */
export function completed(
  readings: readonly Reading[],
  settled: ReadonlyMap<string, string>,
  chosen: readonly (readonly [name: string, choice: string])[],
): Map<string, string> {
  const own = new Map(chosen);
  return new Map(readings.map((it) => [it.name, own.get(it.name) ?? settled.get(it.name) ?? it.chosen]));
}

function movedAnswer(before: AnsweredFigure | undefined, after: AnsweredFigure | undefined): MovedAnswer | undefined {
  if (before === undefined || after === undefined) return undefined;
  const [byDefault, chosen] = [compared(before.answer), compared(after.answer)];
  if (isSame(byDefault, chosen)) return undefined;
  const { value, on, of } = before.answer;
  return { value, on, of, default: byDefault, chosen, ...differenceOf(before, after) };
}

/** An answer without its place. */
export function compared(answer: Answer): ComparedAnswer {
  return "error" in answer ? { error: answer.error.kind, message: answer.error.message } : answer.answer;
}

/** Two failures of one kind are the same answer, however they are worded. */
export function isSame(a: ComparedAnswer, b: ComparedAnswer): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  return a.error === b.error;
}

function differenceOf(before: AnsweredFigure, after: AnsweredFigure): Pick<MovedAnswer, "difference" | "unit"> {
  const unit = unitOf(after.answer) ?? unitOf(before.answer) ?? "";
  if (before.figure !== undefined && after.figure !== undefined) {
    const difference = subtract(after.figure, before.figure);
    return { ...(difference !== undefined && { difference: toDecimalText(difference) }), unit };
  }
  const [from, to] = [dayIn(before.answer), dayIn(after.answer)];
  if (from === undefined || to === undefined) return { unit };
  return { difference: String(daysBetween(from, to)), unit: "days" };
}

export function unitOf(answer: Answer): string | undefined {
  return "unit" in answer ? answer.unit : undefined;
}

export function dayIn(answer: Answer) {
  return "unit" in answer && answer.unit === "date" ? parseDate(String(answer.answer)) : undefined;
}
