/** A contract's text in paragraphs: hard-wrapped lines are joined, page breaks and page numbers left out. */

export interface Paragraph {
  /** White space inside is single blanks; signs of Markdown are left out. */
  readonly text: string;
  /** The lines of the file that it comes from, counted from 1, with the place in `text` at which each begins. */
  readonly lines: readonly LineStart[];
  /** Whether Markdown marks it as a heading. */
  readonly isHeading: boolean;
  /** How much of it a title in bold takes, as `Sale.` does in front of the text; 0 where there is none. */
  readonly boldLength: number;
}

interface LineStart {
  readonly line: number;
  readonly at: number;
}

/** The line of the file in which a place of the paragraph lies. */
export function lineAt({ lines }: Paragraph, at: number): number {
  return lines.findLast((it) => it.at <= at)?.line ?? 1;
}

/** `opensPart` says whether a line begins with the number of a part. */
export function paragraphsOf(text: string, opensPart: (line: string) => boolean): Paragraph[] {
  const groups: Line[][] = [];
  let endsGroup = true;
  let isBroken = false;
  for (const line of linesOf(text)) {
    if (line.text === "" || line.isPageBreak) {
      isBroken ||= line.isPageBreak;
      endsGroup = true;
      continue;
    }
    const last = groups.at(-1);
    const runsOn = isBroken && last !== undefined && isOpen(last) && !line.isHeading && !opensPart(line.text);
    const opens = line.isHeading || (opensPart(line.text) && (last === undefined || isOver(last)));
    if (last === undefined || (endsGroup && !runsOn) || opens || last.at(-1)?.isHeading === true) groups.push([line]);
    else last.push(line);
    [endsGroup, isBroken] = [false, false];
  }
  return groups.map(joined);
}

interface Line {
  readonly line: number;
  readonly text: string;
  readonly isHeading: boolean;
  readonly boldLength: number;
  readonly isPageBreak: boolean;
}

function linesOf(text: string): Line[] {
  const raw = text.replaceAll("\f", " ").split(/\r\n|\n|\r/);
  return raw.map((written, index) => {
    const isPageBreak = /^\s*<PAGE>\s*$/i.test(written) || isPageNumber(raw, index);
    const isHeading = /^\s*#{1,6}\s/.test(written) || /^\s*\*\*[^*]+\*\*\s*$/.test(written);
    const [, bold = "", stop = ""] = /^\s*\*\*([^*"“]+)\*\*([.:]?)\s+\S/.exec(written) ?? [];
    const boldLength = /[.:]\s*$/.test(bold + stop) ? plain(bold + stop).length : 0;
    return { line: index + 1, text: plain(written), isHeading, boldLength, isPageBreak };
  });
}

/** A number alone between blank lines. */
function isPageNumber(lines: readonly string[], index: number): boolean {
  const isBlank = (line: string | undefined) => line === undefined || /^\s*(?:<PAGE>\s*)?$/i.test(line);
  return (
    /^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$/.test(lines[index] ?? "") &&
    isBlank(lines[index - 1]) &&
    isBlank(lines[index + 1])
  );
}

/** Without signs of Markdown and blanks of other widths. */
function plain(line: string): string {
  return (
    line
      // The number of a heading needs no stop.
      .replace(/^(\s*(?:#{1,6}\s+|\*\*)(?:\*\*)?\d{1,3})(?=\s+[A-Z])/, "$1.")
      .replace(/^\s*(?:#{1,6}\s+|>\s*)/, "")
      .replaceAll(/\*\*|__(?=\S)|(?<=\S)__/g, (sign) => (sign === "**" ? "" : sign))
      .replaceAll(/[\u00A0\u2000-\u200B\u202F\u3000]/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim()
  );
}

/** A page may end within a sentence. */
function isOpen(group: readonly Line[]): boolean {
  return !/[.;:?!]["”']?$/.test(group.at(-1)?.text ?? "");
}

/** Whether a sentence or an item of a list ends with the lines so far. */
function isOver(group: readonly Line[]): boolean {
  return /(?:[.;:?!]["”')]?|[;,] (?:and|or))$/.test(group.at(-1)?.text ?? "");
}

function joined(group: readonly Line[]): Paragraph {
  const lines: LineStart[] = [];
  let text = "";
  for (const { line, text: own } of group) {
    if (text !== "" && !/[A-Za-z]-$/.test(text)) text += " ";
    lines.push({ line, at: text.length });
    text += own;
  }
  return { text, lines, isHeading: group.some((it) => it.isHeading), boldLength: group[0]?.boldLength ?? 0 };
}
