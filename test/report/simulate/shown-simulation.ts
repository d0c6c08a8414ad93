/** A simulation that is made up, with all that a page of one can show. */
import type { SimulationToShow } from "../../../src/report/simulate/simulation-page.ts";
import type { MetricResult } from "../../../src/simulation/result.ts";

const cost: MetricResult = {
  metric: "cost to the issuer",
  rule: "cash paid and the value of the shares",
  unit: "USD",
  paths: 2_000,
  mean: "1234.56",
  standardError: "12.5",
  percentiles: { "5": "800", "50": "1200", "95": "2100.5" },
  tails: { lowest: "700", highest: "2500" },
  lowest: { value: "500", path: 9 },
  highest: { value: "4000", path: 1_234 },
  without: null,
};
const none: MetricResult = {
  ...cost,
  metric: "dilution",
  unit: "percent",
  paths: 0,
  mean: null,
  standardError: null,
  percentiles: {},
  tails: null,
  lowest: null,
  highest: null,
  without: { paths: 2_000, because: "the template marks no value as `shares to the holder`" },
};
const clause = { section: "3.1", what: "Failure to pay", share: "0.25", standardError: "0.01" };

const variant = (volatility: string, discount: string, mean: string) => ({
  changes: { volatility, Discount: discount },
  engines: { compiled: 2_000, exact: 0 },
  metrics: [{ ...cost, mean }],
  differences: [{ ...cost, mean: "10" }],
  anyDefault: { share: "0", standardError: "0" },
  defaults: [],
  caps: [],
});

export const shownSimulation: SimulationToShow = {
  title: "Invented Note",
  model: "gbm?volatility=80%&price=1.20",
  seed: "7",
  from: "2026-01-05",
  through: "2026-06-30",
  receipt: "0123456789abcdef",
  result: {
    paths: 2_000,
    engines: { compiled: 2_000, exact: 0 },
    metrics: [cost, none],
    anyDefault: { share: "0.3", standardError: "0.0102" },
    defaults: [{ ...clause, first: "0.2" }],
    caps: [{ ...clause, section: "1.1", what: "Ownership Room × Conversion Price" }],
    variants: [
      variant("60%", "70%", "1000"),
      variant("60%", "80%", "900"),
      variant("90%", "70%", "1400"),
      variant("90%", "80%", "1300"),
    ],
  },
  fans: [
    {
      name: "Price of the stock",
      unit: "USD/share",
      fan: {
        days: [
          { on: "2026-01-05", p5: 1.2, p25: 1.2, p50: 1.2, p75: 1.2, p95: 1.2 },
          { on: "2026-06-30", p5: 0.4, p25: 0.8, p50: 1.1, p75: 1.6, p95: 2.9 },
        ],
      },
    },
  ],
  histograms: [
    {
      metric: "cost to the issuer",
      rule: "",
      unit: "USD",
      mean: 1234.56,
      bins: [
        { from: 500, to: 1_500, share: 0.7 },
        { from: 1_500, to: 2_500, share: 0.3 },
      ],
    },
  ],
  sweep: [
    { name: "volatility", values: ["60%", "90%"] },
    { name: "Discount", values: ["70%", "80%"] },
  ],
  worst: {
    path: 1_234,
    page: {
      kind: "Report of a run",
      title: "Invented Note",
      summary: [],
      keyFigures: [],
      notes: [],
      contract: [],
      foot: [],
      sections: [
        {
          id: "timeline",
          title: "Timeline",
          blocks: [
            {
              kind: "Timeline",
              days: [
                {
                  on: "2026-02-02",
                  entries: [
                    {
                      kind: "change",
                      section: "1.1",
                      title: "Principal falls",
                      to: { kind: "Figure", text: "$900", note: 4 },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  },
};
