/** Defaults from their first day to their last: pending, cured in time, ended, continuing, of each event. */
import { expect, test } from "vitest";
import { defaultSpans } from "../../src/evaluate/answers/default-spans.ts";
import type { PlainDate } from "../../src/index.ts";
import { formatDate } from "../../src/index.ts";
import { factsOf } from "./asked.ts";

const notice = (on: string, id = on) => ({ on, event: "Notice", id, Amount: "150" });
const payment = (on: string) => ({ on, event: "Payment", Amount: "150" });
const balance =
  "Balance starts at $0\nwhen Notice\n  Balance rises by its Amount\nwhen Payment\n  Balance falls by its Amount\n";
const late = 'section 3 "Late"\nDefault occurs\n  when Balance is more than $100\n';
const cure = "  unless cured by the end of: 2024-01-05\n";

const written = (day: PlainDate | undefined) => (day === undefined ? "-" : formatDate(day).slice(5));

/** Section, pending since, occurred on, ended on, state. */
function spansOf(statements: string, ...events: Readonly<Record<string, unknown>>[]): string[] {
  return defaultSpans(factsOf(statements, { events, ask: [] }).journal).map(
    ({ move, pending, occurred, ended, state }) =>
      `${move.defaultCondition.section} ${written(pending)} ${written(occurred)} ${written(ended)} ${state}`,
  );
}

test("one that ends, and comes again and continues, is two", () => {
  const events = [notice("2024-01-03"), payment("2024-01-05"), notice("2024-01-08")];
  expect(spansOf(balance + late, ...events)).toEqual(["3 - 01-03 01-05 ended", "3 - 01-08 - continues"]);
});

test("one within its time for cure is pending", () => {
  // The last event is of the 4th.
  expect(spansOf(balance + late + cure, notice("2024-01-03"), payment("2024-01-03"), notice("2024-01-04"))).toEqual([
    "3 01-04 - - pending",
  ]);
});

test("one that is cured in time did not occur", () => {
  expect(spansOf(balance + late + cure, notice("2024-01-03"), payment("2024-01-04"))).toEqual([
    "3 01-03 - 01-04 cured in time",
  ]);
});

test("one that is not cured in time was pending first, and ends later", () => {
  const events = [notice("2024-01-03"), payment("2024-01-09")];
  expect(spansOf(balance + late + cure, ...events)).toEqual(["3 01-03 01-05 01-09 ended"]);
});

test("two come in the order of their first days, whatever the order of the template", () => {
  const large = 'section 2 "Large"\nDefault occurs\n  when Balance is more than $200\n';
  const events = [notice("2024-01-03"), notice("2024-01-05"), notice("2024-01-09")];
  expect(spansOf(balance + large + late, ...events)).toEqual(["3 - 01-03 - continues", "2 - 01-05 - continues"]);
});
