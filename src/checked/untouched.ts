/**
 * What of an earlier look at a program still holds after an edit: statements that stand as they stood, and that name nothing
 * which an added, a removed or a moved statement declares, or what depends on that.
 */
import { once } from "../base/once.ts";
import type { Statement } from "../syntax/ast.ts";
import { namesDeclared } from "../syntax/clauses/declared-names.ts";
import { nodesIn } from "../syntax/walk.ts";
import type { Placed } from "./ast.ts";
import type { Kept } from "./infer/checker.ts";
import { nothingKept } from "./infer/checker.ts";
import type { Names } from "./names.ts";
import type { Typed } from "./types.ts";

export function untouchedSince(earlier: { readonly names: Names; readonly typed: Typed }, now: Names): Kept {
  const { names: before, typed } = earlier;
  const changed = changedBetween(before.statements, now.statements);
  if (changed.some(({ statement }) => statement.kind === "NoteHead")) return nothingKept;
  const touched = namesTouched(changed, now.statements);
  const statements = new Map(
    now.statements.flatMap(({ statement }) => {
      const known = typed.statements.get(statement);
      // What was wrong may have a suggestion, which any other name may change.
      const holds = known !== undefined && known.diagnostics.length === 0 && !mentionsAny(statement, touched);
      return holds ? [[statement, known] as const] : [];
    }),
  );
  const { definitionTypes, stateTypes } = typed.value;
  const holds = (name: string) => !touched.has(name);
  const definitions = [...now.symbols.definitions.values()].flatMap(({ key, name, statement }) => {
    const known = definitionTypes.get(key);
    return known !== undefined && holds(name.text) && statements.has(statement) ? [[key, known] as const] : [];
  });
  return {
    statements,
    definitionTypes: new Map(definitions),
    stateTypes: new Map([...stateTypes].filter(([name]) => holds(name))),
  };
}

function changedBetween(before: readonly Placed<Statement>[], now: readonly Placed<Statement>[]): Placed<Statement>[] {
  const sections = new Map(before.map(({ statement, section }) => [statement, section]));
  const added = now.filter(({ statement, section }) => sections.get(statement) !== section);
  const still = new Set(now.map(({ statement }) => statement));
  return [...added, ...before.filter(({ statement }) => !still.has(statement))];
}

/** Names that what has changed declares, and those of what names them, and so on. */
function namesTouched(changed: readonly Placed<Statement>[], now: readonly Placed<Statement>[]): ReadonlySet<string> {
  const touched = new Set(changed.flatMap(({ statement, section }) => [...declaredIn(statement), section]));
  // A statement under no heading is not cited by that.
  touched.delete("");
  let open = now.map(({ statement }) => statement).filter((it) => declaredIn(it).length > 0);
  for (let size = -1; size !== touched.size; ) {
    size = touched.size;
    open = open.filter((statement) => {
      if (!mentionsAny(statement, touched)) return true;
      for (const name of declaredIn(statement)) touched.add(name);
      return false;
    });
  }
  return touched;
}

const duties = "duties";

/** What other statements may look up of a statement. */
const declaredIn = once((statement: Statement): readonly string[] => {
  switch (statement.kind) {
    case "SectionHeading":
      return [statement.label.text];
    case "ReadingDeclaration":
      return [statement.name.text];
    case "Exception":
      return [statement.name.text];
    case "Rule":
      return statement.changes.flatMap((it) => (it.kind === "ClearChange" ? [it.state.text] : []));
    case "BrokenStatement":
      return [statement.declares, ...(statement.alsoDeclares ?? [])].flatMap((it) => it?.text ?? []);
    case "Duty":
    case "Covenant":
    case "Prohibition":
      return [...namesDeclared([statement]), duties];
    default:
      return namesDeclared([statement]);
  }
});

const mentionedIn = once((statement: Statement): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const node of nodesIn(statement)) {
    if ("text" in node && typeof node.text === "string") found.add(node.text);
    if ("kind" in node && node.kind === "BreachTest") found.add(duties);
  }
  return found;
});

function mentionsAny(statement: Statement, names: ReadonlySet<string>): boolean {
  const mentioned = mentionedIn(statement);
  for (const name of names) if (mentioned.has(name)) return true;
  return false;
}
