/** The generated check of a scenario's shape: it is ajv's of today's schema, and it runs where there is nothing else. */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { validateScenario } from "../../src/inputs/scenario-validator.generated.ts";
import { generate } from "../../tools/generators/scenario-validator.ts";

const path = "src/inputs/scenario-validator.generated.ts";
const scenario = { scenario: "s", note: "n", terms: {}, events: [{ on: "2024-01-02", event: "E" }], ask: [] };

test("the generated file is current", async () => {
  const { files } = await generate();
  expect(readFileSync(path, "utf8")).toBe(files.get(path));
});

test("runs in a context that has nothing but the language, and may not compile code", () => {
  const code = stripTypeScriptTypes(readFileSync(path, "utf8")).replace("export const", "var");
  const context = { scenario, without: { ...scenario, ask: undefined } };
  const run = runInNewContext(`${code}\n[validateScenario(scenario), validateScenario(without)]`, context, {
    contextCodeGeneration: { strings: false, wasm: false },
  });
  expect([...run]).toEqual([true, false]);
});

test.each([
  ["no terms", { ...scenario, terms: undefined }, "", "required", { missingProperty: "terms" }],
  ["one key too many", { ...scenario, extra: 1 }, "", "additionalProperties", { additionalProperty: "extra" }],
  ["a number for a day", { ...scenario, events: [{ on: 7, event: "E" }] }, "/events/0/on", "type", { type: "string" }],
  ["an empty name", { ...scenario, scenario: "" }, "/scenario", "minLength", { limit: 1 }],
] as const)("%s is one error at its place", (_, value, instancePath, keyword, params) => {
  // As JSON has it: a key without a value is not there.
  expect(validateScenario(JSON.parse(JSON.stringify(value)))).toBe(false);
  expect(validateScenario.errors).toMatchObject([{ instancePath, keyword, params }]);
});
