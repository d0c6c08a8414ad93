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
  readonly kind: (typeof kinds)[number];
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
  const [, word, title = ""] = /^(head|given|terms|section|story|prices)(?: "(.+)")?$/.exec(head) ?? [];
  const kind = kindOf(word);
  return kind === undefined ? [] : [{ kind, title, lines }];
}

const kinds = ["head", "given", "terms", "section", "story", "prices"] as const;

function kindOf(word: string | undefined): Part["kind"] | undefined {
  return kinds.find((kind) => kind === word);
}

export function holds({ conditions }: Piece, answers: Answers): boolean {
  return conditions.every(({ name, isNot, values }) => {
    const answer = answers.get(name);
    return answer !== undefined && values.includes(answer) !== isNot;
  });
}
