import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { roleNamed, roles } from "../../../units/roles.ts";
import { statementsOf } from "../../ast.ts";
import { nearestQuoted } from "../../infer/expressions/references.ts";
import type { CheckRule } from "../rule.ts";

const names = roles.map(({ name }) => name);

/** A role that is not among the published ones. */
export const unknownRoles: CheckRule = (program) =>
  statementsOf(program, "RoleMark").flatMap(({ statement: { role } }) => {
    if (roleNamed(role.text) !== undefined) return [];
    const near = nearestQuoted({ suggests: true }, role, names);
    const help = near.help ?? `the roles are ${names.join(", ")}`;
    return [diagnostic("TN2014", role.span, { role: role.text }, [], { ...near, help })];
  });
