import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneModule from "ajv/dist/standalone/index.js";
import { scenarioSchema } from "../../src/inputs/scenario-schema.ts";
import type { Generated } from "../generated.ts";

/** The check of a scenario's shape as code that needs no package and compiles nothing when it runs. */
export async function generate(): Promise<Generated> {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    // `expect` says what its object holds beside other types.
    strictTypes: false,
    messages: false,
    logger: false,
    // Counts UTF-16 units, and so needs no helper of ajv's at run time.
    unicode: false,
    // Dates have a reader of their own, which says what is wrong with them.
    formats: { date: true },
    code: { source: true, esm: true },
  });
  const code = standaloneModule.default(ajv, ajv.compile(scenarioSchema));
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error("the validator of scenarios needs a package at run time");
  const body = code
    .replace(/^"use strict";/, "")
    .replace(/export const validate = (\w+);export default \1;/, "")
    .replace(/^/, header);
  const [, main] = /export const validate = (\w+);/.exec(code) ?? [];
  return { files: new Map([["src/inputs/scenario-validator.generated.ts", `${body}\n${footer(main ?? "")}`]]) };
}

const header = "// @ts-nocheck -- code that ajv wrote from scenario-schema.ts; `npm run generate` writes it anew.\n";

const footer = (main: string) => `
/** One thing in which a value differs from the schema, as ajv reports it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}
/** Whether a value has the shape of a scenario; where it has not, \`errors\` says why. */
export const validateScenario: { (value: unknown): boolean; errors?: readonly SchemaError[] | null } = ${main};
`;
