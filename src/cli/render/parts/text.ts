import { displayWidth, visibleText } from "../../../index.ts";

/**
 * Text broken at spaces into lines of at most `width` columns; a word that is longer has a line of its own, whole. What is
 * kept together stays so where a line has room for it.
 */
export function wrap(text: string, width: number): string[] {
  const words = visibleText(text)
    .split(" ")
    .flatMap((word) => (displayWidth(word) > width ? word.split(glue) : [word.replaceAll(glue, " ")]));
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Holds words together until they stand on a line. */
const glue = "\u00A0";

/** Words that `wrap` and tables keep on one line where they can: a name, a figure with its unit. */
export function kept(words: string): string {
  return words.replaceAll(" ", glue);
}

/** What a line can't be broken in: words, and words that are kept together; or only words. */
export function unbroken(text: string, isKept: boolean): string[] {
  return visibleText(text).split(isKept ? " " : /[ \u00A0]/);
}

/** Spaces after a text, up to so many columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Spaces before a text, up to so many columns. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The widest of some texts, in columns; 0 of none. */
export function widest(texts: Iterable<string>): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, displayWidth(text));
  return width;
}

/** `1 file`, `2 files`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Text with so many spaces before each line that has something on it. */
export function indented(text: string, spaces = 2): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(spaces));
}
