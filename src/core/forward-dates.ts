/** Dates that are counted forward only: one that can't be counted as the data end lies after their end. */
import type { CoreProgram, Expr, ReadDefinition } from "./core.ts";

/** A chain of definitions that is longer is not looked through; what it gives may then be any day. */
const mostDepth = 20;

export function reckonsForward(expr: Expr, program: CoreProgram, depth = 0): boolean {
  if (depth > mostDepth) return false;
  const isDay = (part: Expr) => isSureDay(part, program, depth + 1) || reckonsForward(part, program, depth + 1);
  switch (expr.kind) {
    case "Shift":
      return expr.direction === "after" && isCount(expr.count) && isDay(expr.from);
    case "Step":
      return (expr.relation === "after" || expr.relation === "on or after") && isDay(expr.from);
    case "Case":
      return (
        expr.arms.every(({ condition, value }) => isSure(condition, program, depth) && isDay(value)) &&
        isDay(expr.otherwise)
      );
    case "ByReading":
      return [...expr.arms.values()].every(isDay);
    case "ReadDefinition": {
      const value = whatIsSaid(expr, program);
      return value !== undefined && isDay(value);
    }
    default:
      return false;
  }
}

function isCount(expr: Expr): boolean {
  return expr.kind === "Constant" && typeof expr.value === "object" && expr.value.n >= 0n;
}

/** A day that is known without calendar or market data. */
function isSureDay(expr: Expr, program: CoreProgram, depth: number): boolean {
  if (depth > mostDepth) return false;
  const isSurePart = (part: Expr) => isSureDay(part, program, depth + 1);
  switch (expr.kind) {
    case "EventMoment":
    case "ReadField":
    case "ReadParam":
    case "Today":
    case "Constant":
      return true;
    case "Shift":
      return !isCounted(expr.unit) && expr.count.kind === "Constant" && isSurePart(expr.from);
    case "PeriodEdge":
      return !isCounted(expr.unit) && isSurePart(expr.of);
    case "Extreme":
      return expr.operands.every(({ value }) => isSurePart(value));
    case "Case":
      return (
        expr.arms.every((it) => isSure(it.condition, program, depth) && isSurePart(it.value)) &&
        isSurePart(expr.otherwise)
      );
    case "OrElse":
      return isSurePart(expr.value) && isSurePart(expr.fallback);
    case "ReadDefinition": {
      const value = whatIsSaid(expr, program);
      return value !== undefined && isSurePart(value);
    }
    default:
      return false;
  }
}

const isCounted = (unit: string) => !["day", "month", "year"].includes(unit);

/** A condition that counts no days, so that it can't be what is unknown. */
function isSure(condition: Expr, program: CoreProgram, depth: number): boolean {
  if (depth > mostDepth) return false;
  switch (condition.kind) {
    case "Compare":
      return isSureDay(condition.left, program, depth + 1) && isSureDay(condition.right, program, depth + 1);
    case "Logic":
      return condition.conditions.every((part) => isSure(part, program, depth + 1));
    case "Not":
      return isSure(condition.condition, program, depth + 1);
    case "IsSet":
      return isSureDay(condition.value, program, depth + 1);
    case "ReadingIs":
      return true;
    case "ReadDefinition": {
      const value = whatIsSaid(condition, program);
      return value !== undefined && isSure(value, program, depth + 1);
    }
    default:
      return isSureDay(condition, program, depth + 1);
  }
}

/** What a definition says, where no exception may stand in its place. */
function whatIsSaid({ key }: ReadDefinition, { definitions, overrides }: CoreProgram): Expr | undefined {
  return overrides.some((it) => it.definition === key) ? undefined : definitions.get(key)?.value;
}
