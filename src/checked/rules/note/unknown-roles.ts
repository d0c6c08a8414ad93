import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import { nearestQuoted } from "../../infer/expressions/references.ts";
import type { CheckRule } from "../rule.ts";

/** The published roles, by which instruments are set side by side. */
const roles = [
  "price of conversion",
  "discount",
  "cap on holding",
  "cap on issuance",
  "interest",
  "penalty",
  "cash to the holder",
  "shares to the holder",
  "principal left",
  "default",
  "call",
];

/** A role that is not among the published ones. */
export const unknownRoles: CheckRule = (program) =>
  statementsOf(program, "RoleMark").flatMap(({ statement: { role } }) => {
    if (roles.includes(role.text)) return [];
    const near = nearestQuoted({ suggests: true }, role, roles);
    const help = near.help ?? `the roles are ${roles.join(", ")}`;
    return [diagnostic("TN2014", role.span, { role: role.text }, [], { ...near, help })];
  });
