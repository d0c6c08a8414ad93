import type { JsonDocument } from "./json.ts";
import { pointerParts } from "./json.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { validateScenario } from "./scenario-validator.generated.ts";
import type { FileShape, ShapeProblem } from "./shape/file-shape.ts";
import { shapeProblemsOf } from "./shape/file-shape.ts";

export type { ShapeProblem } from "./shape/file-shape.ts";
export { mostProblems, openingOf, quotedNumber, shownSpan } from "./shape/file-shape.ts";

/** Where a document's shape is not that of a scenario: one finding per mistake, in plain words, in the order of the text. */
export function shapeProblems(document: JsonDocument): readonly ShapeProblem[] {
  return shapeProblemsOf(document, scenarioShape);
}

/** A place in a scenario in words that open a sentence: "The scenario", "Event 2", "`on` of event 2". */
export function placeName(pointer: string): string {
  const [list, index, key] = pointerParts(pointer);
  if (list === undefined) return "The scenario";
  const item = list === "events" ? "event" : list === "ask" ? "question" : list === "rows" ? "file of rows" : undefined;
  if (index === undefined || item === undefined) return `\`${index ?? list}\``;
  const number = Number(index) + 1;
  return key === undefined ? `${item[0]?.toUpperCase()}${item.slice(1)} ${number}` : `\`${key}\` of ${item} ${number}`;
}

/** Names that other programs have for the keys of a scenario. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  scenario: ["name", "id"],
  note: ["template", "contract", "instrument"],
  terms: ["deal terms", "parameters", "params", "inputs"],
  readings: ["interpretations", "choices"],
  market: ["market data", "prices", "market file"],
  calendar: ["holidays", "business days"],
  events: ["timeline", "history"],
  rows: ["tables", "files", "event files"],
  file: ["path", "csv"],
  ask: ["queries", "questions", "asks"],
  value: ["name", "question"],
  on: ["date", "day", "as of"],
  of: ["for", "event", "id"],
  expect: ["expected", "answer"],
};

const scenarioShape: FileShape = { schema: scenarioSchema, validate: validateScenario, placeName, otherNames };
