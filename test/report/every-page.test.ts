/** Each kind of page in real Chromium: with the keyboard alone, on paper, at a desk and on a phone, light and dark, by axe. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulationPage } from "../../src/report/simulate/simulation-page.ts";
import { renderReport } from "../../src/reports.ts";
import { tenor } from "../cli/tenor.ts";
import { chromiumPath, launch } from "./chromium.ts";
import { closedOnPaper, cutTexts, focusedPlace, openFolds, overlaps, pageWidth, places } from "./page-checks.ts";
import { shownSimulation } from "./simulate/shown-simulation.ts";

const executable = chromiumPath();
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
/** A4 less its margins, at 96 pixels an inch. */
const paper = { width: 673, height: 980 };

const scenario = "examples/juniper-first-eighteen-months/scenario.json";
const loan = "examples/term-loan/scenario.json";
const note = "terms/amortising-note.tenor";
/** What makes each kind of page, on an example that is not large. */
const commands = {
  run: ["run", loan],
  explanation: ["explain", scenario, "Conversion Price", "--on", "2006-11-20"],
  readings: ["readings", loan],
  comparison: [
    "compare",
    "juniper-2005",
    "secured-services-2006",
    "--story",
    "examples/compare-falling-stock/story.json",
  ],
  cover: ["cover", note, "--text", "examples/amortising-note/contract.md"],
  coverage: ["test", "terms/term-loan.tenor", "--coverage"],
} as const;
const kinds = [...Object.keys(commands), "simulation"];

describe.skipIf(executable === undefined)("each kind of page", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-pages-"));
  const fileOf = (kind: string) => join(folder, `${kind}.html`);
  let browser: Browser;

  beforeAll(async () => {
    for (const [kind, args] of Object.entries(commands)) await tenor([...args, "--html", fileOf(kind)]);
    writeFileSync(fileOf("simulation"), await renderReport(simulationPage(shownSimulation)));
    browser = await launch(executable ?? "");
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function looked<T>(
    kind: string,
    viewport: typeof desk,
    look: (page: Page) => Promise<T>,
    colorScheme: "light" | "dark" = "light",
  ): Promise<T> {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(pathToFileURL(fileOf(kind)).href);
    const found = await look(page);
    expect(said).toEqual([]);
    await context.close();
    return found;
  }

  test.each(kinds)("%s: Tab reaches all that can be opened, Enter opens it, and the focus is seen", async (kind) => {
    await looked(kind, desk, async (page) => {
      const reached = await tabThrough(page);
      expect(reached.withoutRing).toEqual([]);
      expect(reached.notOpened).toEqual([]);
      const all = await page.evaluate(places);
      expect(all.filter((it) => !reached.places.has(it))).toEqual([]);
      expect(reached.places.size).toBeGreaterThan(0);
    });
  });

  test.each(kinds)("%s: on paper nothing is cut, and what opens is open", async (kind) => {
    await looked(kind, paper, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(pageWidth)).toBeLessThanOrEqual(paper.width);
      expect(await page.evaluate(cutTexts)).toEqual([]);
      expect(await page.evaluate(overlaps)).toEqual([]);
      expect(await page.evaluate(closedOnPaper)).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      // A4 in points, by the style of the page itself.
      expect(pdf.toString("latin1")).toMatch(/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    });
  });

  test.each(kinds.flatMap((kind) => [desk, phone].map((viewport) => [kind, viewport] as const)))(
    "%s at %o: nothing is cut or stands on another, and the page is small",
    async (kind, viewport) => {
      await looked(kind, viewport, async (page) => {
        await page.evaluate(openFolds);
        expect(await page.evaluate(pageWidth)).toBe(viewport.width);
        expect(await page.evaluate(cutTexts)).toEqual([]);
        expect(await page.evaluate(overlaps)).toEqual([]);
      });
      expect(statSync(fileOf(kind)).size).toBeLessThan(1_000_000);
    },
  );

  test.each(
    ["explanation", "cover", "coverage"].flatMap((kind) =>
      (["light", "dark"] as const).map((it) => [kind, it] as const),
    ),
  )("%s, %s: axe finds nothing, contrast included", async (kind, scheme) => {
    await looked(
      kind,
      desk,
      async (page) => {
        await page.evaluate(axeSource);
        const { violations, passes } = await page.evaluate(runAxe);
        expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
        expect(passes.map(({ id }) => id)).toContain("color-contrast");
      },
      scheme,
    );
  });
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare const axe: { run(options: object): Promise<AxeResults> };

/** In the page. */
function runAxe(): Promise<AxeResults> {
  return axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] });
}

/** Presses Tab until the focus leaves the page, and Enter on each fold that is closed. */
async function tabThrough(page: Page) {
  const found = { places: new Set<number>(), withoutRing: [] as string[], notOpened: [] as string[] };
  for (let presses = 0; presses < 4000; presses += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(focusedPlace);
    if (place === undefined) return found;
    found.places.add(place.number);
    if (!place.hasRing) found.withoutRing.push(place.text);
    if (place.isFold === "closed") {
      await page.keyboard.press("Enter");
      if ((await page.evaluate(focusedPlace))?.isFold !== "open") found.notOpened.push(place.text);
    }
  }
  throw new Error("the focus never leaves the page");
}
