import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Answers, NoteQuestion } from "../../../index.ts";
import { nearestName, newNote, readAnswer, withDefaults } from "../../../index.ts";
import { askQuestions, linesOfInput } from "../../asking/ask-questions.ts";
import { listQuestions, newNoteJson, sayWhatIsLeft } from "../../asking/say-questions.ts";
import { findingsOf } from "../../compiled/compiled.ts";
import type { ExitStatus } from "../../exit-status.ts";
import { exitStatus } from "../../exit-status.ts";
import { shownName, standardInput, writeText } from "../../files/files.ts";
import type { NoteParts } from "../../files/new-note-files.ts";
import { readNoteParts } from "../../files/new-note-files.ts";
import { withClauses } from "../../files/templates/template-files.ts";
import type { Options, Run } from "../../options.ts";
import type { FileProblem } from "../../problem.ts";
import { fileProblem, isError } from "../../problem.ts";
import { refuse, wrongUse } from "../../refuse.ts";
import type { Terminal } from "../../terminal.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor new FILE`: a note to begin with, of clauses of the library. */
export const run: Run = async ([file], options, terminal) => {
  const parts = readNoteParts();
  if (options.list) return list(parts, options, terminal);
  if (file === undefined)
    return wrongUse("name the file to write, such as note.tenor, or - for standard output", terminal);
  const isFile = file !== standardInput;
  if (isFile && !/\.tenor$/.test(file)) return wrongUse(`${file} does not end in .tenor, as templates do`, terminal);
  const inTheWay = isFile ? fileInTheWay(file) : undefined;
  if (inTheWay !== undefined) return refuse([inTheWay], options.json, terminal);
  const given = readGiven(parts.questions, options.with ?? []);
  if ("wrong" in given) return wrongUse(given.wrong, terminal);
  const isAsking = options.defaults !== true && given.answers.size === 0;
  const answers = isAsking ? await askQuestions(parts.questions, linesOfInput(), terminal.err) : given.answers;
  return write(file, parts, answers, options, terminal);
};

function list({ questions }: NoteParts, { json }: Options, terminal: Terminal): ExitStatus {
  if (json) writeJson(terminal, newNoteJson(questions, new Map(), new Map(), []));
  else terminal.out.write(listQuestions(questions, terminal.out));
  return exitStatus.fine;
}

const marketFileOf = (file: string) => file.replace(/\.tenor$/, ".prices.csv");

/** Nothing that is there is written over. */
function fileInTheWay(file: string): FileProblem | undefined {
  const known = [file, marketFileOf(file)].find((it) => existsSync(it));
  if (known === undefined) return undefined;
  return fileProblem(known, `${shownName(known)} is there already`, "name another file, or move that one");
}

/** The answers of `--with`; what others leave unasked is wrong to answer. */
function readGiven(
  questions: readonly NoteQuestion[],
  written: readonly string[],
): { readonly answers: Answers } | { readonly wrong: string } {
  const texts = new Map<string, string>();
  for (const it of written) {
    const [, name = it, text] = /^([^=]+)=(.*)$/s.exec(it) ?? [];
    const names = questions.map((question) => question.name);
    if (!names.includes(name)) {
      const near = nearestName(name, names);
      return { wrong: `nothing asks for "${name}"${near === undefined ? "" : `; the nearest is ${near}`}` };
    }
    if (text === undefined) return { wrong: `write --with ${name}=ANSWER` };
    texts.set(name, text);
  }
  const answers = new Map<string, string>();
  for (const question of questions) {
    const text = texts.get(question.name);
    if (text === undefined) continue;
    const asked = withDefaults(questions, answers);
    if (!asked.has(question.name)) return { wrong: `${question.name} is not asked, as the others are answered` };
    const read = readAnswer(question, text, asked);
    if ("wrong" in read) return read;
    answers.set(question.name, read.value);
  }
  return { answers };
}

async function write(
  file: string,
  { questions, pieces }: NoteParts,
  given: Answers,
  { json }: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  const isFile = file !== standardInput;
  const market = isFile ? marketFileOf(file) : "note.prices.csv";
  const note = newNote(questions, pieces, given, basename(market));
  const files = await withClauses({ name: shownName(file), text: note.template }, dirname(file));
  // Answers may not fit one another, as two parties of one name don't.
  const findings = (await findingsOf(files)).filter(isError);
  if (findings.length > 0) return refuse(findings, json, terminal);
  const toWrite = [
    [file, note.template] as const,
    ...(note.prices === undefined ? [] : [[market, note.prices] as const]),
  ];
  for (const [path, text] of isFile ? toWrite : []) {
    const problem = writeText(path, text);
    if (problem !== undefined) return refuse([problem], json, terminal);
  }
  const written = isFile ? toWrite.map(([path]) => shownName(path)) : [];
  const answers = withDefaults(questions, given);
  if (json) writeJson(terminal, newNoteJson(questions, given, answers, written, note));
  else {
    if (!isFile) terminal.out.write(note.template);
    const notWritten = isFile || note.prices === undefined ? undefined : market;
    (isFile ? terminal.out : terminal.err).write(sayWhatIsLeft(written, notWritten, answers, note));
  }
  return exitStatus.fine;
}
