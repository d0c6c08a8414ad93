/** The shape of a subject of a comparison, as a JSON Schema (draft 2020-12). Each description goes on after "must be". */
export const subjectSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "tenor:subject@1",
  title: "Tenor subject",
  description: "an object, `{ … }`",
  type: "object",
  required: ["format", "template"],
  additionalProperties: false,
  properties: {
    $schema: { description: "where a schema for subjects is, a text", type: "string" },
    format: { description: 'the text `"tenor/subject@1"`', const: "tenor/subject@1" },
    template: { description: 'the name of a template, such as "my-note", or a path to one', type: "string" },
    binding: { description: "the path of a binding, a text", type: "string", minLength: 1 },
    name: { description: "the heading of its column, a text", type: "string", minLength: 1 },
    terms: { description: "an object of deal terms by name", type: "object" },
    readings: {
      description: "an object that gives a choice for each reading it names",
      type: "object",
      additionalProperties: { description: "the name of a choice, a text", type: "string" },
    },
  },
} as const;
