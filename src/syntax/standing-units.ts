import { SourceFile } from "../source/source-file.ts";
import type { ReadStatement } from "./parse.ts";
import { statementOf } from "./parse.ts";
import type { PlacedUnit, ReadUnit } from "./units.ts";
import { readUnit, readUnits, withPlainBlanks } from "./units.ts";

/** A unit with its statement. Places count from the unit's own start, which its source knows. */
export interface StandingUnit extends ReadStatement {
  readonly text: string;
  readonly read: ReadUnit;
  readonly source: SourceFile;
  /** Those of the note, which say what is an amount. */
  readonly currencies: readonly string[];
}

/**
 * Reads a text again and again, as an editor does. A unit whose text stays is the very object that it was, with its
 * statement, wherever it has moved to: what was found about it still holds.
 */
export class StandingUnits {
  readonly #name: string;
  #read: ReadonlyMap<string, ReadUnit> = new Map();
  /** By their text; a text that occurs twice has two units. */
  #standing: ReadonlyMap<string, readonly StandingUnit[]> = new Map();
  #currencies: readonly string[] = [];
  #last: { readonly text: string; readonly units: readonly StandingUnit[] } = { text: "", units: [] };

  constructor(name: string) {
    this.#name = name;
  }

  /** With the currencies of the note, which say what is an amount. */
  read(text: string, currencies: readonly string[]): readonly StandingUnit[] {
    const isKept = currencies.join() === this.#currencies.join();
    if (isKept && text === this.#last.text) return this.#last.units;
    if (!isKept) [this.#read, this.#standing, this.#currencies] = [new Map(), new Map(), currencies];
    const read = new Map<string, ReadUnit>();
    const standing = new Map<string, StandingUnit[]>();
    const readKept = (unit: string): ReadUnit => {
      const kept = this.#read.get(unit) ?? readUnit(unit, currencies);
      read.set(unit, kept);
      return kept;
    };
    const units = Array.from(readUnits(withPlainBlanks(text), readKept), (placed) => {
      const alike = standing.get(placed.text) ?? [];
      const known = this.#standing.get(placed.text)?.[alike.length];
      const unit = known ?? this.#statementOf(placed);
      standing.set(placed.text, [...alike, unit]);
      unit.source.startsAt = placed.start;
      return unit;
    });
    [this.#read, this.#standing, this.#last] = [read, standing, { text, units }];
    return units;
  }

  #statementOf(placed: PlacedUnit): StandingUnit {
    const source = new SourceFile(this.#name, placed.text);
    const { text, read } = placed;
    return { text, read, source, currencies: this.#currencies, ...statementOf(placed, source, 0, this.#currencies) };
  }
}
