import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import { labelWords, namesIn } from "../words.ts";
import { lowerCase } from "./names.ts";
import type { ErrorContext, SyntaxFinding } from "./syntax-error.ts";
import { findingAt, insertion, isFirstOnLine, lineStart, replacement, shown } from "./syntax-error.ts";

/** A line that goes on with the statement above was not indented. */
export function lineAtMargin({ index, found }: ErrorContext): SyntaxFinding | undefined {
  if (index !== 0 || found === undefined) return undefined;
  const { tokenType } = found;
  const goesOn = tokenType.LABEL?.endsWith(":") || continuations.has(tokenType) || tokenType.LABEL?.startsWith(", ");
  return goesOn
    ? findingAt(found, "TN1029", { found: shown(found.image) }, insertion(found.startOffset, "  "))
    : undefined;
}

const continuations = new Set([
  ...namesIn("tail", "logic", "sum", "product", "power", "rangeStart", "rangeEnd").map((name) => t[name]),
  ...[t.ListLabel, t.OnlyIf, t.UpTo, t.Over, t.While, t.Unless, t.Where, t.OnWhich],
  ...[t.Comma, t.LeftBracket, t.Its, t.ItIs, t.ItIsNot, t.Text],
]);

/** `When`, `The Holder`, `Otherwise`: the capital makes a name of what should be a keyword. */
export function capitalKeyword({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const opening = statement.tokens[0];
  const isOpening = index <= 2 && opening?.tokenType === t.Name && isShoutedHead(opening, statement.tokens[1]);
  const token = isOpening ? opening : found;
  if (token?.tokenType !== t.Name) return undefined;
  const written = firstWord(token);
  const word = written.toLowerCase();
  if (!isOpening && !smallWords.has(word)) return undefined;
  const place = { start: token.startOffset, end: token.startOffset + written.length };
  return { code: "TN1006", ...place, facts: { found: written, word }, fix: { ...place, text: word } };
}

/** `Event of Default` is a name; `Event Stock Split` with its fields on the next line opens a statement. */
function isShoutedHead(opening: Token, next: Token | undefined): boolean {
  const word = firstWord(opening).toLowerCase();
  const rest = /^[A-Za-z0-9]+$/.test(opening.image) ? "" : opening.image;
  switch (word) {
    case "when":
    case "the":
    case "notwithstanding":
    case "given":
    case "on":
      return true;
    case "event":
      return rest !== "" && (next === undefined || [t.Name, t.For, t.By].includes(next.tokenType));
    case "account":
      return next?.tokenType === t.OwedBy;
    case "note":
    case "reading":
    case "role":
    case "test":
      return rest === "" && next?.tokenType === t.Text;
    case "section":
      return rest === "" && next?.tokenType === t.Text;
    case "share":
    case "our":
    case "in":
      return rest === "" && ["basis", "view", "view:", "words"].includes(next?.image ?? "");
    default:
      return false;
  }
}

function firstWord({ image }: Token): string {
  return /^[A-Za-z0-9]+/.exec(image)?.[0] ?? image;
}

const heads: readonly string[] = [t.On, ...namesIn("head").map((name) => t[name])].map(({ LABEL = "" }) =>
  LABEL.replace(/:$/, ""),
);

/** Keywords that hardly open a name when they have a capital. */
const smallWords: ReadonlySet<string> = new Set(
  [
    ...namesIn("tail", "logic", "negation", "comparison", "shift", "definition").map((name) => t[name]),
    ...[t.CommaOtherwise, t.When, t.Unless, t.While, t.Where, t.Over, t.On, t.As, t.From, t.To, t.The, t.OnlyIf],
    ...[t.UpTo, t.Has, t.Some, t.Every, t.Called, t.By, t.Its, t.Today],
  ].map(({ LABEL = "" }) => firstWordOf(LABEL)),
);

function firstWordOf(words: string): string {
  return words.replace(/^, /, "").split(" ")[0] ?? words;
}

/** A statement pasted with blanks before it. */
export function statementIndented({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || !isFirstOnLine(statement.text, found)) return undefined;
  const next = statement.tokens[index + 1];
  const isHead = statementHeads.has(found.tokenType) && !(found.tokenType === t.Reading && next?.tokenType !== t.Text);
  const isDefining = found.tokenType === t.Name && next !== undefined && definingWords.has(next.tokenType);
  if (!isHead && !isDefining) return undefined;
  const start = lineStart(statement.text, found.startOffset);
  if (start === found.startOffset) return undefined;
  return findingAt(found, "TN1002", { found: shown(found.image) }, { start, end: found.startOffset, text: "" });
}

const statementHeads = new Set(namesIn("head").map((name) => t[name]));

const definingWords = new Set([t.ForEach, ...namesIn("definition", "declaration").map((name) => t[name])]);

export function labelWithoutColon({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || !isFirstOnLine(statement.text, found)) return undefined;
  const rest = statement.text.slice(found.startOffset, found.startOffset + 40).replaceAll(/[ \t]+/g, " ");
  const words = labelWords()
    .toSorted((a, b) => b.length - a.length)
    .find((it) => rest.startsWith(`${it} `));
  if (words === undefined) return undefined;
  const length = new RegExp(words.replaceAll(" ", "[ \\t]+")).exec(statement.text.slice(found.startOffset))?.[0].length;
  const end = found.startOffset + (length ?? words.length);
  return { code: "TN1013", start: found.startOffset, end, facts: { label: words }, fix: insertion(end, ":") };
}

export function unknownStatement({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (index !== 0 || found === undefined) return undefined;
  const line = statement.text.slice(found.startOffset, found.startOffset + 60).replaceAll(/[ \t]+/g, " ");
  const head = ["our view", "in words"].find((it) => line.startsWith(it));
  if (head !== undefined) {
    const end = found.startOffset + head.length;
    return { code: "TN1013", start: found.startOffset, end, facts: { label: head }, fix: insertion(end, ":") };
  }
  if (found.tokenType === t.Word && statement.tokens.some((token) => definingWords.has(token.tokenType))) {
    return lowerCase(statement, found, index);
  }
  const near = found.tokenType === t.Word ? statement.nearest(found.image, heads) : undefined;
  const complaint = findingAt(
    found,
    "TN1028",
    { found: shown(found.image) },
    near === undefined ? undefined : replacement(found, near),
  );
  return near === undefined ? complaint : { ...complaint, help: `did you mean \`${near}\`?` };
}
