import { expect, test } from "vitest";
import { drawChart } from "../../../src/charts/draw-chart.ts";
import { renderPage } from "../../../src/report/render-page.ts";
import { sheetsOf } from "../../../src/report/sheets.ts";
import { simulationPage } from "../../../src/report/simulate/simulation-page.ts";
import { shownSimulation } from "./shown-simulation.ts";

const page = simulationPage(shownSimulation);

test("a page has what was simulated, its key figures and a section for each question", () => {
  expect(page).toMatchObject({
    kind: "Simulation over price paths",
    title: "Invented Note",
    subtitle: "5 January 2026 to 30 June 2026",
  });
  expect(page.summary).toEqual(["2,000 paths of gbm?volatility=80%&price=1.20, seed 7."]);
  expect(page.keyFigures).toMatchObject([{ name: "cost to the issuer", figure: "$1,235", detail: "± $12.50" }]);
  expect(page.sections.map(({ id }) => id)).toEqual([
    "paths",
    "distributions",
    "clauses",
    "sweep",
    "variants",
    "unknown",
    "worst",
  ]);
});

test("drawn figures stand in tables as well, for readers and for workbooks", () => {
  expect(sheetsOf(page).map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "Price of the stock",
      "Cost to the issuer",
      "Mean cost to the issuer",
      "Defaults that occurred",
    ]),
  );
});

test("any default stands above the defaults by section", () => {
  const clauses = page.sections.find(({ id }) => id === "clauses")?.blocks;
  expect(clauses?.[0]).toMatchObject({
    caption: "Defaults that occurred",
    rows: [
      ["all", "any default", "30%", "1.02%", ""],
      [{ kind: "Citation", sections: "3.1" }, "Failure to pay", "25%", "1%", "20%"],
    ],
  });
});

test("charts have the sign of their currency, and counts have none", () => {
  const [bins] = shownSimulation.histograms;
  if (bins === undefined) throw new Error("there is a histogram");
  const units = ["USD", "EUR", "percent", "shares", "days"];
  const drawn = simulationPage({ ...shownSimulation, histograms: units.map((unit) => ({ ...bins, unit })) });
  const blocks = drawn.sections.flatMap((it) => it.blocks);
  expect(blocks.flatMap((it) => (it.kind === "Histogram" ? [it.sign] : []))).toEqual(["$", "€", "%", "", ""]);
});

test("the page is drawn, and its timeline leads to no notes", () => {
  const html = renderPage(page, drawChart);
  expect(html.match(/<svg/g)).toHaveLength(6);
  expect(html).toContain("The timeline of path 1234");
  expect(html).not.toContain("href=#n-");
});
