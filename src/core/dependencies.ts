/** What an expression reads, directly or through the definitions that it reads. */
import { groupBy } from "../base/group-by.ts";
import type { CoreProgram, Expr, Occurrence } from "./core.ts";

/** Something an expression depends on. Measures of accounts say which. */
export type Dependency =
  | { readonly kind: "definition"; readonly key: string }
  | { readonly kind: "state"; readonly name: string }
  | { readonly kind: "account"; readonly name: string; readonly measure: string }
  | { readonly kind: "event"; readonly name: string }
  | { readonly kind: "family"; readonly name: string }
  | { readonly kind: "today" }
  | { readonly kind: "market" }
  /** Other days are looked at: `as of`, folds over days, interest. */
  | { readonly kind: "days" };

/** Everything an expression reads itself, in the order of the text. */
export function directDependencies(expr: Expr): Dependency[] {
  const found: Dependency[] = [];
  visit(expr, found);
  return found;
}

/** The same with everything that the definitions read by it read in turn, each once. */
export function dependencies(expr: Expr, program: CoreProgram): Dependency[] {
  const found = new Map<string, Dependency>();
  const waiting = directDependencies(expr);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = JSON.stringify(next);
    if (found.has(key)) continue;
    found.set(key, next);
    if (next.kind !== "definition") continue;
    const { key: name } = next;
    const definition = program.definitions.get(name);
    if (definition !== undefined) waiting.push(...directDependencies(definition.value));
    for (const { definition: displaced, guard, value } of program.overrides) {
      if (displaced === name) waiting.push(...directDependencies(guard), ...directDependencies(value));
    }
  }
  return [...found.values()];
}

/** Whether an expression reads neither days nor prices nor what accrues: it is the same until something is changed. */
export function isTimeless(expr: Expr, program: CoreProgram): boolean {
  const known = timed.get(program) ?? timedDefinitions(program);
  timed.set(program, known);
  return directDependencies(expr).every((it) => (it.kind === "definition" ? !known.has(it.key) : isSteady(it)));
}

/** Found once for each program: by their keys, the definitions that are not timeless. */
const timed = new WeakMap<CoreProgram, ReadonlySet<string>>();

function timedDefinitions({ definitions, overrides }: CoreProgram): ReadonlySet<string> {
  const partsOf = groupBy(overrides, ({ definition }) => definition);
  const readers = new Map<string, string[]>();
  const found = new Set<string>();
  const waiting: string[] = [];
  for (const [key, { value }] of definitions) {
    const parts = [value, ...(partsOf.get(key) ?? []).flatMap((it) => [it.guard, it.value])];
    const own = parts.flatMap(directDependencies);
    for (const it of own) {
      if (it.kind !== "definition") continue;
      const known = readers.get(it.key) ?? [];
      readers.set(it.key, known);
      known.push(key);
    }
    if (!own.every((it) => it.kind === "definition" || isSteady(it))) waiting.push(key);
  }
  // From those that read time themselves on to all that read them, without recursion: chains may be long.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(readers.get(next) ?? []));
  }
  return found;
}

function isSteady({ kind }: Dependency): boolean {
  return kind === "state" || kind === "event";
}

// Walks plain data: every part of a core expression that is itself an expression or an occurrence has a `kind`.
function visit(node: unknown, found: Dependency[]): void {
  if (typeof node !== "object" || node === null) return;
  if (node instanceof Map) {
    for (const part of node.values()) visit(part, found);
    return;
  }
  if (Array.isArray(node)) {
    for (const part of node) visit(part, found);
    return;
  }
  if ("kind" in node) found.push(...ownOf(node as Expr | Occurrence));
  for (const name of Object.keys(node)) {
    if (name !== "span" && name !== "type") visit((node as Readonly<Record<string, unknown>>)[name], found);
  }
}

function ownOf(node: Expr | Occurrence | { readonly kind: "DayRange" | "DayWindow" }): Dependency[] {
  switch (node.kind) {
    case "ReadDefinition":
    case "ReadDisplaced":
      return [{ kind: "definition", key: node.key }];
    case "Named":
      return [{ kind: "definition", key: node.key }];
    case "ReadState":
      return [{ kind: "state", name: node.name }];
    case "AccountMeasure":
      return [{ kind: "account", name: node.account, measure: node.measure }];
    case "FamilyHolds":
    case "FamilyStart":
      return [{ kind: "family", name: node.family }];
    case "EventFold":
    case "Referring":
    case "Referred":
    case "Found":
      return [{ kind: "event", name: node.event }];
    case "HasHappened":
      return node.event === undefined ? [] : [{ kind: "event", name: node.event }];
    case "Today":
      return [{ kind: "today" }];
    case "MarketPrice":
      return [{ kind: "market" }];
    case "AsOf":
    case "DayFold":
    case "Interest":
      return [{ kind: "days" }];
    default:
      return [];
  }
}
