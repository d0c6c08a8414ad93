import type { Statement } from "../ast.ts";

/** Every name that statements declare, fields and what a power gives included, each once. */
export function namesDeclared(statements: readonly Statement[]): string[] {
  return [...new Set(statements.flatMap(declaredBy))];
}

function declaredBy(statement: Statement): string[] {
  switch (statement.kind) {
    case "Given":
    case "SeriesDeclaration":
    case "Definition":
    case "StatusDefinition":
    case "StateDeclaration":
    case "AccountDeclaration":
    case "ScheduleDeclaration":
    case "Prohibition":
    case "Covenant":
      return [statement.name.text];
    case "EventDeclaration":
      return [statement.name.text, ...statement.fields.map(({ name }) => name.text)];
    case "Power":
      return [statement.name, statement.giving].flatMap((name) => (name === undefined ? [] : [name.text]));
    case "Duty":
      return statement.name === undefined ? [] : [statement.name.text];
    case "DefaultDeclaration":
      return [statement.family.text];
    default:
      return [];
  }
}
