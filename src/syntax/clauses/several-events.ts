/** A use that takes a clause for several events: `Failure: Judgment or Delisting` stands for one use of it for each. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression, Gives, NameReference, Statement, Use } from "../ast.ts";
import { namesDeclared } from "./declared-names.ts";

type Binding = Use["bindings"][number];

/** A use with the line that has the events, and the uses that it stands for. */
export interface SeveralEvents {
  readonly use: Use;
  readonly line: Binding;
  readonly each: readonly Use[];
  readonly wrong: readonly Diagnostic[];
}

/** The use for each of the events; undefined where the clause is taken for one. The sentence is that of all of them. */
export function forEachEvent(use: Use, clause: readonly Statement[]): SeveralEvents | undefined {
  const events = new Set(
    clause.flatMap((it) => (it.kind === "Takes" && it.what.kind === "EventKind" ? [it.name.text] : [])),
  );
  const lines = use.bindings.filter(({ name, value }) => events.has(name.text) && severalNames(value) !== undefined);
  const [line, ...more] = lines;
  const names = line && severalNames(line.value);
  if (line === undefined || names === undefined) return undefined;
  // oxlint-disable-next-line no-unused-vars -- each of them has the same sentence
  const { says: _, ...unsaid } = use;
  const each = names.map((value) => ({
    ...unsaid,
    bindings: use.bindings.map((it) => (it === line ? { ...it, value } : it)),
  }));
  const wrong = [...namedTwice(line, names), ...more.map((it) => oneEventOnly(use, it, line))];
  return { use, line, each, wrong };
}

/** What each of the copies declares anew, where a note has it once: the clause can't give that for several events. */
export function givenTwice(
  { use, line }: SeveralEvents,
  clause: readonly Statement[],
  copies: readonly (readonly Statement[])[],
): Diagnostic[] {
  const declared = copies.flatMap((copy) => [...new Set(copy.flatMap(declaredOnce))]);
  const twice = new Set(declared.filter((it, index) => declared.indexOf(it) < index));
  const given = clause.filter((it): it is Gives => it.kind === "Gives");
  return given.flatMap(({ name, owner, span }) => {
    const value = use.bindings.find((it) => it.name.text === name.text)?.value;
    const target = value?.kind === "NameReference" || value?.kind === "ItsReference" ? value.name.text : name.text;
    if (!twice.has(keyOf(target, owner && nameBound(use, owner.text)))) return [];
    const related = [{ span, label: "the clause gives it here" }];
    const because = `it gives \`${name.text}\`, and a note has that once`;
    return [diagnostic("TN2026", line.value.span, { clause: use.clause.text, name: line.name.text, because }, related)];
  });
}

/** A default may have several conditions, so each copy may add one. */
function declaredOnce(statement: Statement): string[] {
  if (statement.kind === "DefaultDeclaration") return [];
  const owner = "owner" in statement ? statement.owner?.text : undefined;
  return namesDeclared([statement]).map((name) => keyOf(name, owner));
}

const keyOf = (name: string, owner: string | undefined): string => (owner === undefined ? name : `${owner}: ${name}`);

function nameBound({ bindings }: Use, name: string): string {
  const value = bindings.find((it) => it.name.text === name)?.value;
  return value?.kind === "NameReference" ? value.name.text : name;
}

function namedTwice({ name }: Binding, names: readonly NameReference[]): Diagnostic[] {
  return names.flatMap(({ name: { text }, span }, index) => {
    const first = names.findIndex((it) => it.name.text === text);
    const before = names[first];
    if (before === undefined || first === index) return [];
    const related = [{ span: before.span, label: "first here" }];
    return [diagnostic("TN2025", span, { event: text, name: name.text }, related)];
  });
}

function oneEventOnly({ clause }: Use, { name, value }: Binding, line: Binding): Diagnostic {
  const related = [{ span: line.value.span, label: "several here already" }];
  const because = `only one line of a use may name several, and \`${line.name.text}\` does`;
  return diagnostic("TN2026", value.span, { clause: clause.text, name: name.text, because }, related);
}

function severalNames(value: Expression): readonly NameReference[] | undefined {
  if (value.kind !== "Logic" || value.operator !== "or") return undefined;
  const names = value.conditions.filter((it): it is NameReference => it.kind === "NameReference");
  return names.length === value.conditions.length ? names : undefined;
}
