import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked, StatementOf } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import { readEachDay } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";

type Change = StatementOf<"Rule">["changes"][number];

/**
 * What has accrued on a part of the base, taken in one step of a rule, and the part itself in another: each step counts for itself
 * what still rests on the base, and what is left of it is then too little.
 */
export const accruedTakenInSteps: CheckRule = (program) => {
  const parted = new Set(
    expressionsOfKind(program.statements, "Measure").flatMap(({ measure, name, on }) =>
      on !== undefined && measure !== "payable" ? [name.text] : [],
    ),
  );
  const bases = new Map(
    statementsOf(program, "AccountDeclaration")
      .filter(({ statement: { name } }) => parted.has(name.text))
      .map(({ statement: { name, accrual } }) => [name.text, accrual ? statesIn(accrual.base, program) : new Set()]),
  );
  return statementsOf(program, "Rule").flatMap(({ statement: { changes } }) =>
    changes.flatMap((change) => {
      if (change.kind !== "AccountChange" || change.step === undefined || !takesPart(change)) return [];
      const base = bases.get(change.account.text);
      const other = changes.find((it) => it.step !== change.step && base?.has(stateLessened(it)));
      if (other === undefined) return [];
      const facts = { account: change.account.text, base: stateLessened(other) ?? "" };
      return [diagnostic("TN4027", change.span, facts, [{ span: other.span, label: "another step" }])];
    }),
  );
};

function takesPart({ verb, amount }: Extract<Change, { kind: "AccountChange" }>): boolean {
  return amount !== undefined && (verb === "is converted" || verb === "falls due");
}

/** The state that a change may make less. */
function stateLessened(change: Change): string | undefined {
  if (change.kind === "SetChange") return change.state.text;
  return change.kind === "AddChange" && change.sign === -1 ? change.state.text : undefined;
}

function statesIn(base: Checked, program: CheckedProgram): ReadonlySet<string | undefined> {
  return new Set(
    readEachDay(base, program).flatMap(({ meaning }) => (meaning?.kind === "State" ? [meaning.name] : [])),
  );
}
