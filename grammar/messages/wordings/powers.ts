import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import { isIn } from "../../words.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { findingAt, matched, reworded, shown } from "../syntax-error.ts";

// What a power, a duty and a prohibition depend on, in other words than theirs.

/** `may give Notice if C`, `must give Report by D when C`, `must not give Loan without consent` */
export function conditionOfClause({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const clause = clauseAt(statement.tokens, index);
  if (found === undefined || clause === undefined) return undefined;
  const condition = matched(statement, found, conditional);
  if (condition !== undefined) {
    const { start, end } = { start: found.startOffset, end: found.startOffset + condition[0].length };
    if (clause.kind === "power") return reworded(statement.text, start, end, "only if");
    return { code: "TN1171", start, end, facts: { found: shown(condition[0]), ...clause } };
  }
  const exception = matched(statement, found, exceptional);
  if (exception === undefined || (clause.kind === "prohibition" && exception[0] === "unless")) return undefined;
  const end = found.startOffset + exception[0].length;
  const [right, help] = exceptions[clause.kind];
  return {
    code: "TN1171",
    start: found.startOffset,
    end,
    facts: { ...clause, found: shown(exception[0]), right },
    help,
  };
}

const conditional =
  /(?:if|when|whenever|where|while|(?:for )?(?:so|as)\s+long\s+as|(?:provided|on\s+condition)\s+that)\b/y;
const exceptional = /(?:unless|without|except|other\s+than|save)\b/y;

/** How an exception is said, and what to write. */
const exceptions = {
  power: ["only if not", "write `only if not CONDITION`, with brackets round it where it is more than a name"],
  duty: ["while not", "write `while not CONDITION`, with brackets round it where it is more than a name"],
  prohibition: [
    "unless",
    "write `unless` and a condition; for a consent, give the event a field `Consent: yes or no = no`, and write `unless its Consent`",
  ],
} as const;

/** `may give Notice until D`, where the last day is named, and `until this Note is paid`, where a condition is. */
export function lastDayOfClause({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const { tokens } = statement;
  const clause = clauseAt(tokens, index);
  const isUntil = found !== undefined && /^(?:until|till|through|before|to)$/.test(found.image);
  if (!isUntil || clause === undefined) return undefined;
  const facts = { ...clause, found: found.image };
  if (clause.kind === "prohibition") {
    const help = "write `unless today is after D`, or `unless today is on or after D`";
    return { ...findingAt(found, "TN1171", { ...facts, right: "unless" }), help };
  }
  if (isDayAt(tokens, index + 1)) return findingAt(found, "TN1172", facts);
  const help = `write \`${clause.right}\` and what holds as long as ${clause.kind === "power" ? "the power lasts" : "the duty is owed"}`;
  return { ...findingAt(found, "TN1171", facts), help };
}

/** A date, a count of days or a name alone, and no condition. */
function isDayAt(tokens: readonly Token[], index: number): boolean {
  const [first, ...others] = tokens.slice(index);
  if (first === undefined || others.some(({ tokenType: { name } }) => isIn(name, "comparison", "stateTest")))
    return false;
  return [t.Name, t.Its, t.Today, t.DateLiteral, t.NumberLiteral].includes(first.tokenType);
}

/** `must pay $5 on each of Payment Dates`, `must pay $5 on D`, `must pay $5 every month` */
export function paymentOfDates({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const clause = clauseAt(statement.tokens, index);
  if (found === undefined || clause?.verb !== "must pay") return undefined;
  if (found.tokenType === t.On) {
    const facts = { expected: "`by`", found: "`on`" };
    return { ...findingAt(found, "TN1001", facts), help: "write `by` and the last day on which payment is in time" };
  }
  const isEach =
    found.tokenType === t.OnEach || (found.tokenType === t.By && statement.tokens[index + 1]?.image === "each");
  if (!isEach && !/^(?:every|each|monthly|quarterly|annually)$/.test(found.image)) return undefined;
  const facts = { expected: "`by` and a day", found: `\`${shown(found.image)}\`` };
  return { ...findingAt(found, "TN1001", facts), help: instalments };
}

const instalments =
  "what is due on each day of a schedule is charged to an account: write `on each of DATES`, and on an indented line below it `ACCOUNT is charged with AMOUNT due on its date`";

interface Clause {
  readonly kind: "power" | "duty" | "prohibition";
  readonly verb: string;
  /** What opens its condition. */
  readonly right: string;
}

const clauses = new Map<Token["tokenType"], Clause>([
  [t.MayGive, { kind: "power", verb: "may give", right: "only if" }],
  [t.MustGive, { kind: "duty", verb: "must give", right: "while" }],
  [t.MustPay, { kind: "duty", verb: "must pay", right: "while" }],
  [t.MustNotGive, { kind: "prohibition", verb: "must not give", right: "unless not" }],
  [t.MustNotLet, { kind: "prohibition", verb: "must not let", right: "unless not" }],
]);

/** The clause of a party whose terms stand at a place, where no condition or limit of it has been opened before. */
function clauseAt(tokens: readonly Token[], index: number): Clause | undefined {
  const [opening] = tokens;
  if (opening?.tokenType !== t.The && opening?.tokenType !== t.ForEach) return undefined;
  const place = tokens.slice(0, index).findLastIndex(({ tokenType }) => clauses.has(tokenType));
  const verb = tokens[place];
  if (verb === undefined || tokens.slice(place, index).some(({ tokenType }) => opensMore.has(tokenType)))
    return undefined;
  return clauses.get(verb.tokenType);
}

const opensMore = new Set([
  ...[t.OnlyIf, t.While, t.Unless, t.If, t.UpTo, t.LeftBracket, t.ListLabel],
  ...[t.AskingForLine, t.BeyondThatLine, t.GivingLine, t.ElectingLine, t.IfNoneIsMadeLine],
]);
