/**
 * The shape of a story in common terms, as a JSON Schema (draft 2020-12). Which events and deal facts there are is the
 * matter of `units/common-events.ts` and `units/common-terms.ts`. Each description goes on after "must be".
 */
export const storySchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "tenor:story@1",
  title: "Tenor story",
  description: "an object, `{ … }`",
  type: "object",
  required: ["format", "from", "through", "deal", "events"],
  additionalProperties: false,
  properties: {
    $schema: { description: "where a schema for stories is, a text", type: "string" },
    format: { description: 'the text `"tenor/story@1"`', const: "tenor/story@1" },
    story: { description: "the story's name, a text", type: "string", minLength: 1 },
    title: { description: "a text that says what happens", type: "string" },
    market: {
      description: "the path of a market file, a text, or an object with a file for each series",
      type: ["string", "object"],
      minLength: 1,
    },
    calendar: {
      description: "the path of a calendar file or the name of a built-in one, a text",
      type: "string",
      minLength: 1,
    },
    currency: {
      description: 'the currency of its amounts by its code, such as "EUR"',
      type: "string",
      pattern: "^[A-Z]{3}$",
    },
    from: { description: 'the first day to look at, such as "2024-02-29"', type: "string", format: "date" },
    through: { description: 'the last day to look at, such as "2024-02-29"', type: "string", format: "date" },
    deal: { description: "an object of facts of the deal, by their common names", type: "object" },
    events: {
      description: "a list of events, `[ … ]`",
      type: "array",
      items: {
        description: "an event, an object",
        type: "object",
        required: ["on", "event"],
        properties: {
          on: { description: 'a date such as "2024-02-29"', type: "string", format: "date" },
          at: { description: 'a time of day such as "17:30"', type: "string" },
          event: { description: "the common name of an event, a text", type: "string" },
          id: { description: "a name for this event, a text", type: "string", minLength: 1 },
          for: { description: "the id of another event, a text", type: "string" },
        },
      },
    },
  },
} as const;
