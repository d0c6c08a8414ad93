/** Reads a subject of a comparison: a template by its name or path, with deal terms and readings of its own. */
import type { CoreProgram, Value } from "../../core/core.ts";
import type { Result } from "../../diagnostics/result.ts";
import { pointerParts } from "../json.ts";
import { memberOf, membersIn, named, ReadingContext, textIn } from "../scenario/context.ts";
import type { Lists } from "../scenario/lists.ts";
import { listsAsked, readLists } from "../scenario/lists.ts";
import { readReadings, startOfNote } from "../scenario/terms.ts";
import type { FileShape } from "../shape/file-shape.ts";
import type { InputFile } from "../shape/input-file.ts";
import { parseInput, readOr } from "../shape/input-file.ts";
import { subjectSchema } from "./subject-schema.ts";
import { validateSubject } from "./subject-validator.generated.ts";

/** What a subject says of its template. */
export interface SubjectChoices {
  readonly terms: ReadonlyMap<string, Value>;
  readonly lists: Lists;
  readonly readings: ReadonlyMap<string, string>;
}

/** What a subject names: files, and the heading of its column. */
export interface SubjectNames {
  readonly template: string;
  readonly binding?: string | undefined;
  readonly name?: string | undefined;
}

export function parseSubject(text: string, name: string): InputFile {
  return parseInput(text, name, subjectShape);
}

/** Undefined where the file has another shape; `readSubject` then says what is wrong with it. */
export function namesOfSubject({ document }: InputFile): SubjectNames | undefined {
  const root = document.ok ? document.value.root : undefined;
  const template = textIn(root, "template")?.text;
  if (template === undefined) return undefined;
  return { template, binding: textIn(root, "binding")?.text, name: textIn(root, "name")?.text };
}

export function readSubject({ document, shape }: InputFile, program: CoreProgram): Result<SubjectChoices> {
  if (!document.ok) return document;
  const { root } = document.value;
  const context = new ReadingContext(program, program.title);
  const terms = new Map<string, Value>();
  const known = listsAsked(program);
  for (const member of membersIn(memberOf(root, "terms")?.value)) {
    if (known.has(member.key)) continue;
    const param = program.params.get(member.key);
    if (param !== undefined) context.readInto(terms, member.value, param.type, member.key, "term");
    else {
      const facts = { note: context.note, name: member.key };
      context.reportUnknown("TN5204", named(member), facts, [...program.params.keys(), ...known.keys()], "deal terms");
    }
  }
  // What the template has by default may be given elsewhere.
  const start = startOfNote(root, context);
  const lists = readLists(root, new Map(), start?.span && start, context, "as far as given");
  return readOr({ terms, lists, readings: readReadings(root, context) }, shape, context.problems.list());
}

/** The subject that a template's path with `?NAME=VALUE&NAME=VALUE` stands for, as the text of its file. */
export function subjectText(template: string, given: readonly (readonly [string, string])[], program: CoreProgram) {
  const isTerm = (name: string) => program.params.has(name) || !program.readings.has(name);
  const terms = given.filter(([name]) => isTerm(name)).map(([name, text]) => [name, plainOf(name, text, program)]);
  const readings = given.filter(([name]) => !isTerm(name));
  const named = { terms: Object.fromEntries(terms), readings: Object.fromEntries(readings) };
  return JSON.stringify({ format: "tenor/subject@1", template, ...named }, null, 2);
}

function plainOf(name: string, text: string, { params }: CoreProgram): string | boolean {
  const isYesOrNo = params.get(name)?.type.kind === "yes or no";
  return isYesOrNo && /^(yes|no)$/.test(text) ? text === "yes" : text;
}

function placeName(pointer: string): string {
  const [first, second] = pointerParts(pointer);
  return first === undefined ? "The subject" : `\`${second ?? first}\``;
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  template: ["note", "contract", "instrument"],
  name: ["title", "heading", "subject"],
  terms: ["deal terms", "parameters", "deal"],
  readings: ["interpretations", "choices"],
};

const subjectShape: FileShape = { schema: subjectSchema, validate: validateSubject, placeName, otherNames };
