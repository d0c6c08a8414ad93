/** What an expression reads, directly or through the definitions that it reads. */
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
  const own = directDependencies(expr);
  // What it reads itself comes first. A circle of definitions leads through an `as of`, and so is never gone around.
  if (!own.every(({ kind }) => kind === "definition" || kind === "state" || kind === "event")) return false;
  return own.every((it) => it.kind !== "definition" || isDefinitionTimeless(it.key, program));
}

/** Found once for each definition: where each uses the one before, looking at all of them each time grows as a square. */
const timeless = new WeakMap<CoreProgram, Map<string, boolean>>();

function isDefinitionTimeless(key: string, program: CoreProgram): boolean {
  const known = timeless.get(program) ?? new Map<string, boolean>();
  timeless.set(program, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const definition = program.definitions.get(key);
  const exceptions = program.overrides.filter(({ definition: displaced }) => displaced === key);
  const parts = [definition?.value ?? [], ...exceptions.flatMap(({ guard, value }) => [guard, value])];
  known.set(key, true);
  const found = parts.every((part) => isTimeless(part as Expr, program));
  known.set(key, found);
  return found;
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
