/** Which circles have one answer for certain, by the form of their clauses. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "../findings.ts";

const note = `given Issued: shares
given Count: number
event Sale
  Amount: money
  Cap: money
`;
const price = "Cap Price for each Sale means its Cap / Total\n";
const part = "Part for each Sale means its Amount / its Cap Price\n";
const total = (value: string) => `Total is shares, solved as ${value}\n`;
const sum = "(the sum of its Part over Sale events)";

describe("solved", () => {
  test.each([
    ["a line", total("Issued + 10% * Total")],
    ["a line that falls", total("Issued - 10% * Total")],
    ["a sum of quotients by what is divided", price + part + total(`Issued + ${sum}`)],
    ["the greater of lines", total("the greater of Issued and 10% * Total")],
    ["the lesser of lines", total("the lesser of Issued and 10% * Total")],
    [
      "divided by the lesser of inverses",
      `${price}Least for each Sale means the lesser of its Cap Price and $5 per share\nPart for each Sale means its Amount / its Least\n${total(`Issued + ${sum}`)}`,
    ],
    ["one of two, by what is not in the circle", total("(Issued if Count is 1, otherwise 10% * Total) + 5 shares")],
    [
      "taken away, bent the other way",
      total("the greater of Issued and (Issued - (the lesser of Issued and 10% * Total))"),
    ],
    [
      "the highest over events",
      `${price}${part}${total("Issued + (the highest of its Part over Sale events, or else 0 shares)")}`,
    ],
    [
      "with an exception on what is not in the circle",
      `${total("Issued + 10% * Total")}notwithstanding Total\n  while: Count is 2\n  it is: Issued + 20% * Total\n`,
    ],
  ])("%s", (_, text) => {
    expectNoFinding(note + text);
  });
});

describe("not solved", () => {
  test.each([
    ["rounded in the circle", total("Issued + («10% * Total, rounded down to 1 share»)")],
    ["times itself", total("Issued + «(Total / Issued) * Total»")],
    [
      "the greater and the lesser",
      total("«(the greater of Issued and 10% * Total) + (the lesser of Issued and 20% * Total)»"),
    ],
    ["its inverse alone", "Share is a number, solved as Count + «1 / Share»\n"],
    ["a condition on itself", total("Issued if «Total is more than 5 shares», otherwise 10% * Total")],
    ["another day", total("Issued + (10% * «Total as of (1 day before today)»)")],
    [
      "a count of what depends on it",
      `${price}${total("Issued + («the number of Sale events where (its Cap Price is less than $1 per share)») * Issued")}`,
    ],
  ])("%s", (_, text) => {
    expectFinding(note + text, "TN4101", "can't be solved");
  });

  test("two values of one circle", () => {
    const found = findingsIn(`${note}${total("Issued + Other")}Other is shares, solved as Issued + Total\n`);
    expect(found.map((it) => it.code)).toEqual(["TN4101", "TN4101"]);
  });
  test("what does not depend on itself", () => {
    expectFinding(`${note}«Total» is shares, solved as Issued + 5 shares\n`, "TN4100", "does not depend on itself");
  });
  test("what is no figure", () => {
    expectFinding("«Due Day» is a date, solved as the later of Due Day and Issue Date\n", "TN4102", "date");
  });
  test("a clause of another kind", () => {
    expectFinding(`${note}Total is shares, solved as «Count * $5»\n`, "TN3004", "an amount of money");
  });
  test("a circle in which nothing is solved", () => {
    expectFinding(`${note}«One» means Other + Issued\nOther means One\n`, "TN4001", "One → Other → One", "solved as");
  });
});
