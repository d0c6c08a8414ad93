import { once } from "../base/once.ts";
import type { Identifier } from "../syntax/ast.ts";
import { nodesIn } from "../syntax/walk.ts";
import type { CheckedProgram } from "./ast.ts";
import type { CheckedStatement } from "./tree.ts";

/** Every name that clauses mention beside the one that they declare. What a story says of a name is no use of it. */
export const namesMentioned = once(({ statements }: CheckedProgram): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { statement } of statements) {
    if (statement.kind === "Story") continue;
    const declared = new Set(declaredBy(statement));
    // What a clause takes is in the statements that its use stands for.
    const said = nodesIn(statement.kind === "Use" ? statement.bindings : statement);
    for (const name of said.filter(isIdentifier)) if (!declared.has(name)) found.add(name.text);
  }
  return found;
});

/** The names in a statement that it declares, rather than reads. */
function declaredBy(statement: CheckedStatement): (Identifier | undefined)[] {
  switch (statement.kind) {
    case "DefaultDeclaration":
      return [statement.family];
    case "EventDeclaration":
      return [statement.name, ...statement.fields.map(({ name }) => name)];
    case "Power":
      return [statement.name, statement.giving];
    case "Given":
    case "SeriesDeclaration":
    case "Definition":
    case "StatusDefinition":
    case "StateDeclaration":
    case "AccountDeclaration":
    case "ScheduleDeclaration":
    case "Prohibition":
    case "Covenant":
    case "Duty":
      return [statement.name];
    default:
      return [];
  }
}

function isIdentifier(node: object): node is Identifier {
  return "text" in node && "span" in node && !("kind" in node);
}
