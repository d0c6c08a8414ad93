import { digitsOf } from "../forms/figures.ts";
import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import type { Meaning, Words } from "../vocabulary.ts";
import { isIn, wordsFor } from "../words.ts";
import { endsOperand } from "./brackets.ts";
import { wrongSymbol } from "./strays.ts";
import type { ErrorContext, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, insertion, reworded } from "./syntax-error.ts";

export function ifThenElse({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const word = found.image;
  const isEarlyIf = found.tokenType === t.If && (previous === undefined || !endsOperand(previous));
  return isEarlyIf || ["then", "else", "elseif", "elif"].includes(word)
    ? findingAt(found, "TN1010", { found: word })
    : undefined;
}

export function signForWord({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  return found?.tokenType === t.Equals && previous !== undefined && endsOperand(previous)
    ? wrongSymbol(statement, found, index)
    : undefined;
}

export function missingComma({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || previous === undefined) return undefined;
  const isElse = previous.tokenType === t.Or && found.image === "else";
  const start = isElse ? previous : found;
  const words = ["otherwise", "restated", "rounded", "optional"];
  if (!isElse && !words.includes(found.image)) return undefined;
  const before = start.startOffset - statement.text.slice(0, start.startOffset).trimEnd().length;
  return findingAt(
    start,
    "TN1032",
    { found: isElse ? "or else" : found.image },
    insertion(start.startOffset - before, ","),
  );
}

export function unknownUnit({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isCounted = previous?.tokenType === t.NumberLiteral && found?.tokenType === t.Word;
  if (
    !isCounted ||
    found === undefined ||
    !/^(?:quarter|hour|minute|fortnight|working|banking|trade|decade)/.test(found.image)
  ) {
    return undefined;
  }
  const finding = findingAt(found, "TN1019", { found: found.image });
  const [days, months] = [found.image.startsWith("fortnight") ? 14 : 0, found.image.startsWith("quarter") ? 3 : 0];
  const count = Number(digitsOf(previous.image)) * (days || months);
  return count > 0 && Number.isSafeInteger(count)
    ? { ...finding, help: `write \`${count} ${days > 0 ? "days" : "months"}\`` }
    : finding;
}

export const comparisons: Readonly<Record<string, Words>> = {
  ...{ greater: "is more than", bigger: "is more than", larger: "is more than", higher: "is more than" },
  ...{ above: "is more than", smaller: "is less than", lower: "is less than" },
  ...{ fewer: "is less than", below: "is less than", equal: "is" },
  ...{ later: "is after", earlier: "is before" },
};

/** What is picked out of two or more, in the language's own words. */
const picks: Readonly<Record<string, Meaning<"pairPick" | "listPick" | "extremeFold">>> = {
  ...{ greater: "greater", higher: "greater", larger: "greater", bigger: "greater", lesser: "lesser", lower: "lesser" },
  ...{ smaller: "lesser", earlier: "earlier", later: "later", least: "least", greatest: "greatest" },
  ...{ earliest: "earliest", latest: "latest" },
};

/** `greater of A and B`, `the lower of A and B` */
export function pickWords({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const [word, next] = statement.tokens.slice(found?.tokenType === t.The ? index + 1 : index);
  if (found === undefined || word === undefined || next?.tokenType !== t.Of) return undefined;
  const pick = Object.hasOwn(picks, word.image) ? picks[word.image] : undefined;
  if (pick === undefined) return undefined;
  const right = wordsFor(pick, "pairPick", "listPick", "extremeFold");
  return reworded(statement.text, found.startOffset, endOf(next), right, true, "TN1024");
}

export function comparisonWords({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const word = found?.image ?? "";
  const right = Object.hasOwn(comparisons, word) ? comparisons[word] : undefined;
  if (found === undefined || right === undefined) return undefined;
  const opening = previous?.tokenType === t.Is ? previous : found;
  const next = statement.tokens[index + 1];
  const closing = next !== undefined && ["than", "to"].includes(next.image) ? next : found;
  return reworded(statement.text, opening.startOffset, endOf(closing), right, true, "TN1024");
}

const functionWords: Readonly<Record<string, string>> = {
  ...{ max: "the greater of A and B", maximum: "the greater of A and B", min: "the lesser of A and B" },
  ...{ minimum: "the lesser of A and B", sum: "the sum of X over DAYS", average: "the average of X over DAYS" },
  ...{ mean: "the average of X over DAYS", lowest: "the lowest of X over DAYS", highest: "the highest of X over DAYS" },
};

/** `max(A, B)`, `min of`, `the average of 3 lowest of`. */
export function functionWord({ found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isPick = found.tokenType === t.LowestOf || found.tokenType === t.HighestOf;
  const form = isPick
    ? `the 3 ${found.tokenType.LABEL ?? ""} X`
    : Object.hasOwn(functionWords, found.image)
      ? functionWords[found.image]
      : undefined;
  if (form === undefined || (!isPick && found.tokenType !== t.Word)) return undefined;
  const facts = { expected: `words such as \`${form}\``, found: `\`${found.image}\`` };
  return { ...findingAt(found, "TN1001", facts), help: `write \`${form}\`` };
}

/** `until`, `between`, `from X to Y`: whether the ends count is not said. */
export function rangeWithoutEnds({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isRangeWord = /^(?:between|through|till|since|during|within)$/.test(found.image) || found.tokenType === t.Until;
  const isBareEnd = found.tokenType === t.From || (found.tokenType === t.To && rules.includes("range"));
  if (!isRangeWord && !isBareEnd) return undefined;
  const { tokens, text } = statement;
  const hasFirst = tokens.slice(0, index).some(({ tokenType: { name } }) => isIn(name, "rangeStart"));
  const hasLast =
    tokens.slice(index).some(({ tokenType: { name } }) => isIn(name, "rangeEnd")) ||
    /\b(?:through|until|till)\s+(?:and|but)\s+(?:in|ex)cluding\b/.test(text.slice(endOf(found)));
  return hasFirst || hasLast
    ? unsaidEnd(found, hasFirst)
    : findingAt(found, "TN1018", { found: found.image, ends: "the first and the last day count" });
}

/** One end of a range is said, and the other is not. */
function unsaidEnd(found: Token, hasFirst: boolean): SyntaxFinding {
  const ends = `the ${hasFirst ? "last" : "first"} day counts`;
  const help = hasFirst
    ? "write `to and including E`, or `to but excluding E`"
    : "write `from and including D`, or `from but excluding D`";
  return { ...findingAt(found, "TN1018", { found: found.image, ends }), help };
}
