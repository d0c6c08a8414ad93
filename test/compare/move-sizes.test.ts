/** What choices are ranked by: amounts, shares, prices, dates, and yes or no, each held against its own kind alone. */
import { expect, test } from "vitest";
import { byMost, mostMoved } from "../../src/compare/move-sizes.ts";
import type { MovedAnswer } from "../../src/compare/readings.ts";

const moved = (value: string, unit: string, before: MovedAnswer["default"], chosen: MovedAnswer["default"]) => {
  const isFigure = typeof before === "string" && typeof chosen === "string";
  const days = unit === "date" && isFigure;
  const difference = days
    ? String((Date.parse(chosen) - Date.parse(before)) / 86_400_000)
    : isFigure
      ? String(Number(chosen) - Number(before))
      : undefined;
  return {
    value,
    unit: days ? "days" : unit,
    default: before,
    chosen,
    ...(difference !== undefined && { difference }),
  };
};

const cash = moved("Cash", "USD", "100", "40");
const amountThatArises = moved("Default Amount", "USD", null, "4000000");
const amountThatGoes = moved("Premium", "USD", "70", { error: "undefined", message: "divided by zero" });
const issued = moved("Shares Issued", "shares", "1000", "900");
const price = moved("Price", "USD/share", "0.05", "0.02");
const deadline = moved("Deadline", "date", "2006-01-31", "2006-02-02");
const acceleration = moved("Acceleration Date", "date", null, "2006-03-01");
const inDefault = moved("Event of Default", "yes or no", false, true);

test("of each kind the answer that moves most, with how many of the kind move", () => {
  const most = mostMoved([inDefault, deadline, cash, issued, price, amountThatArises, amountThatGoes, acceleration]);
  expect(most.map(({ kind, value, answers }) => [kind, value, answers])).toEqual([
    // 4,000,000 that are not there by default; 70 that the choice takes away; a difference of 60.
    ["money", "Default Amount", 3],
    ["shares", "Shares Issued", 1],
    ["price", "Price", 1],
    // A date that is set under the choice alone, before one that moves by two days.
    ["dates", "Acceleration Date", 2],
    ["yes or no", "Event of Default", 1],
  ]);
});

test.each([
  ["more money", [amountThatArises], [cash]],
  ["an amount that goes", [amountThatGoes], [cash]],
  ["a little money before many shares", [cash], [issued, inDefault]],
  ["shares where the money is the same", [cash, issued], [cash, price]],
  ["shares before a price", [issued], [price, deadline]],
  ["a date before yes or no", [deadline], [inDefault]],
  ["a date that is set before one that moves", [acceleration], [deadline]],
  ["more answers where they move equally far", [cash, moved("Other", "USD", "60", "0")], [cash]],
  ["something before nothing", [inDefault], []],
])("%s comes first", (_, first, second) => {
  const [one, other] = [mostMoved(first), mostMoved(second)];
  expect(Math.sign(byMost(one, other))).toBe(-1);
  expect(Math.sign(byMost(other, one))).toBe(1);
});
