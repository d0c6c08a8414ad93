import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneModule from "ajv/dist/standalone/index.js";
import { bindingSchema } from "../../src/inputs/binding/binding-schema.ts";
import { scenarioSchema } from "../../src/inputs/scenario-schema.ts";
import { publishedStorySchema } from "../../src/inputs/story/published-schema.ts";
import { storySchema } from "../../src/inputs/story/story-schema.ts";
import { subjectSchema } from "../../src/inputs/subject/subject-schema.ts";
import type { Generated } from "../generated.ts";

/** Each kind of input file: its schema, where the check of it goes, and where the schema is published. */
const inputs = [
  { what: "scenario", folder: "src/inputs", schema: scenarioSchema, shapes: "./shape" },
  {
    what: "story",
    folder: "src/inputs/story",
    schema: storySchema,
    shapes: "../shape",
    published: publishedStorySchema,
  },
  {
    what: "binding",
    folder: "src/inputs/binding",
    schema: bindingSchema,
    shapes: "../shape",
    published: bindingSchema,
  },
  {
    what: "subject",
    folder: "src/inputs/subject",
    schema: subjectSchema,
    shapes: "../shape",
    published: subjectSchema,
  },
] as const;

/** The check of each file's shape as code that needs no package and compiles nothing when it runs; the published schemas. */
export async function generate(): Promise<Generated> {
  const files = inputs.flatMap((input) => {
    const { what, folder } = input;
    const validator = [`${folder}/${what}-validator.generated.ts`, validatorOf(input)] as const;
    return "published" in input
      ? [validator, [`schemas/${what}.json`, printed(input.published)] as const]
      : [validator];
  });
  return { files: new Map(files) };
}

function validatorOf({ what, schema, shapes }: (typeof inputs)[number]): string {
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
  const code = standaloneModule.default(ajv, ajv.compile(schema));
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error(`the validator of a ${what} needs a package at run time`);
  const body = code
    .replace(/^"use strict";/, "")
    .replace(/export const validate = (\w+);export default \1;/, "")
    .replace(/^/, header(what, shapes));
  const [, main] = /export const validate = (\w+);/.exec(code) ?? [];
  return `${body}\n${footer(what, main ?? "")}`;
}

/** As the formatter prints it: lists of words on one line where they fit. */
function printed(schema: object): string {
  const text = JSON.stringify(schema, null, 2);
  return `${text.replaceAll(/\[\s+((?:"[^"]*",?\s*)+)\]/g, (_, words: string) => `[${words.trim().replaceAll(/\s*\n\s*/g, " ")}]`)}\n`;
}

const header = (what: string, shapes: string) =>
  `// @ts-nocheck -- code that ajv wrote from ${what}-schema.ts; \`npm run generate\` writes it anew.\n` +
  `import type { SchemaError } from "${shapes}/file-shape.ts";\n`;

const footer = (what: string, main: string) => `
/** Whether a value has the shape of a ${what}; where it has not, \`errors\` says why. */
export const validate${what[0]?.toUpperCase()}${what.slice(1)}: { (value: unknown): boolean; errors?: readonly SchemaError[] | null } = ${main};
`;
