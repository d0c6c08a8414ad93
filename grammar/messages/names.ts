import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import { isIn, namesIn, phraseWords } from "../words.ts";
import { endsOperand } from "./brackets.ts";
import { expectationOf, mayFollow, openingsAt } from "./expectations.ts";
import { comparisons } from "./operators.ts";
import { missingVerb } from "./strays.ts";
import type { ErrorContext, StatementTokens, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, isFirstOnLine, replacement, reworded, shown } from "./syntax-error.ts";

/** `Last Day to Pay`: a lower-case word other than the five that a name takes. */
export function wordInName({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  if (found === undefined || previous?.tokenType !== t.Name || next?.tokenType !== t.Name) return undefined;
  const opens = index === 1 && /^(?:after|before|until|under|over|with)$/.test(found.image);
  const joins = joinsInName(statement, index);
  if (!(opens || joins || wordsInNames.has(found.tokenType)) || Object.hasOwn(comparisons, found.image))
    return undefined;
  if (/^(?:else|then)$/.test(found.image)) return undefined;
  const between = statement.text.slice(endOf(previous), next.startOffset);
  if (/[\r\n]/.test(between)) return undefined;
  const place = { start: previous.startOffset, end: endOf(next) };
  const written = statement.text.slice(place.start, place.end);
  const word = found.image === "/" ? " Or " : found.image.charAt(0).toUpperCase() + found.image.slice(1);
  const right = written.replace(between, between.replace(found.image, word).replaceAll(/ +/g, " "));
  return { code: "TN1034", ...place, facts: { found: shown(written), word: found.image, right: shown(right) } };
}

/** `event Dividend or Repurchase`, `Debt and Lease means`: where a name is declared, `or` joins no two of them. */
function joinsInName({ text, tokens }: StatementTokens, index: number): boolean {
  const [opening] = tokens;
  const [name, found, behind] = [tokens[index - 1], tokens[index], tokens[index + 2]];
  if (name === undefined || found === undefined || opening === undefined) return false;
  if (![t.Or, t.And, t.Divide].includes(found.tokenType)) return false;
  if (index === 1) return behind !== undefined && isIn(behind.tokenType.name, "definition", "declaration");
  const isDeclared = index === 2 && declares.has(opening.tokenType);
  const isField = opening.tokenType === t.Event && isFirstOnLine(text, name) && behind?.tokenType === t.Colon;
  return isDeclared || isField;
}

const declares = new Set([t.Event, t.Given, t.Account, t.Series, t.Signal]);

const wordsInNames = new Set([t.Word, ...namesIn("connector").map((name) => t[name])]);

/** `X = …`, `X: …`, `X $5`: the verb of a definition is missing. */
export function definitionVerb({ statement, index, found, previous, rules }: ErrorContext): SyntaxFinding | undefined {
  const isValue = rules.includes("kindDeclaration") && rules.at(-1) === "type" && previous?.tokenType === t.Is;
  if (isValue && index === 2) return missingVerb(statement, previous);
  if (index !== 1 || statement.tokens[0]?.tokenType !== t.Name || found === undefined) return undefined;
  if (rules.length > 0 && !rules.includes("namedDeclaration")) return undefined;
  if (found.tokenType === t.Equals) return missingVerb(statement, found);
  const name = shown(statement.tokens[0].image);
  const complaint = findingAt(found, "TN1007", { name, found: shown(found.image) });
  return found.tokenType === t.OwedBy
    ? { ...complaint, help: `a statement about an account begins with the word: \`account ${name} owed by …\`` }
    : complaint;
}

/** `given X: price, restated for splits = …`: what is said of splits stands behind the value. */
export function valueBehindBasis({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isBehind = previous?.tokenType === t.CommaRestated || previous?.tokenType === t.CommaNotRestated;
  if (found?.tokenType !== t.Equals || !isBehind || statement.tokens[0]?.tokenType !== t.Given) return undefined;
  const complaint = findingAt(found, "TN1001", { expected: "the end of the statement", found: "`=`" });
  const name = statement.tokens[1]?.image ?? "X";
  const help = `the value stands before what is said of splits: \`given ${name}: … = …${previous.image}\``;
  return { ...complaint, help };
}

/** `the Company must give Report by … for each of Year Ends`: a duty or a power is of each event, not of each date. */
export function dutyOfEachDate({ statement, index, found, previous, rules }: ErrorContext): SyntaxFinding | undefined {
  const isEachOf = found?.tokenType === t.Of && previous?.image.endsWith("each") === true;
  if (isEachOf && statement.tokens[1]?.tokenType === t.Occurs) {
    const help =
      "a default is one of the note, or one for each event: leave `for each of` out, and ask in its condition about what was due, as in `when overdue ACCOUNT is more than $0`";
    return { ...findingAt(found, "TN1001", { expected: "an event", found: "`of`" }), help };
  }
  if (!isEachOf || !rules.includes("partyClause")) return undefined;
  const schedule = statement.tokens[index + 1]?.image ?? "these dates";
  const complaint = findingAt(found, "TN1001", { expected: "an event", found: "`of`" });
  const help = `a duty or a power is one for each event: let an event say that a day of ${schedule} has come, and write \`for each\` and its name`;
  return { ...complaint, help };
}

export function modalVerb({ found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || !/^(?:can|cannot|could|shall|will|should|might|ought)$/.test(found.image))
    return undefined;
  return findingAt(found, "TN1023", { found: found.image });
}

const keywordOpenings = new Set(phraseWords().map((words) => words.replace(/^, /, "").split(" ")[0] ?? words));

/** A lower-case word where a name or a value is wanted; or a keyword that is misspelt. */
export function lowerCaseName(place: ErrorContext): SyntaxFinding | undefined {
  const { statement, index, found, previous, expected } = place;
  if (found?.tokenType !== t.Word) return undefined;
  const fitting = openingsAt(place).filter((word) => keywordOpenings.has(word));
  const near = expected === t.Name.name ? undefined : statement.nearest(found.image, fitting);
  if (near !== undefined && near.length > 2) {
    const words = { expected: `\`${near}\``, found: `\`${found.image}\`` };
    return { ...findingAt(found, "TN1001", words, replacement(found, near)), help: `did you mean \`${near}\`?` };
  }
  const isName = expected === t.Name.name || (expected === "" && mayFollow(place, t.Name));
  return (previous !== undefined && endsOperand(previous)) || !isName ? undefined : lowerCase(statement, found, index);
}

/** `the closing price`: not the article is wrong, but what it opens. */
export function wordAfterThe({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  if (found?.tokenType !== t.The || index === 0 || next === undefined) return undefined;
  const expected = "words such as `the average of`, `the lesser of` or `the first day on or after`";
  const help = "write one of these, or a name with its capitals and without `the`";
  return { ...findingAt(next, "TN1001", { expected, found: `\`${shown(next.image)}\`` }), help };
}

/** Words that may be meant as parts of a name, keywords among them. */
const wordsOfNames = new Set([t.Word, ...namesIn("type", "measure", "head").map((name) => t[name]), t.Market]);

export function lowerCase({ text, tokens }: StatementTokens, found: Token, index: number): SyntaxFinding {
  let last = found;
  for (const token of tokens.slice(index + 1)) {
    if (!wordsOfNames.has(token.tokenType) || text.slice(endOf(last), token.startOffset).trim() !== "") break;
    last = token;
  }
  const written = text.slice(found.startOffset, endOf(last));
  const right = written.replaceAll(/(?<![a-z0-9-])[a-z]/g, (letter) => letter.toUpperCase());
  return reworded(text, found.startOffset, endOf(last), right, true, "TN1022");
}

export function twoNames({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Name || previous?.tokenType !== t.Name) return undefined;
  return findingAt(found, "TN1021", { first: shown(previous.image), second: shown(found.image) });
}

/** `X is 5` under `when`: no such change. */
export function changeForm({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const verb = statement.tokens[index + 1];
  if (!/^(?:rule|change)$/.test(rules.at(-1) ?? "") || found?.tokenType !== t.Name || verb === undefined)
    return undefined;
  const expected = expectationOf("namedChange");
  return findingAt(verb, "TN1001", { expected, found: `\`${shown(verb.image)}\`` });
}
