/**
 * The shape of a scenario file, as a JSON Schema (draft 2020-12).
 *
 * Only what holds for every template: which keys there are and what kind of JSON stands under them. Deal terms, event
 * fields and readings are the template's matter. Each description is a phrase that goes on after "must be": messages and
 * editors show it.
 */
export const scenarioSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Tenor scenario",
  description: "an object, `{ … }`",
  type: "object",
  required: ["note", "terms", "events", "ask"],
  additionalProperties: false,
  properties: {
    $schema: { description: "where a schema for scenarios is, a text", type: "string" },
    scenario: { description: "the scenario's name, a text", type: "string", minLength: 1 },
    title: { description: "a text that says what happens", type: "string" },
    note: { description: 'the name of a template, such as "my-note", or a path to one', type: "string" },
    terms: { description: "an object of deal terms by name", type: "object" },
    readings: {
      description: "an object that gives a choice for each reading it names",
      type: "object",
      additionalProperties: { description: "the name of a choice, a text", type: "string" },
    },
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
    rows: {
      description: "a list of files whose rows are events, `[ … ]`",
      type: "array",
      items: {
        description: "a file of rows, an object",
        type: "object",
        required: ["file", "event"],
        additionalProperties: false,
        properties: {
          file: { description: "the path of a CSV file, a text", type: "string", minLength: 1 },
          event: { description: "the name of an event, a text", type: "string" },
          on: { description: 'the day of all its rows, a date such as "2024-02-29"', type: "string", format: "date" },
          columns: {
            description: "an object that gives the file's name of each column",
            type: "object",
            additionalProperties: { description: "the name of a column, a text", type: "string", minLength: 1 },
          },
        },
      },
    },
    through: { description: 'the last day of the run, a date such as "2024-02-29"', type: "string", format: "date" },
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
          event: { description: "the name of an event, a text", type: "string" },
          id: { description: "a name for this event, a text", type: "string", minLength: 1 },
          for: { description: "the id of another event, a text", type: "string" },
        },
      },
    },
    ask: {
      description: "a list of questions, `[ … ]`",
      type: "array",
      items: {
        description: "a question, an object",
        type: "object",
        required: ["value"],
        additionalProperties: false,
        properties: {
          value: { description: "the name of a value, a text", type: "string" },
          on: { description: 'a date such as "2024-02-29"', type: "string", format: "date" },
          of: { description: "the id of an event or a section, a text", type: "string" },
          section: { description: "a section of the contract, a text", type: "string" },
          expect: {
            description: 'an answer: a text, true, false, null or { "error": KIND }',
            type: ["string", "boolean", "null", "object"],
            required: ["error"],
            additionalProperties: false,
            properties: {
              error: {
                description: "a kind of error",
                enum: ["missing data", "undefined", "refused", "conflict"],
              },
            },
          },
        },
      },
    },
  },
} as const;
