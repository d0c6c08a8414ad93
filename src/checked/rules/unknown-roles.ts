import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../infer/references.ts";
import type { Rule } from "./rule.ts";
import { statementsOf } from "./rule.ts";

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
export const unknownRoles: Rule = (program) =>
  statementsOf(program, "RoleMark").flatMap(({ statement: { role } }) => {
    if (roles.includes(role.text)) return [];
    const { fix } = nearest(role, roles);
    const help = fix ? `write "${fix.text}"` : `the roles are ${roles.join(", ")}`;
    const quoted = fix && { ...fix, text: `"${fix.text}"` };
    return [diagnostic("TN2014", role.span, { role: role.text }, [], { help, fix: quoted })];
  });
