import { expect, test } from "vitest";
import type { ExplainedValue, PartingSubject } from "../../src/compare/parting/parting.ts";
import { partingOf } from "../../src/compare/parting/parting.ts";
import { exact } from "../../src/units/exact.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { parseDate } from "../../src/units/plain-date.ts";

const day = (text: string) => parseDate(text) as PlainDate;
const [from, through] = [day("2024-01-01"), day("2024-01-10")];

function value(name: string, shown: string, because: string, uses: readonly ExplainedValue[] = []): ExplainedValue {
  return { name, section: `§ ${name}`, shown, because, uses: () => uses, key: name };
}

/** A subject whose position is 0 until a day, and then so much. */
function subject(name: string, since: string, amount: number, explained: ExplainedValue): PartingSubject {
  return {
    name,
    positionOf: (role, on) => {
      if (role === "unmarked") return undefined;
      const figure = exact(on < day(since) ? 0 : amount);
      return { answer: { value: role, section: "1", answer: String(figure.n), unit: "USD" }, figure };
    },
    explain: () => explained,
  };
}

const parted = (subjects: readonly PartingSubject[], roles = ["a"], choices = "") =>
  partingOf(subjects, { roles, choices }, from, through);

test("the first day on which one position differs, with the clause of each", () => {
  const left = value("Price", "$1", 'by "the lower"');
  const right = value("Rate", "$2", 'by "the higher"');
  expect(
    parted([subject("A", "2024-01-05", 1, left), subject("B", "2024-01-04", 1, right)], ["a", "unmarked"]),
  ).toEqual({
    on: "2024-01-04",
    role: "a",
    sections: ["§ Price", "§ Rate"],
    because: 'a: in A Price is $1, by "the lower"; in B Rate is $2, by "the higher"',
    roles: [{ role: "a", on: "2024-01-04", sections: ["§ Price", "§ Rate"] }],
  });
});

test("where both have the same clause, the first of its parts that differs is meant", () => {
  const sum = (rate: string, base: string) =>
    value("Interest", rate + base, 'by "Rate * Base"', [value("Base", base, ""), value("Rate", rate, 'by "fixed"')]);
  const found = parted(
    [subject("A", "2024-01-02", 1, sum("8%", "$5")), subject("B", "2024-01-02", 2, sum("9%", "$5"))],
    ["a"],
    "rates differ",
  );
  expect(found?.sections).toEqual(["§ Rate", "§ Rate"]);
  expect(found?.because).toBe('a: Rate is 8% in A and 9% in B (rates differ), by "fixed"');
});

test("parts of different clauses are not compared with one another", () => {
  const of = (because: string, shown: string) => value("Price", shown, because, [value("Base", shown, "")]);
  const found = parted([
    subject("A", "2024-01-02", 1, of("a clause", "$1")),
    subject("B", "2024-01-02", 2, of("another", "$2")),
  ]);
  expect(found?.sections).toEqual(["§ Price", "§ Price"]);
});

test("nothing where nothing differs", () => {
  const same = value("Price", "$1", "");
  expect(parted([subject("A", "2024-01-05", 1, same), subject("B", "2024-01-05", 1, same)])).toBeNull();
});
