/** Nothing of a note is in the engine: with invented names for everything, a template gives the same answers. */
import { globSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, loadScenario, runScenario } from "../src/index.ts";
import { acceptanceScenarios, ensured, exampleScenarios, runOf, templateOf, termsText } from "./support/acceptance.ts";
import { clausesFor } from "./support/library.ts";
import { namelessOutcome, renamedScenario, renamedTemplate, renamingOf } from "./support/renaming.ts";

const scenarios = [...acceptanceScenarios(), ...exampleScenarios()];
const notes = globSync("terms/*.tenor")
  .map((path) => basename(path, ".tenor"))
  .filter((name) => !/\.(?:stories|plans)$/.test(name))
  .toSorted();

describe.each(notes.flatMap((note) => [1, 2].map((seed) => ({ note, seed }))))(
  "$note, names of seed $seed",
  ({ note, seed }) => {
    const text = termsText(note);
    const clauses = clausesFor(text);
    const renaming = renamingOf([text, ...clauses.map((clause) => clause.text)].join("\n"), templateOf(note), seed);
    const renamed = renamedTemplate(text, renaming);
    const renamedClauses = clauses.map((clause) => ({ ...clause, text: renamedTemplate(clause.text, renaming) }));
    const template = compile(renamed, "renamed.tenor", ...renamedClauses);

    test("every name is another, of the same shape", () => {
      const { program } = templateOf(note);
      const names = [
        ...program.askable.keys(),
        ...program.events.keys(),
        ...program.readings.keys(),
        ...program.parties,
      ];
      expect(names.filter((name) => renaming.of(name) === name)).toEqual([]);
      expect(shapesIn(renamed)).toEqual(shapesIn(text));
    });

    const own = scenarios.filter((it) => it.note === note);
    test("there is something to compare", () => expect(own.length).toBeGreaterThan(0));

    test.each(own)("$name", (scenario) => {
      const { texts } = scenario;
      const inNewWords = {
        ...texts,
        scenario: { name: "renamed.json", text: renamedScenario(texts.scenario.text, renaming) },
      };
      const loaded = ensured(loadScenario(ensured(template), inNewWords));
      const run = ensured(runScenario(ensured(template), loaded));
      expect(namelessOutcome(run)).toEqual(namelessOutcome(runOf(templateOf(note), scenario), renaming));
    });
  },
);

/** How many statements and lines there are, and how many words each line has. */
function shapesIn(text: string): number[] {
  return text.split("\n").map((line) => line.split(/[ \t]+/).length);
}
