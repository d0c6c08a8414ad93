import { namedSection, sectionLabel } from "../../forms/sections.ts";
import type { StatementTokens, SyntaxFinding } from "../syntax-error.ts";
import { shown } from "../syntax-error.ts";

const sub = String.raw`(?:\([A-Za-z0-9]{1,6}\)|[ \t]+\((?:[A-Za-z]|[ivx]+|\d)\))`;
// `3A` and `3-A` are no number with a title.
const label = String.raw`\d+(?:\.\d+)*${sub}*(?![A-Za-z0-9%]|-[A-Za-z0-9])`;
const head = "(?:section|Section|SECTION)[ \\t]+";
// A number that ends in a full stop, or a word for a part: what follows on the line is its title.
const numbered = new RegExp(
  `^(?:${head}(${label})|(${namedSection.replaceAll("(?![ \\t]+[A-Z])", "")})|(\\d+(?:\\.\\d+)*)(?=\\.[ \\t]|[ \\t]+[A-Z]))(?:[.:)]|[ \\t]*[-–—])?[ \\t]*(.*)$`,
);
const unnumbered = /^(?:section|SECTION|Section(?=[ \t]+[IVX]+(?![A-Za-z])))[ \t]+([A-Za-z].*|\d+-?[A-Za-z].*)$/;
const verbs = /(?:^|\s)(?:means|holds|is|starts|occurs|becomes|shall|for each)\b/;

/** `Section 2. Conversion`, `Article III Covenants`, `2. Conversion`, `section Coupon`: a heading without its quotes. */
export function headingInOtherWords({ text }: StatementTokens): SyntaxFinding | undefined {
  const start = /^(?:[ \t]*(?:--[^\r\n]*)?(?:\r\n|[\r\n]))*/.exec(text)?.[0].length ?? 0;
  const [whole = ""] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  // Where the comment begins, and not the blanks before it: those are looked through once, however many there are.
  const comment = whole.search(/\s--/);
  const line = (comment < 0 ? whole : whole.slice(0, comment)).trimEnd();
  const [, afterWord, named, alone, title = ""] = numbered.exec(line) ?? [];
  const number = afterWord ?? named ?? alone;
  const heading = number === undefined ? unnumbered.exec(line)?.[1] : title;
  // A title that stands in quotes is not what is wrong, unless something stands before it.
  if (heading === undefined || verbs.test(heading) || line === right(number, heading)) return undefined;
  const [, word, quoted] = /^section[ \t]+([A-Za-z]+)[ \t]+("[^"]*")$/.exec(line) ?? [];
  if (word !== undefined && word !== "preamble" && !startsRoman(word))
    return headingFinding(line, start, `section "${word}" ${quoted}`);
  if (/^section[ \t]+\S+[ \t]+"[^"]*"/.test(line) && !startsRoman(heading)) return undefined;
  return headingFinding(line, start, right(number, heading));
}

function headingFinding(line: string, start: number, written: string): SyntaxFinding {
  const end = start + line.length;
  const facts = { found: shown(line), right: shown(written) };
  return { code: "TN1035", start, end, facts, fix: { start, end, text: written } };
}

/** `IV` by itself is a name, and no number of a section: it goes into the title. */
function startsRoman(heading: string): boolean {
  return /^[IVX]+(?![A-Za-z])/.test(heading);
}

function right(number: string | undefined, title: string): string {
  const words = title
    .replaceAll(/["“”„]/g, "")
    .replace(/\.$/, "")
    .trim();
  return [
    "section",
    number === undefined ? [] : sectionLabel(number.replaceAll(/[ \t]+\(/g, "(")),
    words === "" ? [] : `"${words}"`,
  ]
    .flat()
    .join(" ");
}
