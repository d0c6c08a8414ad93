import type { Identifier } from "../syntax/ast.ts";
import type { Placed } from "./ast.ts";
import type { CheckedStatement } from "./tree.ts";

/** Every name that clauses mention beside the one that they declare. What a story says of a name is no use of it. */
export function namesMentioned(statements: readonly Placed<CheckedStatement>[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { statement } of statements) {
    if (statement.kind === "Story") continue;
    const declared = new Set(declaredBy(statement));
    for (const name of identifiersIn(statement)) if (!declared.has(name)) found.add(name.text);
  }
  return found;
}

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
    case "Definition":
    case "StatusDefinition":
    case "StateDeclaration":
    case "AccountDeclaration":
    case "Prohibition":
    case "Duty":
      return [statement.name];
    default:
      return [];
  }
}

/** It follows the fields of the nodes, as the walk over expressions does. */
function identifiersIn(root: object): Identifier[] {
  const found: Identifier[] = [];
  const waiting: object[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isIdentifier(node)) found.push(node);
    for (const [key, part] of Object.entries(node)) {
      if (!unread.has(key) && typeof part === "object" && part !== null) waiting.push(part);
    }
  }
  return found;
}

const unread = new Set(["span", "trivia", "type", "meaning", "handed", "asked"]);

function isIdentifier(node: object): node is Identifier {
  return "text" in node && "span" in node && !("kind" in node);
}
