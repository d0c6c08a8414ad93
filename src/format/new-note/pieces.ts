/** The pieces of a note as their file has them: for which answers each is there, and what it adds. */
import type { Answers } from "./questions.ts";

export interface Piece {
  readonly conditions: readonly Condition[];
  readonly parts: readonly Part[];
}

/** `splits is yes`, `limit is not none`. A question that was not asked has no answer: it is nothing, and not nothing either. */
interface Condition {
  readonly name: string;
  readonly isNot: boolean;
  readonly values: readonly string[];
}

export interface Part {
  readonly kind: "given" | "terms" | "section" | "story" | "prices";
  /** Of a section or a story. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** What stands above the first piece is for readers of the file. */
export function piecesFrom(text: string): Piece[] {
  return text.split(/^# /m).slice(1).map(pieceFrom);
}

function pieceFrom(text: string): Piece {
  const [head = "", ...parts] = text.split(/^## /m);
  const conditions = head
    .trim()
    .replace(/^where /, "")
    .split("; ");
  return {
    conditions: conditions.flatMap((it) => {
      const [, name, not, values] = /^([\w-]+) is (not )?(.+)$/.exec(it) ?? [];
      return name === undefined || values === undefined
        ? []
        : [{ name, isNot: not !== undefined, values: values.split(", ") }];
    }),
    parts: parts.flatMap(partFrom),
  };
}

function partFrom(text: string): Part[] {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const [, kind, title = ""] = /^(given|terms|section|story|prices)(?: "(.+)")?$/.exec(head) ?? [];
  return isKind(kind) ? [{ kind, title, lines }] : [];
}

function isKind(it: string | undefined): it is Part["kind"] {
  return it === "given" || it === "terms" || it === "section" || it === "story" || it === "prices";
}

export function holds({ conditions }: Piece, answers: Answers): boolean {
  return conditions.every(({ name, isNot, values }) => {
    const answer = answers.get(name);
    return answer !== undefined && values.includes(answer) !== isNot;
  });
}
