import { expect, test } from "vitest";
import { renderExplanation } from "../../../src/cli/render/explanation.ts";
import { plainPaint } from "../../../src/cli/render/parts/paint.ts";
import type { ReasonFact } from "../../../src/index.ts";
import { explained } from "../../evaluate/asked.ts";

const statements = `Total starts at $8
Last Day is a date, at first not set
when Notice
  Total becomes its Amount / 0
  Last Day becomes today
when Payment
  Last Day becomes not set
`;
const events = [
  { on: "2024-01-03", event: "Notice", Amount: "1" },
  { on: "2024-01-04", event: "Payment", Amount: "1" },
];

test.each([
  ["Total", "changed on 2024-01-03 by Notice: unknown"],
  ["Last Day", "changed on 2024-01-04 by Payment: no value"],
])("a change to what is no figure says what it is: %s", (value, line) => {
  const [fact] = explained(statements, { events, ask: [{ value, on: "2024-01-04" }] });
  const style = { width: 80, isUnicode: true, isFull: false, paint: plainPaint };
  expect(renderExplanation(fact as ReasonFact, style)).toContain(`└─ ${line}\n`);
});
