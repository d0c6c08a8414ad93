/**
 * Reads a story in common terms. First its shape, by its schema; then its meaning, against the common vocabulary, with
 * the readers of scenarios: a story goes wrong in the same ways.
 */
import type { MarketFile } from "../../core/core.ts";
import type { Result } from "../../diagnostics/result.ts";
import { commonEvents, whatIsDue } from "../../units/common-events.ts";
import { isCurrency, usualCurrency } from "../../units/money/currencies.ts";
import { formatDate, parseDate } from "../../units/plain-date.ts";
import type { JsonMember, JsonNode, JsonObject } from "../json.ts";
import { pointerParts } from "../json.ts";
import { notADate } from "../read-date.ts";
import { objectsIn, ReadingContext, textIn } from "../scenario/context.ts";
import { readEvents } from "../scenario/events.ts";
import { checkStoryMarket, marketFilesIn } from "../scenario/market-files.ts";
import { readIds } from "../scenario/references.ts";
import { readTerms } from "../scenario/terms.ts";
import type { FileShape } from "../shape/file-shape.ts";
import type { InputFile } from "../shape/input-file.ts";
import { parseInput, readOr } from "../shape/input-file.ts";
import { commonProgramIn, vocabulary } from "./common-program.ts";
import { storySchema } from "./story-schema.ts";
import { validateStory } from "./story-validator.generated.ts";
import type { CommonStory } from "./types.ts";

export function parseStory(text: string, name: string): InputFile {
  return parseInput(text, name, storyShape);
}

export function readStory({ document, shape, source }: InputFile): Result<CommonStory> {
  if (!document.ok) return document;
  const root = withDueAmounts(document.value.root);
  const named = textIn(root, "currency");
  const currency = named?.text ?? usualCurrency;
  const context = new ReadingContext(commonProgramIn(currency), vocabulary);
  checkStoryMarket(root, context);
  if (named !== undefined && !isCurrency(currency)) context.report("TN5561", named.span, { name: currency });
  const [from, through] = [dayIn(root, "from", context), dayIn(root, "through", context)];
  if (from !== undefined && through !== undefined && through < from) {
    const facts = { from: formatDate(from), through: formatDate(through) };
    context.report("TN5405", textIn(root, "through")?.span ?? root.span, facts);
  }
  // The common vocabulary has the deal facts as deal terms; their key is another.
  const deal = readTerms(renamedKey(root, "deal", "terms"), context);
  const listed = objectsIn(root, "events");
  const events = readEvents(listed, readIds(listed, context), undefined, context);
  const name = textIn(root, "story")?.text ?? fileNameOf(source.name);
  const title = textIn(root, "title")?.text;
  const story =
    from === undefined || through === undefined
      ? undefined
      : {
          name,
          title,
          currency,
          from,
          through,
          deal,
          events: events.map((it) => ({ ...it, at: it.at, id: it.id, for: it.for })),
        };
  return readOr(story, shape, context.problems.list());
}

/** The files of market data and the calendar that a story names. */
export function filesOfStory({ document }: InputFile): {
  readonly market: readonly MarketFile[];
  readonly calendar?: string;
} {
  if (!document.ok) return { market: [] };
  const { root } = document.value;
  const calendar = textIn(root, "calendar");
  return { market: marketFilesIn(root), ...(calendar && { calendar: calendar.text }) };
}

function dayIn(root: JsonNode, key: string, context: ReadingContext) {
  const text = textIn(root, key);
  const day = text && parseDate(text.text);
  if (text !== undefined && day === undefined) context.problems.push(text.span, () => notADate(text.text, text.span));
  return day;
}

/** A payment's amount may be "what is due": it stands for itself, where a figure would be read. */
function withDueAmounts(root: JsonNode): JsonNode {
  const list = root.kind === "object" ? root.members.get("events") : undefined;
  if (root.kind !== "object" || list?.value.kind !== "array") return root;
  const items = list.value.items.map((it) => (it.kind === "object" ? withDueAmount(it) : it));
  return withMember(root, { ...list, value: { ...list.value, items } });
}

function withDueAmount(event: JsonObject): JsonObject {
  const cash = commonEvents[textIn(event, "event")?.text ?? ""]?.cash ?? "";
  const member = event.members.get(cash);
  const value = textIn(event, cash);
  if (member === undefined || value?.text !== whatIsDue) return event;
  return withMember(event, { ...member, value: { ...value, value: whatIsDue } });
}

function withMember(node: JsonObject, member: JsonMember): JsonObject {
  return { ...node, members: new Map([...node.members, [member.key, member]]) };
}

function renamedKey(root: JsonNode, from: string, to: string): JsonNode {
  const member = root.kind === "object" ? root.members.get(from) : undefined;
  return root.kind === "object" && member !== undefined ? withMember(root, { ...member, key: to }) : root;
}

/** A file's name without folders and ending. */
function fileNameOf(name: string): string {
  return name.replace(/^.*[\\/]/, "").replace(/(?<=.)\.[^.]*$/, "");
}

function placeName(pointer: string): string {
  const [list, index, key] = pointerParts(pointer);
  if (list === undefined) return "The story";
  if (index === undefined || list !== "events") return `\`${index ?? list}\``;
  const number = Number(index) + 1;
  return key === undefined ? `Event ${number}` : `\`${key}\` of event ${number}`;
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  deal: ["terms", "deal terms", "facts"],
  events: ["timeline", "history", "happenings"],
  from: ["start", "begin"],
  through: ["until", "to", "end"],
  market: ["market data", "prices", "market file"],
  calendar: ["holidays", "business days"],
  on: ["date", "day"],
};

const storyShape: FileShape = { schema: storySchema, validate: validateStory, placeName, otherNames };
