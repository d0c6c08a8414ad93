/** Where a statement speaks of money: the types that it declares, and the amounts that it writes. */
import type { NumberLiteral, Statement, TypeName } from "./ast.ts";
import { expressionsOfKind } from "./walk.ts";

export function moneyTypesIn(statement: Statement): TypeName[] {
  return typesIn(statement).filter(({ name }) => name === "money" || name === "price" || name === "exchange rate");
}

export function amountsIn(statement: Statement): NumberLiteral[] {
  return expressionsOfKind(statement, "NumberLiteral").filter(
    ({ unit }) => unit === "money" || unit === "price" || unit === "exchange rate",
  );
}

/** Whether a clause has amounts whose currency it leaves to the note. */
export function leavesCurrency(statement: Statement): boolean {
  return (
    (statement.kind === "AccountDeclaration" && statement.money === undefined) ||
    [...moneyTypesIn(statement), ...amountsIn(statement)].some(({ currency }) => currency === undefined)
  );
}

function typesIn(statement: Statement): TypeName[] {
  switch (statement.kind) {
    case "Given":
      return [statement.type];
    case "EventDeclaration":
      return statement.fields.map(({ type }) => type);
    case "SeriesDeclaration":
      return statement.columns.flatMap(({ type }) => type ?? []);
    case "StateDeclaration":
      return statement.type === undefined ? [] : [statement.type];
    case "AccountDeclaration":
      return statement.money === undefined ? [] : [statement.money];
    case "Takes":
      return statement.what.kind === "TypeName" ? [statement.what] : [];
    default:
      return [];
  }
}
