/** What `tenor new` says: its questions, and what is left to settle. */
import type { Answers, NewNote, NoteQuestion } from "../../index.ts";
import { visibleText } from "../../index.ts";
import { flexible, renderTable } from "../render/parts/table.ts";
import { kept } from "../render/parts/text.ts";
import type { Output } from "../terminal.ts";

export function listQuestions(questions: readonly NoteQuestion[], { width, paint }: Output): string {
  const rows = questions.map(({ name, asks, choices, kind, byDefault }) => {
    const answers = choices === undefined ? kind : Object.keys(choices).map(kept).join(", ");
    return [name, asks, answers, byDefault].map((text) => ({ text }));
  });
  return `${renderTable(["name", flexible("asks"), flexible("answers"), "by default"], rows, width, paint)}\n`;
}

/** Of a list, nothing is answered and nothing written. */
export function newNoteJson(
  questions: readonly NoteQuestion[],
  given: Answers,
  answers: Answers,
  wrote: readonly string[],
  note?: NewNote,
): object {
  return {
    format: "tenor/new@1",
    questions: questions.map(({ name, asks, kind, choices, byDefault }) => ({
      name,
      asks,
      kind,
      ...(choices && { choices }),
      byDefault,
      answer: answers.get(name) ?? null,
      isGiven: given.has(name),
    })),
    wrote,
    template: note?.template ?? null,
    dealTerms: note?.dealTerms ?? [],
  };
}

/** Which files were written, which that is needed was not, what stands in them that nobody answered, and what a scenario has to give. */
export function sayWhatIsLeft(
  written: readonly string[],
  notWritten: string | undefined,
  answers: Answers,
  note: NewNote,
): string {
  const { blanks, dealTerms } = note;
  const [template] = written;
  const names = Math.max(...blanks.map(({ name }) => name.length), 0);
  return [
    ...written.map((path) => `wrote ${visibleText(path)}`),
    ...(notWritten === undefined
      ? []
      : [`not written: ${notWritten}, which the stories read; name a file to get both`]),
    ...(blanks.length === 0 ? [] : ["To settle, as nobody has answered:"]),
    ...blanks.map(({ name, asks }) => `  ${name.padEnd(names)}  ${answers.get(name) ?? ""}  (${asks})`),
    `Each scenario gives: ${dealTerms.join(", ")}.`,
    ...(template === undefined ? [] : [`Next: tenor test ${visibleText(template)}`]),
    "",
  ].join("\n");
}
