import { groupBy } from "../../../base/group-by.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram, DefinitionSymbol, Placed } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import { mostSuggestions } from "../../infer/checker.ts";
import { nearest } from "../../infer/expressions/references.ts";
import type { Identifier, StatementOf } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/** An exception to what is not defined, or not where it says, or that goes before no other exception. */
export const exceptionsWithoutRule: CheckRule = (program) => [
  ...[...program.symbols.exceptions].flatMap(([key, list]) => checked(key, list, program)),
  ...withoutRule(program).flatMap((name, index) => unknown(name, program, index < mostSuggestions)),
];

function checked(
  key: string,
  list: readonly Placed<StatementOf<"Exception">>[],
  { symbols }: CheckedProgram,
): Diagnostic[] {
  const definition = symbols.definitions.get(key);
  if (definition === undefined) return [];
  const bySection = groupBy(list, ({ section }) => section);
  const stray = list.flatMap(({ statement, section }) =>
    statement.over.filter(({ text }) => !bySection.has(text)).map((over) => ({ over, section })),
  );
  return [
    ...list.flatMap(({ statement }) => wrongSection(statement, definition)),
    ...stray.map(({ over, section }, index) => {
      const facts = { what: `other exception to \`${definition.name.text}\``, section: over.text };
      const others = [...bySection.keys()].filter((it) => it !== section);
      return diagnostic("TN2010", over.span, facts, [], nearest({ suggests: index < mostSuggestions }, over, others));
    }),
  ];
}

function withoutRule(program: CheckedProgram): Identifier[] {
  const attached = new Set([...program.symbols.exceptions.values()].flat().map(({ statement }) => statement));
  const exceptions = statementsOf(program, "Exception").map(({ statement }) => statement);
  return exceptions.filter((statement) => !attached.has(statement)).map(({ name }) => name);
}

function unknown(name: Identifier, { symbols }: CheckedProgram, suggests: boolean): Diagnostic[] {
  if (symbols.broken.has(name.text)) return [];
  const ofEvents = [...symbols.definitions.values()].find((it) => it.name.text === name.text);
  const other = symbols.noteLevel.get(name.text) ?? ofEvents;
  if (other !== undefined) {
    const facts = { name: name.text, found: "not calculated from a rule", expected: "a definition" };
    return [diagnostic("TN2011", name.span, facts, [{ span: other.name.span, label: "declared here" }])];
  }
  const names = suggests ? [...symbols.definitions.values()].map((definition) => definition.name.text) : [];
  const help = `declare the rule first, with \`${name.text} means …\`, or name one that is declared`;
  return [diagnostic("TN2001", name.span, { name: name.text }, [], { help, ...nearest({ suggests }, name, names) })];
}

function wrongSection({ of }: StatementOf<"Exception">, { name, section }: DefinitionSymbol): Diagnostic[] {
  if (of === undefined || of.text === section) return [];
  const facts = { what: `\`${name.text}\``, section: of.text };
  const help = section === "" ? "leave `of` out" : `write \`of ${section}\``;
  return [diagnostic("TN2010", of.span, facts, [{ span: name.span, label: "defined here" }], { help })];
}
