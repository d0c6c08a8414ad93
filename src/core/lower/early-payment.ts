/**
 * Interest that is to be paid before the day through which it is calculated, as where a day of payment moves back to a business
 * day: what is ahead is charged on the day of payment, and these days accrue no more.
 */
import { date, money, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { printNode } from "../print.ts";
import type { RuleBody } from "./rules.ts";

/** What is known of the note's definitions, and the deal term from which it exists. */
export interface Known {
  readonly definitions: ReadonlyMap<string, core.Expr>;
  /** The keys of those that an exception may displace. */
  readonly displaced: ReadonlySet<string>;
  readonly existsFrom: string;
}

/** The rules and accounts of a note, with what makes interest payable in time. */
export function withEarlyPayments(
  rules: readonly RuleBody[],
  accounts: readonly core.Account[],
  known: Known,
): { readonly rules: readonly RuleBody[]; readonly accounts: readonly core.Account[] } {
  const added: RuleBody[] = [];
  const changed = accounts.map((account): core.Account => {
    const { accrual } = account;
    if (accrual === undefined || accrual.onEach !== undefined) return account;
    const early = rules.flatMap((rule) => rule.changes.flatMap((change) => earlyIn(rule, change, account.name, known)));
    if (early.length === 0) return account;
    added.push(...early.map((it) => paidInTime(it, accrual)));
    const runs = [...(accrual.condition ? [accrual.condition] : []), ...early.map(({ isAhead }) => isNot(isAhead))];
    return { ...account, accrual: { ...accrual, condition: all(runs, account) } };
  });
  return { rules: [...rules, ...added], accounts: changed };
}

/** A posting of a rule whose day of payment may come before the rule's own day. */
interface Early {
  readonly rule: RuleBody;
  readonly posting: core.AccountPosting;
  /** The rule's next day, and what the posting then says, as of today. */
  readonly day: core.Expr;
  readonly paidOn: core.Expr;
  readonly dueOn: core.Expr | undefined;
  readonly condition: core.Expr | undefined;
  /** Whether the day of payment has come, and the rule's day has not. */
  readonly isAhead: core.Expr;
}

function earlyIn(rule: RuleBody, change: core.Change, account: string, known: Known): Early[] {
  if (change.kind !== "AccountPosting" || change.account !== account || change.verb !== "fall due") return [];
  const { amount, monthOf, payableOn, dueOn } = change;
  const { trigger, condition } = rule;
  if (amount !== undefined || monthOf !== undefined || payableOn === undefined) return [];
  if (trigger.kind !== "Calendar" && trigger.kind !== "Schedule") return [];
  const own = trigger.kind === "Calendar" ? trigger.date : dateOfRow(trigger.schedule, change);
  if (isNotBefore(payableOn, own, known) || goesByData(own, known) || goesByData(payableOn, known, own)) return [];
  const next = <T extends core.Expr | undefined>(part: T) =>
    part === undefined || trigger.kind === "Calendar" ? part : ofNextRow(trigger.schedule, part, change);
  const [day, paidOn, holds] = [next(own), next(payableOn), next(condition)];
  const at = today(change);
  const start: core.Expr = { kind: "ReadParam", name: known.existsFrom, type: date, span: change.span };
  const hadHeld = holds && [{ kind: "AsOf", value: holds, date: paidOn, type: yesOrNo, span: change.span } as const];
  const tests = [isSet(day), isSet(paidOn), is(day, ">", at), is(paidOn, "≤", at), is(paidOn, "≥", start)];
  const isAhead = all([...tests, ...(hadHeld ?? [])], change);
  return [{ rule, posting: change, day, paidOn, dueOn: next(dueOn), condition: holds, isAhead }];
}

/** On the day of payment what has accrued falls due, and what is ahead is charged, with the amounts as they stand then. */
function paidInTime(
  { rule: { section, span }, posting, day, paidOn, dueOn, condition }: Early,
  accrual: NonNullable<core.Account["accrual"]>,
): RuleBody {
  const { stage, account, inFull } = posting;
  const from = {
    which: "greatest",
    operands: [today(posting), accrual.from].map((value) => ({ value, ifSet: false })),
  } as const;
  const interest: core.Expr = {
    ...{ kind: "Interest", rate: accrual.rate, base: accrual.base, basis: accrual.basis, type: money, span },
    ...(accrual.periods && { periods: accrual.periods }),
    days: {
      ...{ kind: "DayRange", unit: "day", from: { kind: "Extreme", ...from, type: date, span }, fromIncluded: true },
      ...{ to: day, toIncluded: false },
    },
  };
  const none: core.Expr = { kind: "Constant", value: { n: 0n, d: 1n }, type: money, span };
  const arms = accrual.condition && [{ condition: accrual.condition, value: interest }];
  const amount: core.Expr = arms ? { kind: "Case", arms, otherwise: none, type: money, span } : interest;
  const dates = { ...(dueOn && { dueOn }), payableOn: paidOn };
  const common = {
    kind: "AccountPosting",
    account,
    section,
    span: posting.span,
    ...(stage !== undefined && { stage }),
  } as const;
  return {
    section,
    span,
    trigger: {
      kind: "Calendar",
      date: { kind: "OnlyWhile", value: paidOn, condition: is(day, ">", today(posting)), type: date, span },
    },
    ...(condition && { condition }),
    changes: [
      { ...common, verb: "charge", amount, ...dates },
      { ...common, verb: "fall due", ...dates, ...(inFull && { inFull }) },
    ],
  };
}

interface Spanned {
  readonly span: core.Expr["span"];
}

const today = ({ span }: Spanned): core.Expr => ({ kind: "Today", type: date, span });
const isNot = (condition: core.Expr): core.Expr => ({ kind: "Not", condition, type: yesOrNo, span: condition.span });
const isSet = (value: core.Expr): core.Expr => ({ kind: "IsSet", value, type: yesOrNo, span: value.span });

function is(left: core.Expr, operator: core.Compare["operator"], right: core.Expr): core.Expr {
  return { kind: "Compare", operator, left, right, type: yesOrNo, span: left.span };
}

function all(conditions: readonly core.Expr[], { span }: Spanned): core.Expr {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return { kind: "Logic", operator: "all", conditions, type: yesOrNo, span };
}

const dateOfRow = (schedule: string, { span }: Spanned): core.Expr => ({
  ...{ kind: "EventMoment", moment: "date", of: { kind: "Bound", event: schedule, depth: 0 }, type: date, span },
});

/** What is said of a date of a schedule, for the first one after today. */
function ofNextRow(schedule: string, part: core.Expr, { span }: Spanned): core.Expr {
  const after = { from: today({ span }), fromIncluded: false } as const;
  const fold = { kind: "EventFold", event: schedule, span } as const;
  const later = { ...after, toIncluded: true };
  const first: core.Expr = {
    ...fold,
    operation: "earliest",
    dates: later,
    body: dateOfRow(schedule, { span }),
    type: date,
  };
  const operation = part.type.kind === "date" ? "earliest" : "every";
  return { ...fold, operation, dates: { ...later, to: first }, body: part, type: part.type };
}

/** Whether a date can be seen not to lie before another one, by how it is counted. */
function isNotBefore(expr: core.Expr, other: core.Expr, known: Known, depth = 0): boolean {
  if (depth > 20) return false;
  if (printNode(expr) === printNode(other)) return true;
  const isLater = (part: core.Expr) => isNotBefore(part, other, known, depth + 1);
  switch (expr.kind) {
    case "Step":
      return (expr.relation === "after" || expr.relation === "on or after") && isLater(expr.from);
    case "Shift":
      return expr.direction === "after" && isCount(expr.count) && isLater(expr.from);
    case "Extreme":
      return expr.which === "greatest" && expr.operands.some(({ value, ifSet }) => !ifSet && isLater(value));
    case "Case":
      return [...expr.arms.map(({ value }) => value), expr.otherwise].every(isLater);
    case "ByReading":
      return [...expr.arms.values()].every(isLater);
    case "OrElse":
      return isLater(expr.value) && isLater(expr.fallback);
    case "ReadDefinition": {
      const said = known.displaced.has(expr.key) ? undefined : known.definitions.get(expr.key);
      return said !== undefined && isLater(said);
    }
    default:
      return false;
  }
}

const isCount = (expr: core.Expr): boolean =>
  expr.kind === "Constant" && typeof expr.value === "object" && expr.value.n >= 0n;

/**
 * Whether a date goes by prices or trading days: of days to come these are not known. A day of payment also by today itself, which
 * is another day then, where that is more than by the rule's own day.
 */
function goesByData(part: unknown, known: Known, own?: core.Expr, seen = new Set<string>()): boolean {
  const goes = (inner: unknown) => goesByData(inner, known, own, seen);
  if (part instanceof Map || Array.isArray(part)) return [...part.values()].some(goes);
  if (typeof part !== "object" || part === null) return false;
  if (own !== undefined && "kind" in part && part.kind === own.kind && printNode(part) === printNode(own)) return false;
  if ("unit" in part && part.unit === "trading day") return true;
  if ("kind" in part && (part.kind === "MarketPrice" || (part.kind === "Today" && own !== undefined))) return true;
  if ("key" in part && typeof part.key === "string" && !seen.has(part.key)) {
    seen.add(part.key);
    if (goes(known.definitions.get(part.key))) return true;
  }
  return Object.entries(part).some(([name, inner]) => name !== "span" && name !== "type" && goes(inner));
}
