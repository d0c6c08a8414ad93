import type { Token } from "../../tokens.ts";
import { isName, tokens as t } from "../../tokens.ts";
import { isIn, namesIn } from "../../words.ts";
import type { ErrorContext, StatementTokens, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, isFirstOnLine, lineStart, matched, replacement, reworded, shown } from "../syntax-error.ts";

// Statements as contracts open them.

/** `the Low Price means`, `any Low Price means`, `the term "Low Price" means`, `"Low Price" shall mean` */
export function termOpening({ statement, index }: ErrorContext): SyntaxFinding | undefined {
  const [opening] = statement.tokens;
  if (opening === undefined || index > 4) return undefined;
  const match = matched(
    statement,
    opening,
    /((?:(?:the|an?|any|each|every)\s+(?:term\s+)?)?)(?:"([A-Z][^"\r\n]*)"|([A-Z][A-Za-z0-9 -]*?))\s+(means?|shall\s+mean|has\s+the\s+meaning|holds\s+when|is\s+fixed\s+as|starts\s+at)\b/y,
  );
  if (match === null || match === undefined) return undefined;
  const [written, article = "", quoted, bare, verb = ""] = match;
  const name = quoted ?? bare ?? "";
  const right = /^(?:holds|is|starts)/.test(verb) ? verb : "means";
  if (!isName(name)) return undefined;
  if (article === "" && right === verb) return undefined;
  return reworded(statement.text, opening.startOffset, opening.startOffset + written.length, `${name} ${right}`);
}

/** `sentences 1-3`, `sentences 1 through 3`, `sentences 1 and 2` */
export function sentenceRange({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  return found && rangeOfSentences(statement, found, index);
}

export function rangeOfSentences(statement: StatementTokens, found: Token, index: number): SyntaxFinding | undefined {
  const [opening] = statement.tokens;
  const isMark = opening?.tokenType === t.Sentence || opening?.tokenType === t.Sentences;
  const isBetween = [index - 1, index + 1].every((at) => statement.tokens[at]?.tokenType === t.NumberLiteral);
  if (!isMark || !isBetween) return undefined;
  const right = /^(?:-|–|—|through|until|till|thru)$/.test(found.image)
    ? " to "
    : /^(?:and|&)$/.test(found.image)
      ? ", "
      : "";
  if (right === "") return undefined;
  const [start, end] = [endOf(statement.tokens[index - 1] ?? found), statement.tokens[index + 1]?.startOffset];
  return {
    ...reworded(statement.text, found.startOffset, endOf(found), right.trim()),
    fix: { start, end: end ?? start, text: right },
  };
}

/** `if X, Y becomes Z` at the margin: what changes is said under `when`. */
export function ruleByIf({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const [opening] = statement.tokens;
  if (found === undefined || opening === undefined || index > 1) return undefined;
  const match = matched(
    statement,
    opening,
    /[Ii]f\s+((?:(?!\s(?:becomes|rises|falls|is\s+charged)\b)[^\r\n])+?)(?:,\s*(?:then\s+)?|\s+then\s+|[ \t]*(?:\r\n|[\r\n])[ \t]+)([A-Z][^\r\n]*)/y,
  );
  if (match === undefined) return undefined;
  const [written, condition = "", change = ""] = match;
  const isNamed = isName(condition);
  const facts = { found: shown(written), right: isNamed ? `when ${condition} begins` : "when … begins" };
  const place = { code: "TN1035", start: opening.startOffset, end: opening.startOffset + 2, facts } as const;
  const text = `when ${condition} begins\n  ${change}`;
  const fix = { start: opening.startOffset, end: opening.startOffset + written.length, text };
  return isNamed
    ? { ...place, help: `write \`when ${shown(condition)} begins\`, and the change on an indented line below it`, fix }
    : {
        ...place,
        help: "give the condition a name with `NAME holds when CONDITION`; then write `when NAME begins` and the change on an indented line below it",
      };
}

/** `when Sale, X becomes 5`, `when Sale:`, `Upon Sale, X becomes 5`: the change stands on lines of its own. */
export function ruleOnOneLine({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  const [opening] = statement.tokens;
  if (found === undefined || opening === undefined) return undefined;
  const match = matched(
    statement,
    opening,
    /(?:when|[Uu]pon(?:\s+(?:the|an?|each))?|on(?=\s+[A-Z]))\s+([A-Z][A-Za-z0-9 -]*?)(?::[ \t]*(?=[\r\n])|[ \t]*[,:][ \t]*(?:then[ \t]+)?(?=[A-Z][^\r\n]*?\s(?:becomes|rises|falls|is)\s)|[ \t]+then(?=[ \t]*[\r\n]))/y,
  );
  const name = match?.[1] ?? "";
  if (match === undefined || !isName(name)) return undefined;
  const isOnOneLine = !/^[ \t]*[\r\n]/.test(statement.text.slice(match.index + match[0].length));
  const word = opening.tokenType === t.On ? "on" : "when";
  const finding = reworded(
    statement.text,
    match.index,
    match.index + match[0].length,
    `${word} ${name}${isOnOneLine ? "\n  " : ""}`,
  );
  const right = `${word} ${name}`;
  const help = isOnOneLine ? `write \`${right}\`, and the change on an indented line below it` : `write \`${right}\``;
  return { ...finding, facts: { found: shown(match[0].trimEnd()), right }, help };
}

/** `Amount money`, `Amount is money` in an event, `given Fee money`. */
export function fieldWithoutColon({
  statement: { text, tokens },
  index,
  found,
}: ErrorContext): SyntaxFinding | undefined {
  const [opening, given] = tokens;
  const name = tokens[index - 1];
  if (found === undefined || name?.tokenType !== t.Name) return undefined;
  const isField = opening?.tokenType === t.Event && isFirstOnLine(text, name);
  const isTerm = opening?.tokenType === t.Given && given === name;
  // A verb or a sign may stand where the colon belongs.
  const kind = /^(?:is|=|:=|-)$/.test(found.image) ? tokens[index + 1] : found;
  const isKind = kind !== undefined && (isIn(kind.tokenType.name, "type") || kind.tokenType === t.Text);
  if (!(isField || isTerm) || !isKind) return undefined;
  const facts = {
    expected: `\`:\` before the kind of the ${isTerm ? "deal term" : "field"}`,
    found: `\`${found.image}\``,
  };
  const help = `write \`${shown(name.image)}: ${kind.image}\``;
  const end = kind === found ? endOf(name) : endOf(found);
  return { ...findingAt(found, "TN1001", facts, { start: endOf(name), end, text: ":" }), help };
}

/** A definition below an event, with blanks before it. */
export function definitionIndented({
  statement: { text, tokens },
  index,
  found,
}: ErrorContext): SyntaxFinding | undefined {
  const name = tokens[index - 1];
  if (
    found === undefined ||
    name?.tokenType !== t.Name ||
    !isFirstOnLine(text, name) ||
    !definingVerbs.has(found.tokenType)
  )
    return undefined;
  const start = lineStart(text, name.startOffset);
  if (start === name.startOffset) return undefined;
  return findingAt(name, "TN1002", { found: shown(name.image) }, { start, end: name.startOffset, text: "" });
}

const definingVerbs = new Set([t.ForEach, ...namesIn("definition", "declaration").map((name) => t[name])]);

/** `in words: the Borrower shall …` without quotes; the words may hold anything, so this is looked at first. */
export function wordsWithoutQuotes({ text, tokens }: StatementTokens): SyntaxFinding | undefined {
  const [opening, next] = tokens;
  if (opening === undefined || next === undefined) return undefined;
  const lacksColon = opening.tokenType === t.InWords && next.tokenType !== t.Comma;
  if ((!lacksColon && !saysWords.has(opening.tokenType)) || quoted.has(next.tokenType)) return undefined;
  const rest = /^[^\r\n]*/.exec(text.slice(next.startOffset))?.[0] ?? "";
  const line = rest.replace(/--.*$/, "").trimEnd();
  const right = `"${line.replaceAll(/["“”]/g, "")}"`;
  const end = next.startOffset + line.length;
  const isWhole = text.slice(end).trim() === "";
  const finding = lacksColon
    ? reworded(text, opening.startOffset, end, `in words: ${right}`, isWhole)
    : reworded(text, next.startOffset, end, right, isWhole);
  return { ...finding, help: "put the words in double quotes, on one line" };
}

const saysWords = new Set([t.InWordsLine, t.OurViewLine]);
const quoted = new Set([t.Text, t.UnclosedText, t.CurlyText]);

/** `in words, the Borrower must: do this` */
export function dutyWithoutQuotes({
  statement: { text, tokens },
  index,
  found,
  previous,
}: ErrorContext): SyntaxFinding | undefined {
  if (tokens[0]?.tokenType !== t.InWords || previous?.tokenType !== t.Colon || found === undefined || index < 4)
    return undefined;
  const line = text.slice(found.startOffset).trimEnd();
  return /[\r\n"]/.test(line)
    ? undefined
    : {
        ...reworded(text, found.startOffset, found.startOffset + line.length, `"${line}"`),
        help: "put the words in double quotes, on one line",
      };
}

/** `means no later than D`: a deadline is named by its last day. */
export function deadlineAsValue({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isDeadline = found?.tokenType === t.NoLaterThan || found?.tokenType === t.OnOrBefore;
  if (found === undefined || !isDeadline || previous === undefined || !isIn(previous.tokenType.name, "definition"))
    return undefined;
  const next = statement.tokens[index + 1];
  const facts = { expected: "the last day itself", found: `\`${found.image}\`` };
  const fix = { ...replacement(found, ""), end: next?.startOffset ?? endOf(found) };
  return { ...findingAt(found, "TN1001", facts, fix), help: "take it out: a deadline is named by its last day" };
}

/** `the first of its Choice over Payment events`: one of them, and then what it has. */
export function memberOfOne({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  for (const token of statement.tokens.slice(Math.max(0, index - 3), index + 1)) {
    const match = matched(
      statement,
      token,
      /the\s+(first|last)\s+of\s+(?:its\s+)?([A-Z][A-Za-z0-9 -]*?)\s+over\s+([A-Z][A-Za-z0-9 -]*?)\s+events\b/y,
    );
    if (match === undefined || found === undefined || match.index + match[0].length <= found.startOffset) continue;
    const [written, which, name, event] = match;
    return reworded(
      statement.text,
      token.startOffset,
      token.startOffset + written.length,
      `(the ${which} of ${event} events)'s ${name}`,
    );
  }
  return undefined;
}

/** `when Notice is given`, `Upon Notice`, `upon each Notice` */
export function eventInOtherWords({ statement }: ErrorContext): SyntaxFinding | undefined {
  const [opening] = statement.tokens;
  if (opening === undefined) return undefined;
  const match = matched(
    statement,
    opening,
    /(?:[Uu]pon(?:\s+(?:the|an?|each))?\s+([A-Z][A-Za-z0-9 -]*)|when(?:\s+(?:the|an?))?\s+([A-Z][A-Za-z0-9 -]*?)\s+(?:is\s+(?:given|made|delivered|received)|occurs|happens|takes\s+place))(?=[ \t]*(?:[\r\n]|if\b|$))/y,
  );
  const name = (match?.[1] ?? match?.[2] ?? "").trim();
  if (match === undefined || !isName(name)) return undefined;
  const finding = reworded(
    statement.text,
    opening.startOffset,
    opening.startOffset + match[0].trimEnd().length,
    `when ${name}`,
  );
  // A default and a condition begin, and only what is declared says which of the two a name is.
  if (!/\s(?:occurs|happens|takes\s+place)$/.test(match[0].trimEnd())) return finding;
  const [start, end] = [finding.start, finding.end];
  const help = `write \`when ${name} begins\` of a default or a condition, \`when ${name}\` of an event`;
  return { code: "TN1173", start, end, facts: { found: shown(match[0].trimEnd()) }, help };
}

const kinds: Readonly<Record<string, string>> = {
  ...{ dollars: "money", dollar: "money", amount: "money", currency: "money", integer: "number", decimal: "number" },
  ...{ percentage: "percent", boolean: "yes or no", bool: "yes or no", flag: "yes or no", string: "text", day: "date" },
};

/** `given Fee: dollars` */
export function kindInOtherWords({ statement, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const right = found !== undefined && Object.hasOwn(kinds, found.image) ? kinds[found.image] : undefined;
  if (found === undefined || right === undefined || rules.at(-1) !== "type") return undefined;
  return reworded(statement.text, found.startOffset, endOf(found), right);
}

/** `the lesser of A or B` */
export function orInPick({ statement, found, rules, expected }: ErrorContext): SyntaxFinding | undefined {
  const isPick = rules.includes("several") || expected === t.And.name;
  if (found?.tokenType !== t.Or || !isPick) return undefined;
  return reworded(statement.text, found.startOffset, endOf(found), "and");
}

/** `Exhibit B means …`: a section's own word makes a section of what should be a name. */
export function sectionAsName({ statement: { tokens }, index, found }: ErrorContext): SyntaxFinding | undefined {
  const [opening] = tokens;
  if (opening?.tokenType !== t.NamedSection || found === undefined || index !== 1) return undefined;
  if (!isIn(found.tokenType.name, "definition", "declaration") && found.tokenType !== t.ForEach) return undefined;
  return findingAt(opening, "TN1070", { found: shown(opening.image) });
}

/** `in words, the Borrower shall: "…"` */
export function dutyInOtherWords({ statement: { text, tokens }, found }: ErrorContext): SyntaxFinding | undefined {
  const modal = /^(?:shall|will)(\s+not)?\b|^(?:can|might)\b/.exec(
    found === undefined ? "" : text.slice(found.startOffset),
  );
  if (tokens[0]?.tokenType !== t.InWords || found === undefined || modal === null) return undefined;
  const right = /^(?:can|might)/.test(modal[0]) ? "may" : modal[1] === undefined ? "must" : "must not";
  return reworded(text, found.startOffset, found.startOffset + modal[0].length, right);
}
