import { applyEdits, modify } from "jsonc-parser";
import type { PortfolioRow } from "./read-portfolio.ts";

/** A scenario's text with what a row says in place of its own; whatever the row does not name stays to the letter. */
export function changedScenario(text: string, changes: readonly ScenarioChange[]): string {
  return changes.reduce((changed, [path, value]) => applyEdits(changed, modify(changed, [...path], value, {})), text);
}

/** What stands where in a scenario: a text at a key, or at a name under a key. */
export type ScenarioChange = readonly [path: readonly string[], value: string];

/** The files that a row names. */
export function fileChanges({ note, market, calendar }: PortfolioRow): readonly ScenarioChange[] {
  const named = Object.entries({ note, market, calendar });
  return named.flatMap(([key, value]) => (value === undefined ? [] : [[[key], value] as const]));
}

/** Its deal terms and readings. */
export function termChanges({ terms, readings }: Pick<PortfolioRow, "terms" | "readings">): readonly ScenarioChange[] {
  const inGroup =
    (group: string) =>
    ([name, value]: readonly [string, string]) =>
      [[group, name], value] as const;
  return [...[...terms].map(inGroup("terms")), ...[...readings].map(inGroup("readings"))];
}

/** A scenario in which nothing happens yet, for a row that names a note alone. */
export const emptyScenario = JSON.stringify({ terms: {}, events: [], ask: [] }, null, 2);
