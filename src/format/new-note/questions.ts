/** What `tenor new` asks, and which answers it takes. The questions are data: nothing here knows what a note is about. */
import { tokenize } from "../../../grammar/tokenize.ts";
import { invariant } from "../../base/invariant.ts";

/** What an answer is: `percent or none` takes `4.99%` and `none`. */
const kinds = ["text", "party", "choice", "percent", "percent or none", "amount", "amount or none", "count"] as const;
type AnswerKind = (typeof kinds)[number];

export interface NoteQuestion {
  readonly name: string;
  readonly asks: string;
  readonly kind: AnswerKind;
  /** Of a choice, what each of its answers means. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly byDefault: string;
  /** The question of a count that this one must not be above. */
  readonly atMost?: string;
  /** By other questions the answers with which this one is asked. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

/** Answers by the names of their questions, those by default with them. */
export type Answers = ReadonlyMap<string, string>;

/** The questions of a file of them, in the order in which they are asked. */
export function questionsFrom(json: string): readonly NoteQuestion[] {
  const read: unknown = JSON.parse(json);
  invariant(Array.isArray(read) && read.every(isQuestion), "the questions that come with Tenor are questions");
  return read;
}

function isQuestion(it: unknown): it is NoteQuestion {
  if (typeof it !== "object" || it === null || !("kind" in it && "name" in it && "asks" in it && "byDefault" in it)) {
    return false;
  }
  const areTexts = [it.name, it.asks, it.byDefault].every((text) => typeof text === "string");
  return areTexts && kinds.some((kind) => kind === it.kind);
}

/** Whether a question is asked at all, as others were answered. */
export function isAsked({ where = {} }: NoteQuestion, answers: Answers): boolean {
  return Object.entries(where).every(([name, values]) => values.includes(answers.get(name) ?? ""));
}

/** An answer in the form in which a template has it, or what is wrong with it. */
export function readAnswer(
  question: NoteQuestion,
  written: string,
  answers: Answers,
): { readonly value: string } | { readonly wrong: string } {
  const text = written.trim();
  const value = answerIn(question, text);
  if (value === undefined) return { wrong: `"${text}" does not answer ${question.name}: ${formOf(question)}` };
  const most = question.atMost === undefined ? undefined : answers.get(question.atMost);
  if (most !== undefined && Number(value) > Number(most)) {
    return { wrong: `${question.name} is at most ${question.atMost}, which is ${most}` };
  }
  return { value };
}

function answerIn({ kind, choices = {} }: NoteQuestion, text: string): string | undefined {
  if (kind.endsWith("or none") && text === "none") return text;
  switch (kind) {
    case "text":
      return /^[^"\r\n]+$/.test(text) ? text : undefined;
    case "party":
      return isName(text) ? text : undefined;
    case "choice":
      return Object.hasOwn(choices, text) ? text : undefined;
    case "percent":
    case "percent or none":
      return /^\d{1,4}(?:\.\d{1,10})?\s?%?$/.test(text) ? `${text.replace(/\s?%$/, "")}%` : undefined;
    case "amount":
    case "amount or none":
      return /^\$?\d[\d,]{0,15}(?:\.\d{1,10})?$/.test(text) ? `$${text.replace(/^\$/, "")}` : undefined;
    case "count":
      return /^[1-9]\d{0,3}$/.test(text) ? text : undefined;
  }
}

function formOf({ kind, choices = {} }: NoteQuestion): string {
  switch (kind) {
    case "text":
      return "write words without quotes";
    case "party":
      return "write a name whose words begin with capitals, such as Company";
    case "choice":
      return `it is one of ${Object.keys(choices).join(", ")}`;
    case "percent":
    case "percent or none":
      return `write a percentage such as 6%${kind === "percent" ? "" : ", or none"}`;
    case "amount":
    case "amount or none":
      return `write an amount such as $1.50${kind === "amount" ? "" : ", or none"}`;
    case "count":
      return "write a whole number from 1";
  }
}

function isName(text: string): boolean {
  const { tokens } = tokenize(text);
  return tokens.length === 1 && tokens[0]?.tokenType.name === "Name" && tokens[0].image === text;
}
