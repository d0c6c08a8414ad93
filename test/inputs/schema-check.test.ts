/** Our own check of schemas against a general validator: what the one finds, the other finds at the same place. */
import { test as property } from "@fast-check/vitest";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarioSchema } from "../../src/inputs/scenario-schema.ts";
import type { Schema } from "../../src/inputs/schema-check.ts";
import { schemaMistakes } from "../../src/inputs/schema-check.ts";

const validate = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
  formats: { date: true },
}).compile(scenarioSchema);

const keys = [
  "scenario",
  "note",
  "terms",
  "readings",
  "market",
  "events",
  "ask",
  "on",
  "event",
  "value",
  "expect",
  "error",
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>("", "text", "missing data", "refused", null, true, 7, "2024-02-29", [], {}),
  fc.string(),
);
const { any } = fc.letrec<{ any: unknown; object: unknown; list: unknown }>((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, leaf, tie("object"), tie("list")),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...keys, "a/b", "~"), fc.string()), tie("any"), { maxKeys: 6 }),
  list: fc.array(tie("any"), { maxLength: 3 }),
}));
const scenarioLike = fc.record(
  {
    scenario: fc.oneof({ weight: 3, arbitrary: fc.constant("s") }, any),
    note: fc.oneof({ weight: 3, arbitrary: fc.constant("n") }, any),
    terms: fc.oneof(fc.dictionary(fc.string(), any), any),
    readings: fc.oneof(fc.dictionary(fc.constantFrom("a", "b/c", "~d"), leaf), any),
    events: fc.oneof(fc.array(fc.record({ on: leaf, event: leaf, id: leaf }, { requiredKeys: [] })), any),
    ask: fc.oneof(fc.array(fc.record({ value: leaf, of: leaf, expect: any, more: leaf }, { requiredKeys: [] })), any),
    other: leaf,
  },
  { requiredKeys: [] },
);

property.prop([fc.oneof(scenarioLike, any)], { numRuns: 1_000 })(
  "the same mistakes as a general validator",
  (value) => {
    validate(value);
    const theirs = (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
      [instancePath, keyword, String(params.missingProperty ?? params.additionalProperty ?? "")].join(" "),
    );
    const ours = schemaMistakes(value, scenarioSchema).map(({ pointer, keyword, key = "" }) =>
      [pointer, keyword, key].join(" "),
    );
    expect(ours).toEqual(theirs);
  },
);

test("the schema uses no word that the check does not know", () => {
  const known = ["$schema", "title", "description", "type", "required", "additionalProperties", "properties", "items"];
  const words = [...known, "minLength", "enum", "format"];
  const unknown = (schema: Schema): string[] => [
    ...Object.keys(schema).filter((word) => !words.includes(word)),
    ...Object.values(schema.properties ?? {}).flatMap(unknown),
    ...(schema.items === undefined ? [] : unknown(schema.items)),
    ...(typeof schema.additionalProperties === "object" ? unknown(schema.additionalProperties) : []),
  ];
  expect(unknown(scenarioSchema)).toEqual([]);
});
