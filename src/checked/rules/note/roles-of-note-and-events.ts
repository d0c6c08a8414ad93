import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { roleNamed } from "../../../units/roles.ts";
import { statementsOf } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

type Declared = StatementOf<"StateDeclaration"> | StatementOf<"AccountDeclaration"> | StatementOf<"Definition">;
type RoleMark = StatementOf<"RoleMark">;

/** Roles whose values are added up; where the note has one of its own, those of its events are taken to be in it. */
const addedUp: ReadonlySet<string> = new Set([
  "principal left",
  "interest",
  "default interest",
  "fees",
  "damages",
  "default amount",
  "shares to the holder",
  "shares outstanding",
]);

/** A role of positions that is marked for a value of each event, which the position or its totals leave out. */
export const rolesOfNoteAndEvents: CheckRule = (program) => {
  const statements = [
    ...statementsOf(program, "StateDeclaration"),
    ...statementsOf(program, "AccountDeclaration"),
    ...statementsOf(program, "Definition"),
  ].map(({ statement }) => statement);
  const declared = new Map(statements.map((statement) => [statement.name.text, statement]));
  const marks = statementsOf(program, "RoleMark").map(({ statement }) => statement);
  return marks.flatMap((mark) => leftOut(mark, marks, declared));
};

function leftOut(
  { role, name }: RoleMark,
  marks: readonly RoleMark[],
  declared: ReadonlyMap<string, Declared>,
): Diagnostic[] {
  const marked = declared.get(name.text);
  const owner = marked?.owner?.text;
  if (marked === undefined || owner === undefined) return [];
  if (marked.kind === "Definition") {
    const isOfPositions = roleNamed(role.text)?.group === "position";
    return isOfPositions ? [diagnostic("TN2099", name.span, { role: role.text, name: name.text, owner })] : [];
  }
  const ofNote = marks.find((it) => it.role.text === role.text && declared.get(it.name.text)?.owner === undefined);
  if (ofNote === undefined || !addedUp.has(role.text)) return [];
  const related = [{ span: ofNote.name.span, label: "of the note" }];
  const facts = { role: role.text, name: name.text, owner, other: ofNote.name.text };
  return [diagnostic("TN2098", name.span, facts, related)];
}
