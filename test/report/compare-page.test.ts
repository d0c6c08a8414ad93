/** The page of a comparison. The sums by hand stand in the README of the falling stock. */
import { expect, test } from "vitest";
import { loadedIn } from "../support/comparing.ts";
import { cellText, comparisonPageOf, notesIn, rowsOf } from "./pages.ts";

const story = "examples/compare-falling-stock/story.json";
const juniper = { template: "terms/juniper-2005.tenor" };
const secured = { template: "terms/secured-services-2006.tenor" };
const page = comparisonPageOf(loadedIn(story, [juniper, secured]));
const costs = "Cost to the issuer: cash paid, and shares at the price of their day";

test("shows what each note costs the issuer, by day and in all", () => {
  expect(page.keyFigures.map(({ figure }) => cellText(figure))).toEqual(["$161,608.32", "$98,579.20"]);
  const rows = rowsOf(page, costs);
  expect(rows).toContainEqual(["2006-01-03", "$0", "$0"]);
  // 262,800 shares at $0.20 each; on the fixed note 219.73 of interest falls due with the conversion.
  expect(rows).toContainEqual(["2006-02-15", "$52,560", "$52,779.73"]);
  // Twice 52,560; and 52,560 + 26,280 of shares with 219.73 + 4,001.13 + 388.36 of interest.
  expect(rows).toContainEqual(["2006-06-15", "$105,120", "$83,449.22"]);
  // 3 × 52,560 + 3,928.32; 86,724 + 11,855.20.
  expect(rows.at(-1)).toEqual(["2006-10-02", "$161,608.32", "$98,579.20"]);
});

test("opens how each subject comes to a figure: positions by their clauses, totals by what they are summed up from", () => {
  const shares = "shares to the holder: the first day, the last, and days on which it changes";
  expect(notesIn(page, shares).at(-1)?.slice(1)).toEqual([
    "juniper-2005: Shares Issued since 2006-08-15",
    "secured-services-2006: Shares Issued since 2006-08-15",
  ]);
  const totals = notesIn(page, "Totals of the story");
  expect(totals.every((row) => row.slice(1).every((title) => title !== undefined))).toBe(true);
  const byTitle = (title: string) => page.notes.find((it) => it.title === title);
  const cost = byTitle("juniper-2005: cost to the issuer on 2006-10-02");
  // 3,928.32 in cash; 3 × 52,560 in shares.
  expect(cost?.lines.slice(0, 2).map(({ figure }) => figure.text)).toEqual(["$3,928.32", "$157,680"]);
  const value = page.notes.find(({ id }) => id === cost?.lines[1]?.figure.note);
  expect(value?.lines.map(({ title, figure }) => [title, figure.text])).toEqual([
    ["2006-02-15", "$52,560"],
    ["2006-06-15", "$52,560"],
    ["2006-08-15", "$52,560"],
  ]);
  // Each day's cost opens what that day adds, and leads back to the days before.
  const days = notesIn(page, costs).map((row) => row[1]);
  expect(days.at(-1)).toMatch(/^juniper-2005: cost to the issuer through 2006-\d\d-\d\d$/);
});

test("draws the cost of three subjects at most, since a drawing has three colours", () => {
  const chartsOf = (count: number) => {
    const subjects = Array.from({ length: count }, (_, index) => ({ ...juniper, name: `note ${index}` }));
    const { sections } = comparisonPageOf(loadedIn(story, subjects));
    return sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "Chart")).length;
  };
  expect([chartsOf(3), chartsOf(4)]).toEqual([1, 0]);
});

test("shows terms with their sections, and the day and sections at which each position parts", () => {
  expect(rowsOf(page, "Terms, read out of the templates")).toContainEqual([
    "interest rate",
    expect.stringMatching(/^8% per year/),
    expect.stringMatching(/^7% per year/),
  ]);
  const parted = rowsOf(page, "The first day on which each position differs, and the sections that make it differ");
  expect(parted).toContainEqual(["price of conversion", "2006-04-04", "1.2(a)", "4(b)"]);
});

test("shows a position only on days on which it changes", () => {
  const rows = rowsOf(page, "shares to the holder: the first day, the last, and days on which it changes");
  expect(rows).toEqual([
    ["2006-01-03", "0 shares", "0 shares"],
    ["2006-02-15", "262,800 shares", "262,800 shares"],
    // 262,800 + 525,600; 2 × 262,800.
    ["2006-06-15", "788,400 shares", "525,600 shares"],
    // 788,400 + 1,752,000; 3 × 262,800.
    ["2006-08-15", "2,540,400 shares", "788,400 shares"],
    ["2006-10-02", "2,540,400 shares", "788,400 shares"],
  ]);
});

test("of subjects that never part says so, and keeps their positions behind a fold", () => {
  const alike = comparisonPageOf(loadedIn(story, [juniper, { ...juniper, name: "the same" }]));
  expect(alike.summary).toEqual(["Every position is the same on every day."]);
  expect(alike.sections.map(({ id }) => id)).not.toContain("parting");
  const outcome = alike.sections.find(({ id }) => id === "outcome");
  expect(outcome?.blocks.map(({ kind }) => kind)).toEqual(["Fold"]);
});
