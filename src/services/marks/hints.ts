/** What a text does not say and a reader wants to know: units of definitions, the reading in force, and what another would change. */

import { kindInWords } from "../../checked/words.ts";
import { nodesIn } from "../../syntax/walk.ts";
import type { Analysis, FileView } from "../analysis.ts";
import { typeOf } from "../describe.ts";
import { occurrencesOf } from "../occurrences.ts";
import type { Chosen } from "../values.ts";
import type { Price } from "./prices.ts";

export interface Hint {
  readonly offset: number;
  readonly text: string;
  /** More of it, for who points at it. */
  readonly more?: string;
}

/** What another choice of a reading changes, where that is known already. */
export type PriceOf = (reading: string, choice: string) => Price | undefined;

/** Where a story is chosen, with the readings that it chooses. */
export function hintsOf(
  file: FileView,
  analysis: Analysis,
  chosen: Chosen | undefined,
  inForceNow: (reading: string) => string | undefined = (reading) => inForce(reading, analysis, chosen),
  priceOf: PriceOf = () => undefined,
): Hint[] {
  const { program } = analysis.checked;
  const units = new Map(file.units.map((unit) => [unit.source.startsAt, unit.statement.kind]));
  const starts = [...units.keys()];
  const declared = occurrencesOf(file, analysis).filter(({ isDeclaration }) => isDeclaration);
  const ofNames = declared.flatMap(({ term, start, end }): Hint[] => {
    const kind = units.get(starts.findLast((it) => it <= start) ?? -1);
    if (kind === "Given" || kind === "EventDeclaration") return [];
    const type = term.kind === "name" || term.kind === "member" ? typeOf(term, program) : undefined;
    return type === undefined ? [] : [{ offset: end, text: `: ${kindInWords(type)}` }];
  });
  const ofReadings = file.units.flatMap(({ statement, source: { startsAt } }) => {
    if (statement.kind === "ReadingDeclaration") {
      return statement.choices.flatMap(({ text, span }): Hint[] => {
        const price = priceOf(statement.name.text, text);
        return price === undefined
          ? []
          : [{ offset: startsAt + span.end, text: `: ${price.says}`, more: price.changes.join("\n") }];
      });
    }
    if (statement.kind === "Story") return [];
    return nodesIn(statement).flatMap((node): Hint[] => {
      if (!("kind" in node) || !("reading" in node) || !isQuoted(node.reading)) return [];
      const { text, span } = node.reading;
      const choice = inForceNow(text);
      return choice === undefined ? [] : [{ offset: startsAt + span.end, text: `= "${choice}"` }];
    });
  });
  return [...ofNames, ...ofReadings].toSorted((a, b) => a.offset - b.offset);
}

/** Without a run: by the story's own words, else by the template. */
function inForce(reading: string, { checked, files }: Analysis, chosen: Chosen | undefined): string | undefined {
  for (const { statement } of chosen === undefined ? [] : files.flatMap(({ units }) => units)) {
    if (statement.kind !== "Story" || statement.title.text !== chosen?.story) continue;
    const own = statement.readings.find(({ name }) => name.text === reading)?.choice.text;
    if (own !== undefined) return own;
  }
  const declared = checked.program.symbols.readings.get(reading)?.statement;
  return (declared?.chosen ?? declared?.choices[0])?.text;
}

function isQuoted(it: unknown): it is { readonly text: string; readonly span: { readonly end: number } } {
  return typeof it === "object" && it !== null && "text" in it && "span" in it && typeof it.text === "string";
}
