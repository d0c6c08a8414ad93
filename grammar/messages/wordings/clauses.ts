import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import { isIn, isTokenName, rowOf } from "../../words.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, insertion, isFirstOnLine, matched, replacement, reworded, shown } from "../syntax-error.ts";
import { countAt } from "./dates.ts";

/** `X = 15% per year`, `X is …`, `X: 15% per year`, `X: rate is …` after `given`. */
export function termWithoutKind({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const [head, name] = statement.tokens;
  if (head?.tokenType !== t.Given || name?.tokenType !== t.Name || found === undefined) return undefined;
  const isVerb = found.tokenType === t.Equals || found.tokenType === t.Is;
  if (index === 2 && isVerb) {
    const kind = kindOf(statement.tokens[3]?.tokenType.name);
    const form = `given ${shown(name.image)}: ${kind ?? "KIND"} = …`;
    const help = kind === undefined ? `write \`${form}\`, with a kind such as \`money\`` : `write \`${form}\``;
    const facts = { expected: "`:` and a kind", found: `\`${found.image}\`` };
    const fix = { start: endOf(name), end: endOf(found), text: `: ${kind ?? ""} =` };
    return { ...findingAt(found, "TN1001", facts, kind === undefined ? undefined : fix), help };
  }
  const kind = kindOf(found.tokenType.name);
  if (rules.at(-1) === "type" && kind !== undefined) {
    const facts = { expected: "a kind", found: `\`${shown(found.image)}\`` };
    const fix = insertion(found.startOffset, `${kind} = `);
    return { ...findingAt(found, "TN1001", facts, fix), help: `write \`${kind} = ${shown(found.image)}\`` };
  }
  return found.tokenType === t.Is
    ? findingAt(found, "TN1035", { found: "is", right: "=" }, replacement(found, "="))
    : undefined;
}

/** The kind of a figure, as `given` says it. */
function kindOf(name = ""): string | undefined {
  if (isIn(name, "yesNo")) return "yes or no";
  return isTokenName(name) && isIn(name, "figure", "literal") ? rowOf(name).means : undefined;
}

/** `X is reduced by A` where a rule says what changes. */
export function changeInOtherWords({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const head = statement.tokens[0]?.tokenType;
  const next = statement.tokens[index + 1];
  if (found?.tokenType !== t.Name || next === undefined || !isFirstOnLine(statement.text, found)) return undefined;
  if (head !== t.When && head !== t.On && head !== t.OnEach) return undefined;
  for (const [written, right] of changes) {
    const match = matched(statement, next, written);
    if (match) return reworded(statement.text, next.startOffset, next.startOffset + match[0].length, right);
  }
  if (next.tokenType !== t.Is || statement.tokens[index + 2]?.tokenType === t.Word) return undefined;
  return findingAt(next, "TN1035", { found: next.image, right: "becomes" }, replacement(next, "becomes"));
}

const changes: readonly (readonly [RegExp, string])[] = [
  [/(?:is|shall be|will be)\s+(?:reduced|decreased|lowered|diminished)\s+by\b/y, "falls by"],
  [/(?:decreases|declines|drops|goes\s+down|reduces)\s+by\b/y, "falls by"],
  [/(?:is|shall be|will be)\s+(?:increased|raised)\s+by\b/y, "rises by"],
  [/(?:increases|grows|goes\s+up)\s+by\b/y, "rises by"],
  [/(?:(?:is|shall be|will be)\s+(?:set|reset|changed|adjusted|reduced|increased)|changes|resets)\s+to\b/y, "becomes"],
  [/(?:is|becomes)\s+due\s+on\b/y, "falls due on"],
  [/is\s+(?:forgiven|cancelled|canceled)(?![a-z])/y, "is waived"],
];

const prepositions = new Set(["within", "upon", "in", "at", "any", "not", "only"]);

/** `may not give`, `must deliver`, `may within …`: what comes after the first word is not as it should be. */
export function modalWords({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  if (rules.at(-1) !== "partyClause" || found === undefined || next === undefined) return undefined;
  const modal = modals.get(found.tokenType);
  if (modal === undefined) return undefined;
  const after = statement.tokens[index + 2];
  if (found.tokenType === t.May && next.tokenType === t.Not) {
    const last = after?.image === "give" ? after : next;
    const start = found.startOffset;
    const fix = { start, end: endOf(last), text: "must not give" };
    const facts = { found: shown(statement.text.slice(start, endOf(last))), right: "must not give" };
    return findingAt(next, "TN1035", facts, fix);
  }
  const isVerb = next.tokenType === t.Word && after?.tokenType === t.Name && !prepositions.has(next.image);
  if (isVerb) {
    const right = found.tokenType === t.Must && payingVerbs.has(next.image) ? "pay" : "give";
    const facts = { found: `${found.image} ${next.image}`, right: `${found.image} ${right}` };
    return findingAt(next, "TN1035", facts, replacement(next, right));
  }
  const facts = { expected: modal.expected, found: `\`${shown(next.image)}\`` };
  return { ...findingAt(next, "TN1001", facts), help: modal.help };
}

/** `Borrower must give …`, `Each Holder may give …` */
export function partyWithoutThe({ statement: { text, tokens }, index }: ErrorContext): SyntaxFinding | undefined {
  const [opening, verb, next] = tokens;
  if (opening?.tokenType !== t.Name || verb === undefined || index > 2) return undefined;
  const isShall = verb.image === "shall" && (next?.image === "give" || next?.image === "pay");
  const right = isShall ? `must ${next?.image ?? ""}` : verb.image;
  if (!isShall && !isModal(verb)) return undefined;
  if (next?.image === "be") {
    const facts = { expected: "a party", found: `\`${shown(opening.image)}\`` };
    const help = `say who has to do it: \`the PARTY ${verb.image} give ${shown(opening.image)} by DATE\``;
    return { ...findingAt(opening, "TN1001", facts), help };
  }
  const party = opening.image.replace(/^(?:An?|The|Each|Every|Any)[ \t]+(?=[A-Z])/, "");
  return reworded(text, opening.startOffset, isShall ? endOf(next ?? verb) : endOf(verb), `the ${party} ${right}`);
}

function isModal({ tokenType }: Token): boolean {
  return [t.MayGive, t.MustGive, t.MustPay, t.MustNotGive, t.May, t.Must, t.MustNot].includes(tokenType);
}

const payingVerbs = new Set(["repay", "prepay", "reimburse", "redeem"]);

const modals = new Map([
  [t.May, { expected: "`give`", help: "write `may give` and the event; say when under `only if`" }],
  [t.Must, { expected: "`give` or `pay`", help: "write `must give EVENT by DATE` or `must pay AMOUNT by DATE`" }],
  [t.MustNot, { expected: "`give`", help: "write `must not give` and the event; say the exception after `unless`" }],
]);

/** `unless cured within 5 days after D` */
export function cureInOtherWords({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Unless || !statement.tokens.some(({ tokenType }) => tokenType === t.Occurs))
    return undefined;
  const match = matched(
    statement,
    found,
    /unless\s+(?:it\s+is\s+)?(?:cured|remedied)\s+(within|by|on\s+or\s+before|in)\s+/y,
  );
  if (match === undefined) return undefined;
  const start = found.startOffset;
  const count = countAt(statement.text, start + match[0].length);
  if (count === undefined) {
    if (match[1] !== "within" && match[1] !== "in")
      return reworded(statement.text, start, start + match[0].trimEnd().length, "unless cured by the end of:");
    return { ...findingAt(found, "TN1035", { found: match[0].trim(), right: "unless cured by the end of:" }) };
  }
  return reworded(statement.text, start, count.end, `unless cured by the end of: ${count.right}`, count.isWhole);
}

/** `a Notice has (…)`, `any Notice has (…)`, `each Notice has (…)` */
export function eventWithArticle({ statement, index }: ErrorContext): SyntaxFinding | undefined {
  const have = statement.tokens.findIndex(
    ({ image }, place) => image === "have" && place >= index && place < index + 3,
  );
  const [quantifier, name, verb] = statement.tokens.slice(have < 2 ? index : have - 2);
  if (quantifier === undefined || name?.tokenType !== t.Name || verb === undefined) return undefined;
  if (verb.tokenType !== t.Has && verb.image !== "have") return undefined;
  const right = quantifiers.find(([written]) => written.test(quantifier.image))?.[1];
  if (right === undefined) return undefined;
  const written = `${right} ${singular(name.image, verb.image)} has`;
  return reworded(statement.text, quantifier.startOffset, endOf(verb), written);
}

const quantifiers: readonly (readonly [RegExp, string])[] = [
  [/^(?:a|an|any|one|the|some)$/, "some"],
  [/^(?:each|all|every)$/, "every"],
  [/^(?:no|none)$/, "no"],
];

/** `all Notices of Conversion have`: an event is named in the singular. */
function singular(name: string, verb = "have"): string {
  if (verb !== "have") return name;
  const [, head = name, rest = ""] = /^(.*?)((?: of .*)?)$/.exec(name) ?? [];
  const one = head
    .replace(/(?<=[a-z])ies$/, "y")
    .replace(/(?<=(?:ch|sh|x|ss))es$/, "")
    .replace(/(?<=[a-rt-z])s$/, "");
  return one + rest;
}

/** `the number of Payments`, `the sum of its Amount over all Payments` */
export function eventsInPlural({ statement, index, found, previous, rules }: ErrorContext): SyntaxFinding | undefined {
  const isAll = found?.image === "all" || found?.tokenType === t.The;
  const name = isAll ? statement.tokens[index + 1] : found;
  if (found === undefined || name?.tokenType !== t.Name) return undefined;
  const opens = previous?.tokenType === t.Over || isIn(previous?.tokenType.name ?? "", "count");
  const isSet = rules.at(-1) === "set" || opens;
  const behind = statement.tokens[statement.tokens.indexOf(name) + 1];
  if (!isSet || (behind?.tokenType === t.Events && !isAll)) return undefined;
  const end = behind?.tokenType === t.Events ? endOf(behind) : endOf(name);
  return reworded(statement.text, found.startOffset, end, `${singular(name.image)} events`);
}

/** `must give Report before 2024-03-01`: a duty or a power has a last day. */
export function lastDayBefore({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Before || previous?.tokenType !== t.Name) return undefined;
  const facts = { expected: "`by`", found: "`before`" };
  return {
    ...findingAt(found, "TN1001", facts),
    help: "write `by` and the last day that is in time: `by 1 day before D`",
  };
}

/** `beyond that: cut down` */
export function cutBack({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Word || !/^beyond/.test(rules.at(-1) ?? "")) return undefined;
  const next = statement.tokens[index + 1];
  const isPhrase = found.image === "cut" && next?.tokenType === t.Word;
  if (isPhrase) return reworded(statement.text, found.startOffset, endOf(next), "cut back");
  if (/^(?:cut|reduced|limited|capped)$/.test(found.image))
    return reworded(statement.text, found.startOffset, endOf(found), "cut back");
  return undefined;
}
