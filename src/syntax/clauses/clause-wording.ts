/**
 * The words of a clause as a reader of the note knows them: its names give way to what the note calls them, or to the
 * value that stands for them.
 */
import { wordsOf } from "../../source/span.ts";
import type { Expression, Gives, Takes } from "../ast.ts";

/** Puts the note's words into a piece of the clause's text; what the note does not name keeps its name. */
export function clauseWording(
  named: readonly (Takes | Gives)[],
  bound: ReadonlyMap<string, Expression>,
): (text: string) => string {
  const words = new Map<string, Said>();
  for (const it of named) {
    const value = bound.get(it.name.text);
    if (value !== undefined) words.set(it.name.text, said(it, value));
  }
  if (words.size === 0) return (text) => text;
  // The longest first: a name may hold another one.
  const names = [...words.keys()].toSorted((a, b) => b.length - a.length).join("|");
  const pattern = new RegExp(`(\\bits |\\bit is )?(?<![\\w-])(?<!\\b[A-Z][\\w-]* )(${names})(?![\\w-])(?! [A-Z])`, "g");
  return (text) =>
    text.replace(pattern, (_, before: string | undefined, name: string) => inPlace(before ?? "", words.get(name)));
}

interface Said {
  readonly text: string;
  /** Stands for `its NAME` as a whole. */
  readonly isWhole: boolean;
}

function said(it: Takes | Gives, value: Expression): Said {
  if (value.kind === "ItsReference" || value.kind === "NameReference") return { text: value.name.text, isWhole: false };
  const isValue = it.kind === "Takes" && it.verb === "takes" && it.owner !== undefined;
  const text = wordsOf(value.span);
  return { text: isBare(value) ? text : `(${text})`, isWhole: isValue };
}

/** A value that needs no brackets wherever it stands. */
function isBare({ kind }: Expression): boolean {
  return /Literal$|^UnderSection$|^Unlimited$|^Today$|^MarketColumn$|^DayCountName$/.test(kind);
}

function inPlace(before: string, said: Said | undefined): string {
  if (said === undefined) return before;
  return said.isWhole ? said.text : before + said.text;
}
