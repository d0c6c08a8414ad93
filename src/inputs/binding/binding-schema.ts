const boundEvent = {
  event: { description: "the name of an event of the template, a text", type: "string" },
  fields: {
    description: "an object that gives for fields of that event the common field or deal fact that each is",
    type: "object",
    additionalProperties: { description: "the name of a common field or deal fact, a text", type: "string" },
  },
  constants: { description: "an object of values for fields of which a story says nothing", type: "object" },
  due: {
    description: "a list of what a payment of what is due pays, `[ … ]`",
    type: "array",
    items: { description: "a value or duty of the template, or `payable` or `unpaid` and an account", type: "string" },
  },
  none: { description: "why the instrument has no such event, a text", type: "string", minLength: 1 },
} as const;

/**
 * The shape of a binding, as a JSON Schema (draft 2020-12): which terms and events of one template the common ones are.
 * Each description goes on after "must be".
 */
export const bindingSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "tenor:binding@1",
  title: "Tenor binding",
  description: "an object, `{ … }`",
  type: "object",
  required: ["format", "deal", "events"],
  additionalProperties: false,
  properties: {
    $schema: { description: "where a schema for bindings is, a text", type: "string" },
    format: { description: 'the text `"tenor/binding@1"`', const: "tenor/binding@1" },
    deal: {
      description: "an object that gives for each common fact of a deal the template's deal term",
      type: "object",
      additionalProperties: { description: "the name of a deal term, a text", type: "string" },
    },
    terms: { description: "an object of values for deal terms of which a story says nothing", type: "object" },
    events: {
      description: "an object that gives for each common event the template's own",
      type: "object",
      additionalProperties: {
        description: "an object with `event`, or with `none` and the reason; or a list of such objects",
        type: ["object", "array"],
        additionalProperties: false,
        properties: boundEvent,
        items: {
          description: "an object with `event`",
          type: "object",
          required: ["event"],
          additionalProperties: false,
          properties: boundEvent,
        },
      },
    },
  },
} as const;
