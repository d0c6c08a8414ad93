import { assertNever } from "../../base/assert-never.ts";
import type { ValueType } from "../../units/value-type.ts";
import { sameUnit } from "../../units/value-type.ts";

/** Whether a value of one kind may stand where another is declared: one unit; each choice among those declared. */
export function canStandFor(given: ValueType, declared: ValueType): boolean {
  switch (given.kind) {
    case "quantity":
      return declared.kind === "quantity" && sameUnit(given.unit, declared.unit);
    case "choice":
      return declared.kind === "choice" && given.options.every((option) => declared.options.includes(option));
    case "date":
    case "time":
    case "yes or no":
    case "text":
    case "occurrence":
      return given.kind === declared.kind;
    default:
      return assertNever(given);
  }
}
