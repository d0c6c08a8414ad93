import { invariant } from "../base/invariant.ts";
import type { CheckedProgram } from "../checked/ast.ts";
import { statementsOf } from "../checked/ast.ts";
import type * as core from "./core.ts";
import { checkInvariants } from "./invariants.ts";
import { lowerDefault, lowerDuty, lowerPower, withIds } from "./lower/clauses.ts";
import {
  askableNames,
  lowerAccount,
  lowerDefinition,
  lowerEvent,
  lowerExceptions,
  lowerGiven,
  lowerReading,
  lowerState,
  lowerStatus,
} from "./lower/declarations.ts";
import { lower } from "./lower/expressions.ts";
import { inFixedOrder, lowerRule, lowerStatusRules } from "./lower/rules.ts";
import { lowerStory } from "./lower/stories.ts";
import { byName, byTexts } from "./order.ts";
import { printNode } from "./print.ts";

/**
 * The core program of a template without errors.
 *
 * What is declared by name is in the order of names, the rest in that of its section and text: how statements are ordered
 * within their sections leaves no mark but in the places.
 */
export function fromChecked(program: CheckedProgram): core.CoreProgram {
  const { symbols } = program;
  const { head } = symbols;
  invariant(head?.existsFrom !== undefined, "a note without errors has a head that says from when it exists");
  const opening = new Set(statementsOf(program, "ShareBasis").map(({ statement }) => statement.event.text));
  const states = [
    ...statementsOf(program, "StateDeclaration").map((it) => lowerState(it, program)),
    ...statementsOf(program, "StatusDefinition").map(lowerStatus),
  ];
  const lowered: core.CoreProgram = {
    title: head.title.text,
    parties: head.parties.map((party) => party.text),
    existsFrom: head.existsFrom.text,
    ...(head.businessDays && { calendar: head.businessDays.text }),
    ...(head.marketData && { marketData: { kind: head.marketData.rule, span: head.marketData.span } }),
    sections: sectionsOf(program),
    params: named(statementsOf(program, "Given").map(lowerGiven)),
    readings: named(statementsOf(program, "ReadingDeclaration").map(lowerReading)),
    events: named(statementsOf(program, "EventDeclaration").map((it) => lowerEvent(it, opening))),
    definitions: byName([...symbols.definitions].map(([key, symbol]) => [key, lowerDefinition(symbol, program)])),
    states: named(states),
    accounts: named(statementsOf(program, "AccountDeclaration").map(lowerAccount)),
    ...clausesOf(program),
    shareAdjustments: shareAdjustmentsOf(program),
    ...wordsOf(program),
    askable: askableNames(program),
  };
  checkInvariants(lowered);
  return lowered;
}

/** What is in the order of sections and of canonical text. */
function clausesOf(program: CheckedProgram) {
  const rank = sectionRanks(program);
  const inOrder = <T extends { readonly section: string }>(items: readonly T[], textsOf: (item: T) => string[]): T[] =>
    byTexts(items, (item) => [...textsOf(item), rank(item.section), printNode(item)]);
  const rules = [
    ...statementsOf(program, "Rule").map((it) => lowerRule(it, program.symbols)),
    ...statementsOf(program, "StatusDefinition").flatMap(lowerStatusRules),
  ];
  const overrides = [...program.symbols.exceptions].flatMap(([key, exceptions]) => {
    const symbol = program.symbols.definitions.get(key);
    return symbol ? lowerExceptions(symbol, exceptions) : [];
  });
  const defaults = statementsOf(program, "DefaultDeclaration").map((it) => lowerDefault(it, program.symbols));
  const powers = statementsOf(program, "Power").map(lowerPower);
  const stories = statementsOf(program, "Story").map(lowerStory);
  return {
    rules: inFixedOrder(rules, rank),
    overrides: inOrder(overrides, ({ definition }) => [definition]),
    defaultConditions: withIds(inOrder(defaults, ({ family }) => [family])),
    powers: byName(powers.map((power) => [power.event, power])),
    duties: inOrder(statementsOf(program, "Duty").map(lowerDuty), () => []),
    stories: inOrder(stories, () => []),
  };
}

function shareAdjustmentsOf(program: CheckedProgram): core.CoreProgram["shareAdjustments"] {
  const bases = statementsOf(program, "ShareBasis").map(({ statement: { event, ratio }, section }) => {
    return [event.text, { event: event.text, ratio: lower(ratio), section }] as const;
  });
  return byName(bases);
}

/** Roles, views and what is said in words: shown, never computed. */
function wordsOf(program: CheckedProgram): Pick<core.CoreProgram, "roles" | "views" | "provisions"> {
  const rank = sectionRanks(program);
  const inOrder = <T extends { readonly section: string }>(items: readonly T[]) =>
    byTexts(items, (item) => [rank(item.section), printNode(item)]);
  const roles = statementsOf(program, "RoleMark").map(({ statement }) => ({
    role: statement.role.text,
    name: statement.name.text,
  }));
  const views = statementsOf(program, "OurView").map(({ statement, section }) => {
    const { text, insteadOf, favours } = statement;
    return {
      section,
      text: text.text,
      ...(insteadOf && { insteadOf: insteadOf.text }),
      ...(favours && { favours: favours.text }),
    };
  });
  const provisions = statementsOf(program, "InWords").map(({ statement, section }) => {
    const { party, modality, text } = statement;
    return { section, ...(party && { party: party.text }), modality, text: text.text };
  });
  return {
    roles: byTexts(roles, ({ role, name }) => [role, name]),
    views: inOrder(views),
    provisions: inOrder(provisions),
  };
}

/** Sections in the order in which they first come; what stands before the first heading has no section. */
function sectionsOf({ symbols }: CheckedProgram): core.Section[] {
  return [...symbols.sections.values()].map(({ label, title }) => ({ label: label.text, title: title?.text ?? "" }));
}

/** A text by which sections sort in the order in which they first come. */
function sectionRanks({ symbols }: CheckedProgram): (section: string) => string {
  const ranks = new Map(
    [...symbols.sections.keys()].map((label, index) => [label, String(index + 1).padStart(8, "0")]),
  );
  return (section) => ranks.get(section) ?? "";
}

function named<T extends { readonly name: string }>(items: readonly T[]): Map<string, T> {
  return byName(items.map((item) => [item.name, item]));
}
