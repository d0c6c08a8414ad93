/** Parts of what is made for days of payment that come before a rule's own day, and how a day can be seen not to. */
import { date, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { printNode } from "../print.ts";

/** What is known of the note's definitions, and the deal term from which it exists. */
export interface Known {
  readonly definitions: ReadonlyMap<string, core.Expr>;
  /** The keys of those that an exception may displace. */
  readonly displaced: ReadonlySet<string>;
  readonly existsFrom: string;
}

interface Spanned {
  readonly span: core.Expr["span"];
}

export const today = ({ span }: Spanned): core.Expr => ({ kind: "Today", type: date, span });
export const isNot = (condition: core.Expr): core.Expr => ({
  kind: "Not",
  condition,
  type: yesOrNo,
  span: condition.span,
});
export const isSet = (value: core.Expr): core.Expr => ({ kind: "IsSet", value, type: yesOrNo, span: value.span });

export function is(left: core.Expr, operator: core.Compare["operator"], right: core.Expr): core.Expr {
  return { kind: "Compare", operator, left, right, type: yesOrNo, span: left.span };
}

export function all(conditions: readonly core.Expr[], { span }: Spanned): core.Expr {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return { kind: "Logic", operator: "all", conditions, type: yesOrNo, span };
}

export const dateOfRow = (schedule: string, { span }: Spanned): core.Expr => ({
  ...{ kind: "EventMoment", moment: "date", of: { kind: "Bound", event: schedule, depth: 0 }, type: date, span },
});

/** What is said of a date of a schedule, for the first one after today. */
export function ofNextRow(schedule: string, part: core.Expr, { span }: Spanned): core.Expr {
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
  return { ...fold, operation: ofOne(part), dates: { ...later, to: first }, body: part, type: part.type };
}

/** What gives the value of one row back. */
function ofOne({ type }: core.Expr): core.EventFold["operation"] {
  if (type.kind === "date") return "earliest";
  return type.kind === "yes or no" ? "every" : "sum";
}

/** Whether a date can be seen not to lie before another one, by how it is counted. */
export function isNotBefore(expr: core.Expr, other: core.Expr, known: Known, depth = 0): boolean {
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
export function goesByData(part: unknown, known: Known, own?: core.Expr, seen = new Set<string>()): boolean {
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
