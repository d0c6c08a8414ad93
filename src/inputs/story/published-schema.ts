import { commonEvents } from "../../units/common-events.ts";
import { commonTerms } from "../../units/common-terms.ts";
import { storySchema } from "./story-schema.ts";

const { properties } = storySchema;

/** The schema of stories for editors, with the words of the vocabulary: the reader of stories finds a wrong word by itself. */
export const publishedStorySchema = {
  ...storySchema,
  properties: {
    ...properties,
    deal: {
      ...properties.deal,
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(commonTerms).map(([name, { meaning }]) => [name, { description: meaning, type: "string" }]),
      ),
    },
    events: {
      ...properties.events,
      items: {
        ...properties.events.items,
        properties: {
          ...properties.events.items.properties,
          event: {
            description: "what happens",
            oneOf: Object.entries(commonEvents).map(([name, { meaning }]) => ({ description: meaning, const: name })),
          },
        },
      },
    },
  },
};
