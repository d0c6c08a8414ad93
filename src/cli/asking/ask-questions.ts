/** Asks questions in turn, one line an answer: of a person at a terminal, or of a file or a pipe. */
import { createInterface } from "node:readline";
import type { NoteQuestion } from "../../index.ts";
import { isAsked, readAnswer } from "../../index.ts";
import type { Output } from "../terminal.ts";

/**
 * What was answered, without what an empty line left as it is. Where the lines end, nothing more is asked; an answer that does not
 * fit is asked for again.
 */
export async function askQuestions(
  questions: readonly NoteQuestion[],
  lines: AsyncIterator<string>,
  err: Output,
): Promise<ReadonlyMap<string, string>> {
  const [given, answers] = [new Map<string, string>(), new Map<string, string>()];
  for (const question of questions) {
    if (!isAsked(question, answers)) continue;
    const answer = await ask(question, answers, lines, err);
    if (answer !== undefined) given.set(question.name, answer);
    answers.set(question.name, answer ?? question.byDefault);
  }
  return given;
}

async function ask(
  question: NoteQuestion,
  answers: ReadonlyMap<string, string>,
  lines: AsyncIterator<string>,
  err: Output,
): Promise<string | undefined> {
  const { asks, choices = {}, byDefault } = question;
  err.write(
    `${asks}\n${Object.entries(choices)
      .map(([name, says]) => `  ${name}: ${says}\n`)
      .join("")}`,
  );
  for (;;) {
    err.write(`[${byDefault}] `);
    const line = await lines.next();
    if (line.done === true) err.write("\n");
    const text = line.done === true ? "" : line.value.trim();
    if (text === "") return undefined;
    const read = readAnswer(question, text, answers);
    if ("value" in read) return read.value;
    err.write(`${err.paint.red(read.wrong)}\n`);
  }
}

/** The lines of standard input. */
export function linesOfInput(): AsyncIterator<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
}
