/** Dates that are counted forward only: one that can't be counted as the data end lies after their end. */
import type { CoreProgram, Expr } from "./core.ts";

export function reckonsForward(expr: Expr, program: CoreProgram, depth = 0): boolean {
  // A chain of definitions that long is not looked through; what it gives may then be any day.
  if (depth > 20) return false;
  const isForward = (part: Expr) => reckonsForward(part, program, depth + 1);
  switch (expr.kind) {
    case "Shift":
      return expr.direction === "after" && isCount(expr.count) && (isForward(expr.from) || isGiven(expr.from));
    case "Step":
      return (
        (expr.relation === "after" || expr.relation === "on or after") && (isForward(expr.from) || isGiven(expr.from))
      );
    case "Case":
      return (
        expr.arms.every(({ condition, value }) => isSure(condition, program, depth) && isDay(value)) &&
        isDay(expr.otherwise)
      );
    case "ByReading":
      return [...expr.arms.values()].every(isDay);
    case "ReadDefinition": {
      const definition = program.definitions.get(expr.key);
      const isDisplaced = program.overrides.some((it) => it.definition === expr.key);
      return definition !== undefined && !isDisplaced && isDay(definition.value);
    }
    default:
      return false;
  }

  function isDay(part: Expr): boolean {
    return isGiven(part) || isForward(part);
  }
}

function isCount(expr: Expr): boolean {
  return expr.kind === "Constant" && typeof expr.value === "object" && expr.value.n >= 0n;
}

/** A day that is known without counting. */
function isGiven({ kind }: Expr): boolean {
  return (
    kind === "EventMoment" || kind === "ReadField" || kind === "ReadParam" || kind === "Today" || kind === "Constant"
  );
}

/** A condition that counts no days, so that it can't be what is unknown. */
function isSure(condition: Expr, program: CoreProgram, depth: number): boolean {
  if (depth > 20) return false;
  switch (condition.kind) {
    case "Compare":
      return isGiven(condition.left) && isGiven(condition.right);
    case "Logic":
      return condition.conditions.every((part) => isSure(part, program, depth + 1));
    case "Not":
      return isSure(condition.condition, program, depth + 1);
    case "ReadingIs":
      return true;
    case "ReadDefinition": {
      const definition = program.definitions.get(condition.key);
      const isDisplaced = program.overrides.some((it) => it.definition === condition.key);
      return definition !== undefined && !isDisplaced && isSure(definition.value, program, depth + 1);
    }
    default:
      return isGiven(condition);
  }
}
