import type { Num } from "../routine/ir.ts";

export function operation(operator: "+" | "-" | "*" | "/", left: Num, right: Num): Num {
  if ((operator === "*" || operator === "/") && right.kind === "Figure" && right.value === 1) return left;
  return { kind: "Operation", operator, left, right };
}
