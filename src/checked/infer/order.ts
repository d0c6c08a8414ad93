import { groupBy } from "../../base/group-by.ts";
import { expressionsIn } from "../../syntax/walk.ts";
import type { Symbols } from "../ast.ts";

/**
 * Keys of all definitions, each behind those whose names it has, as far as that goes: circles are broken anywhere.
 *
 * Goes by names alone, before anything is resolved; a name that several definitions share counts for all of them.
 */
export function inDependencyOrder(symbols: Symbols): string[] {
  const keysByName = groupBy(symbols.definitions.values(), ({ name }) => name.text);
  const order = new Set<string>();
  const entered = new Set<string>();
  for (const start of symbols.definitions.keys()) {
    const waiting = [{ key: start, isDone: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.isDone) order.add(next.key);
      else if (!entered.has(next.key)) {
        entered.add(next.key);
        const names = namesRead(next.key, symbols);
        const keys = names.flatMap((name) => keysByName.get(name) ?? []).map(({ key }) => key);
        waiting.push({ key: next.key, isDone: true }, ...keys.map((key) => ({ key, isDone: false })));
      }
    }
  }
  return [...order];
}

function namesRead(key: string, symbols: Symbols): string[] {
  const statement = symbols.definitions.get(key)?.statement;
  const exceptions = (symbols.exceptions.get(key) ?? []).map((it) => it.statement);
  return expressionsIn([statement, exceptions]).flatMap((expression) => {
    switch (expression.kind) {
      case "NameReference":
      case "ItsReference":
      case "MemberReference":
        return [expression.name.text];
      default:
        return [];
    }
  });
}
