import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import { isIn } from "../../words.ts";
import { endsOperand } from "../brackets.ts";
import { mayFollow } from "../expectations.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, matched, reworded, shown } from "../syntax-error.ts";

// When something holds, and on what days, in other words than the language's.

/** `continues: until Waiver`: what ends a default belongs to its condition. */
export function defaultUntil({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (previous?.tokenType !== t.ContinuesLine || !/^(?:until|till|unless)$/.test(found?.image ?? "")) return undefined;
  const facts = { expected: "`while the condition holds` or `for good`", found: `\`${found?.image}\`` };
  const help =
    "a default ends with its condition: say what ends it there, as in `when CONDITION and WAIVER has not happened`, and leave `continues:` out";
  return found && { ...findingAt(found, "TN1001", facts), help };
}

/** `18% per year while C, otherwise 12% per year`, `X when C` */
export function caseInOtherWords(place: ErrorContext): SyntaxFinding | undefined {
  const { statement, index, found, previous } = place;
  if (found === undefined || previous === undefined || !endsOperand(previous)) return undefined;
  const match = matched(statement, found, /(?:while|when|whenever|where|(?:so|as)\s+long\s+as)\b/y);
  if (match === undefined || !mayFollow(place, t.OnlyWhile) || !mayFollow(place, t.If)) return undefined;
  if (statement.tokens.slice(0, index).some(({ tokenType }) => tokenType === t.HoldsWhen)) return undefined;
  const hasOther = statement.tokens.slice(index).some(({ tokenType }) => tokenType === t.CommaOtherwise);
  const end = found.startOffset + match[0].length;
  return reworded(statement.text, found.startOffset, end, hasOther ? "if" : "only while");
}

/** `18% per year from D`, where no range can stand. */
export function valueForTime(place: ErrorContext): SyntaxFinding | undefined {
  const { found, previous } = place;
  if (found === undefined || previous === undefined || !endsOperand(previous)) return undefined;
  if (!/^(?:from|since|until|till|through|during|between)$/.test(found.image)) return undefined;
  if (mayFollow(place, t.FromAndIncluding) || mayFollow(place, t.ToAndIncluding) || mayFollow(place, t.From))
    return undefined;
  return mayFollow(place, t.If) ? findingAt(found, "TN1170", { found: found.image }) : undefined;
}

/** `ending immediately before today`, `immediately after D` */
export function immediately({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const match = matched(
    statement,
    found,
    /(?:immediately|directly)\s+(before|preceding|prior\s+to|after|following|succeeding)\b/y,
  );
  if (match === undefined) return undefined;
  const way = /^(?:before|pre|prior)/.test(match[1] ?? "") ? "before" : "after";
  const end = found.startOffset + match[0].length;
  const unit = statement.tokens.slice(0, index).findLast(({ tokenType }) => isUnit(tokenType));
  if (previous?.tokenType === t.Ending && unit !== undefined)
    return reworded(statement.text, found.startOffset, end, `1 ${unit.image.replace(/s$/, "")} ${way}`);
  const facts = { expected: "a number of days", found: `\`${shown(match[0])}\`` };
  const help = `say which day it is: \`1 trading day ${way} D\`, \`1 business day ${way} D\` or \`1 day ${way} D\``;
  return { code: "TN1001", start: found.startOffset, end, facts, help };
}

function isUnit({ CATEGORIES = [], name }: Token["tokenType"]): boolean {
  return CATEGORIES.includes(t.TimeUnit) || isIn(name, "dayUnit");
}

/** `today is a business day`, `its date is not a trading day`, `today is not a Saturday` */
export function kindOfDay({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isDenied = previous?.tokenType === t.IsNot;
  if (found === undefined || (previous?.tokenType !== t.Is && !isDenied)) return undefined;
  const match = matched(
    statement,
    found,
    /an?\s+(?:(business|trading)\s+day|(weekday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b/iy,
  );
  if (match === undefined) return undefined;
  const [start, end] = [startOfSubject(statement.tokens, index - 2), found.startOffset + match[0].length];
  if (match[2] !== undefined) {
    const facts = { expected: "a day", found: `\`${shown(match[0])}\`` };
    return { code: "TN1001", start: found.startOffset, end, facts, help: daysOfWeek };
  }
  const day = shown(statement.text.slice(start, endOf(statement.tokens[index - 2] ?? found)));
  const unit = match[1]?.toLowerCase() === "trading" ? " trading day" : "";
  return reworded(statement.text, start, end, `(${day}, following${unit}) is ${isDenied ? "not " : ""}${day}`);
}

const daysOfWeek =
  "days of the week have no names here: business days leave out Saturdays and Sundays, and `(D, following) is D` where D is one of them";

/** Where `today`, `Due Date` or `its date` begins. */
function startOfSubject(tokens: readonly Token[], last: number): number {
  const opening = [t.Its, t.This].includes(tokens[last - 1]?.tokenType ?? t.Word) ? last - 1 : last;
  return tokens[opening]?.startOffset ?? 0;
}

/** `is between $5 and $9` in a line of a test. */
export function expectedBetween({ found, previous, rules }: ErrorContext): SyntaxFinding | undefined {
  const isRange = /^(?:between|at|more|less|approximately|about|around|roughly)$/.test(found?.image ?? "");
  if (found === undefined || !isRange || previous?.tokenType !== t.Is || !rules.includes("expectation"))
    return undefined;
  const facts = { expected: "the value itself", found: `\`${found.image}\`` };
  const help =
    "a test expects one value. Work it out; or say in the template what has to be so, `NAME holds when A is at least $5 and A is at most $9`, and write `expect: NAME is yes`";
  return { ...findingAt(found, "TN1001", facts), help };
}

/** `up to 60 days after Issue Date: 110%`: the head of a row is a figure or a date. */
export function rowOfTable({ statement: { text, tokens }, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isTable = tokens.slice(0, index).some(({ tokenType }) => tokenType === t.ByTheTableOf);
  const rest = /^[^\r\n]*/.exec(text.slice(found.startOffset))?.[0] ?? "";
  if (!/:(?:\s|$)/.test(rest)) return undefined;
  const counted = /^days?(?=\s*:)/.exec(rest)?.[0];
  const facts = { expected: "a figure or a date", found: `\`${shown(found.image)}\`` };
  if (isTable && counted !== undefined && isIn(tokens[index - 1]?.tokenType.name ?? "", "figure")) {
    const start = endOf(tokens[index - 1] ?? found);
    return {
      ...findingAt(found, "TN1001", { ...facts, expected: "`:`" }),
      fix: { start, end: endOf(found), text: "" },
      help: daysInRow,
    };
  }
  const line = text.slice(text.lastIndexOf("\n", found.startOffset) + 1, found.startOffset);
  if (!/^\s+(?:up\s+to|from|\S+\s+(?:\S+\s+)*to|)\s*$/.test(line)) return undefined;
  const isRow = isTable || (found.tokenType === t.UpTo && tokens[index - 1]?.tokenType === t.Means);
  return isRow ? { ...findingAt(found, "TN1001", facts), help: rowsOfDays } : undefined;
}

const daysInRow = "the rows of a table of days are plain numbers: leave `days` out";
const rowsOfDays =
  "rows are figures or dates that are written out. Count the days, `DAYS means today - D`, and write `by the table of DAYS` with rows such as `up to 60: …` and `61 to 120: …`";
