/**
 * The words of a clause as a reader of the note knows them: its names give way to what the note calls them, or to the
 * value that stands for them.
 */
import { wordsOf } from "../../source/span.ts";
import type { Words } from "../../source/wording.ts";
import type { Expression, Gives, Takes } from "../ast.ts";

/** The note's words by the clause's names; what the note does not name keeps its name. */
export function clauseWording(
  named: readonly (Takes | Gives)[],
  bound: ReadonlyMap<string, Expression>,
): [name: string, words: Words][] {
  return named.flatMap((it): [string, Words][] => {
    const value = bound.get(it.name.text);
    return value === undefined ? [] : [[it.name.text, said(it, value)]];
  });
}

function said(it: Takes | Gives, value: Expression): Words {
  if (value.kind === "ItsReference" || value.kind === "NameReference") return { text: value.name.text, isWhole: false };
  const isValue = it.kind === "Takes" && it.verb === "takes" && it.owner !== undefined;
  const text = wordsOf(value.span);
  return { text: isBare(value) ? text : `(${text})`, isWhole: isValue };
}

/** A value that needs no brackets wherever it stands. */
function isBare({ kind }: Expression): boolean {
  return /Literal$|^UnderSection$|^Unlimited$|^Today$|^MarketColumn$|^DayCountName$/.test(kind);
}
