import { expect, test } from "vitest";
import { foldReasons } from "../../../src/cli/render/fold.ts";
import { Reason } from "../../../src/evaluate/reasons/reason-facts.ts";
import type { PlainDate, ReasonFact, Value, ValueType } from "../../../src/index.ts";
import { Absent, parseDate } from "../../../src/index.ts";
import { parseDecimal } from "../../../src/units/exact.ts";
import { price, text, yesOrNo } from "../../../src/units/value-type.ts";

const days = ["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08"].map(parseDate) as PlainDate[];

/** The low of the market on each day; a number in a text is a price. */
function daily(results: readonly (Value | null)[], type: ValueType = price): ReasonFact[] {
  return results.flatMap((result, index) => {
    const day = days[index];
    if (day === undefined) return [];
    const figure = typeof result === "string" && type === price ? parseDecimal(result) : result;
    const absent = new Absent({ kind: "not given", name: "low" });
    return [
      new Reason({
        kind: "market",
        name: "market low",
        day,
        type,
        result: figure ?? absent,
        because: { kind: "market data" },
      }),
    ];
  });
}

test.each([
  [
    "figures by their lowest and the highest",
    daily(["2", "10", "3", "1.5"]),
    "lowest $1.5, $2, $3 … highest $10 per share",
  ],
  ["figures that are all the same", daily(["2", "2", "2", "2"]), "each $2 per share"],
  ["days without a value", daily(["2", null, "2", "2", "2"]), "each $2 per share, no value on 1"],
  ["yes and no", daily([true, false, true, true], yesOrNo), "yes on 3, no on 1"],
  ["yes alone", daily([true, true, true, true], yesOrNo), "each yes"],
  ["other values", daily(["a", "b", "a", "c"], text), "3 different values"],
])("folds %s", (_, reasons, figures) => {
  expect(foldReasons(reasons)).toMatchObject([{ kind: "fold", figures }]);
});

test("says on how many days, and from when to when", () => {
  expect(foldReasons(daily(["1", "2", "3", "4", "5"]))).toMatchObject([
    { head: "market low on 5 days from 2024-01-02 to 2024-01-08", because: "" },
  ]);
});

test("leaves a few days, and values that differ in more than the day, as they are", () => {
  const few = daily(["1", "2", "3"]);
  expect(foldReasons(few)).toEqual(few.map((reason) => ({ kind: "one", reason })));
  const others = daily(["1", "2", "3", "4"]).map(
    (reason, index) => new Reason({ ...reason, because: reason.because, of: [`e${index}`] }),
  );
  expect(foldReasons(others)).toHaveLength(4);
});
