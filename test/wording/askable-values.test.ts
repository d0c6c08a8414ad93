/** What is listed as askable is what a question may ask. */
import { expect, test } from "vitest";
import { askableValues, loadQuestion } from "../../src/index.ts";
import { acceptanceScenario, loadedScenario, templateOf } from "../support/acceptance.ts";

test.each([
  ["juniper-2005", "03"],
  ["secured-services-2006", "05"],
])("every value of %s can be asked, and no other", (note, number) => {
  const template = templateOf(note);
  const loaded = loadedScenario(template, acceptanceScenario(note, number));
  const ids = new Map(
    loaded.scenario.events.flatMap(({ event, id }) => (id === undefined ? [] : [[event, id] as const])),
  );
  const values = askableValues(template.program);
  const asked = values.map(({ value, of }) => {
    const owner = of === undefined || !template.program.events.has(of) ? of : ids.get(of);
    // No event of the kind has an id here.
    if (of !== undefined && owner === undefined) return { value, of, isAsked: true };
    const days = [undefined, "2006-05-10"];
    const found = days.map((on) =>
      loadQuestion(template, loaded, { value, ...(owner && { of: owner }), ...(on && { on }) }),
    );
    return { value, of, isAsked: found.some(({ ok }) => ok) };
  });
  expect(asked.filter(({ isAsked }) => !isAsked)).toEqual([]);
  expect(new Set(values.map(({ value }) => value))).toEqual(new Set(template.program.askable.keys()));
});

test("they come in the order of the contract's sections", () => {
  const { program } = templateOf("juniper-2005");
  const labels = ["", ...program.sections.map(({ label }) => label)];
  const places = askableValues(program).map(({ section }) => labels.indexOf(section));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
