import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CheckedProgram, DefinitionSymbol } from "../ast.ts";
import { statementsOf } from "../ast.ts";
import { nearest } from "../infer/references.ts";
import type { Identifier, StatementOf } from "../tree.ts";
import type { CheckRule } from "./rule.ts";

/** An exception to what is not defined, or not where it says, or that goes before no other exception. */
export const exceptionsWithoutRule: CheckRule = (program) =>
  statementsOf(program, "Exception").flatMap(({ statement }) => checked(statement, program));

function checked(exception: StatementOf<"Exception">, program: CheckedProgram): Diagnostic[] {
  const { symbols } = program;
  const attached = [...symbols.exceptions].find(([, list]) => list.some(({ statement }) => statement === exception));
  const definition = attached && symbols.definitions.get(attached[0]);
  if (attached === undefined || definition === undefined) return unknown(exception.name, program);
  const others = attached[1].filter(({ statement }) => statement !== exception).map(({ section }) => section);
  return [...wrongSection(exception, definition), ...exception.over.flatMap((it) => notBefore(it, definition, others))];
}

function unknown(name: Identifier, { symbols }: CheckedProgram): Diagnostic[] {
  if (symbols.broken.has(name.text)) return [];
  const other = symbols.noteLevel.get(name.text);
  if (other !== undefined) {
    const facts = { name: name.text, found: "not worked out from a rule", expected: "a definition" };
    return [diagnostic("TN2011", name.span, facts, [{ span: other.name.span, label: "declared here" }])];
  }
  const names = [...symbols.definitions.values()].map((definition) => definition.name.text);
  const help = `declare the rule first, with \`${name.text} means …\`, or name one that is declared`;
  return [diagnostic("TN2001", name.span, { name: name.text }, [], { help, ...nearest(name, names) })];
}

function wrongSection({ of }: StatementOf<"Exception">, { name, section }: DefinitionSymbol): Diagnostic[] {
  if (of === undefined || of.text === section) return [];
  const facts = { what: `\`${name.text}\``, section: of.text };
  const help = section === "" ? "leave `of` out" : `write \`of ${section}\``;
  return [diagnostic("TN2010", of.span, facts, [{ span: name.span, label: "defined here" }], { help })];
}

function notBefore(over: Identifier, { name }: DefinitionSymbol, others: readonly string[]): Diagnostic[] {
  if (others.includes(over.text)) return [];
  const facts = { what: `other exception to \`${name.text}\``, section: over.text };
  return [diagnostic("TN2010", over.span, facts, [], nearest(over, others))];
}
