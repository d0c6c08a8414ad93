import { expect, test } from "vitest";
import type { Drawing } from "../../src/charts/draw-chart.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { shortNumber } from "../../src/charts/short-number.ts";

const wide = { name: "wide", width: 960, height: 320 } as const;

const drawing: Drawing = {
  id: "chart-price",
  title: "Price <of> conversion",
  description: "From January to June",
  sign: "$",
  isLogarithmic: false,
  lines: [
    {
      role: "subject",
      isStepped: true,
      values: [
        { on: "2024-01-02", value: 4 },
        { on: "2024-01-03", value: 4 },
        { on: "2024-03-01", value: 2 },
        { on: "2024-06-28", value: 2 },
      ],
    },
  ],
  points: [{ on: "2024-03-01", value: 2, label: "c1" }],
  rules: [{ on: "2024-05-01", label: "Split 2" }],
};

test("the same chart gives the same bytes, however many were drawn before", () => {
  const first = drawChart(drawing, wide);
  drawChart({ ...drawing, id: "chart-other" }, { name: "narrow", width: 380, height: 260 });
  expect(drawChart(drawing, wide)).toBe(first);
});

test("a drawing says what it shows to readers who do not see it", () => {
  const svg = drawChart(drawing, wide);
  expect(svg).toContain('role="img"');
  expect(svg).toContain('aria-labelledby="chart-price-wide-title"');
  expect(svg).toContain('<title id="chart-price-wide-title">Price &lt;of&gt; conversion</title>');
  expect(svg).toContain('<desc id="chart-price-wide-description">From January to June</desc>');
});

test("points and days that matter are marked and labelled", () => {
  const svg = drawChart(drawing, wide);
  expect(svg.match(/<circle/g)).toHaveLength(1);
  for (const label of ["c1", "Split 2", "$4"]) expect(svg).toContain(`>${label}</text>`);
});

test("a label that would stand on the one before it is left out, its point is not", () => {
  const points = ["2024-03-01", "2024-03-02", "2024-05-20"].map((on) => ({ on, value: 2, label: `of ${on}` }));
  const svg = drawChart({ ...drawing, points }, wide);
  expect(svg.match(/<circle/g)).toHaveLength(3);
  expect(points.filter(({ label }) => svg.includes(`>${label}<`)).map(({ on }) => on)).toEqual([
    "2024-03-01",
    "2024-05-20",
  ]);
});

test("colours are left to the page", () => {
  expect(drawChart(drawing, wide)).not.toMatch(/(?:fill|stroke)="(?:#|rgb|steelblue|black)/);
});

test("an axis of ratios has round levels", () => {
  const [line] = drawing.lines;
  const values = [
    { on: "2024-01-02", value: 0.18 },
    { on: "2024-06-28", value: 0.004 },
  ];
  const svg = drawChart(
    { ...drawing, isLogarithmic: true, points: [], lines: line ? [{ ...line, values }] : [] },
    wide,
  );
  for (const level of ["$0.005", "$0.01", "$0.02", "$0.05", "$0.1", "$0.2"]) expect(svg).toContain(`>${level}</text>`);
});

test.each([
  [0.05, "$", "$0.05"],
  [2_500_000, "", "2.5M"],
  [20_000, "$", "$20k"],
  [1_000_000_000, "", "1B"],
  [7.5, "%", "7.5%"],
  [-300, "$", "-$300"],
  [0, "", "0"],
  [0.1 + 0.2, "", "0.3"],
] as const)("%d with %j at an axis is %s", (value, sign, words) => {
  expect(shortNumber(value, sign)).toBe(words);
});

test("bands lie behind the lines, and the scale has room for them", () => {
  const bands = [
    {
      values: [
        { on: "2024-01-02", low: 1, high: 9 },
        { on: "2024-06-28", low: 1, high: 9 },
      ],
    },
  ];
  const svg = drawChart({ ...drawing, bands }, wide);
  expect(svg.indexOf("var(--fill)")).toBeLessThan(svg.indexOf("var(--subject)"));
  expect(svg).toContain(">$8</text>");
});

const words = { id: "chart-x", title: "Costs", description: "of all paths" };

test("a histogram has a bar for each stretch, and marks the mean", () => {
  const bins = [
    { from: 0, to: 10, share: 0.25 },
    { from: 10, to: 20, share: 0.75 },
  ];
  const svg = drawChart({ ...words, sign: "$", bins, marks: [{ at: 12.5, label: "mean" }] }, wide);
  expect(svg.match(/<rect/g)).toHaveLength(2);
  for (const label of ["$10", "60%", "mean"]) expect(svg).toContain(`>${label}</text>`);
});

test("a heat map has a cell for each pair, with its figure", () => {
  const cells = [
    { x: "50%", y: "60%", value: 1, label: "$1" },
    { x: "60%", y: "60%", value: 3, label: "$3" },
  ];
  const svg = drawChart({ ...words, across: "Discount", down: "volatility", cells }, wide);
  expect(svg.match(/<rect/g)).toHaveLength(2);
  for (const label of ["$1", "$3", "50%", "60%"]) expect(svg).toContain(`>${label}</text>`);
  expect(svg).toContain("Discount");
});
