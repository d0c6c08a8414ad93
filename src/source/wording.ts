import { once } from "../base/once.ts";

/** The names in a copy of a text, and the words that stand in their place. */
export type Wording = ReadonlyMap<string, Words>;

export interface Words {
  readonly text: string;
  /** Stands for `its NAME` as a whole. */
  readonly isWhole: boolean;
}

/** A piece of a text with the words in the place of the names; any other name stays. */
export function reworded(piece: string, wording: Wording): string {
  if (wording.size === 0) return piece;
  return piece.replace(patternFor(wording), (_, before: string | undefined, name: string) =>
    inPlace(before ?? "", wording.get(name)),
  );
}

const patternFor = once((wording: Wording) => {
  // The longest first: a name may hold another one.
  const names = [...wording.keys()].toSorted((a, b) => b.length - a.length).join("|");
  return new RegExp(`(\\bits |\\bit is )?(?<![\\w-])(?<!\\b[A-Z][\\w-]* )(${names})(?![\\w-])(?! [A-Z])`, "g");
});

function inPlace(before: string, words: Words | undefined): string {
  if (words === undefined) return before;
  return words.isWhole ? words.text : before + words.text;
}
