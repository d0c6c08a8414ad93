/** Reports in real Chromium: at a desk's and a phone's width, light and dark, on paper, and with the keyboard alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulationPage } from "../../src/report/simulate/simulation-page.ts";
import type { Block, Page as Report } from "../../src/reports.ts";
import { renderReport } from "../../src/reports.ts";
import { loadedIn } from "../support/comparing.ts";
import { chromiumPath, launch } from "./chromium.ts";
import {
  cutTexts,
  focused,
  isFocusInNote,
  openFolds,
  overlaps,
  pageWidth,
  placingOf,
  shownSummaries,
} from "./page-checks.ts";
import { comparisonPageOf, exampleReplay, pageOf, readingsPageOf } from "./pages.ts";
import { shownSimulation } from "./simulate/shown-simulation.ts";
import { threeYears } from "./three-years.ts";

const executable = chromiumPath();
if (executable === undefined) {
  process.stderr.write(
    "\nSKIPPED: no Chromium at hand, so no report was looked at. Install it (apt-get install chromium) or name one in TENOR_CHROMIUM.\n\n",
  );
}

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
/** A4 less its margins, at 96 pixels an inch. */
const paper = { width: 673, height: 980 };

describe.skipIf(executable === undefined)("a report in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-report-"));
  const example = join(folder, "example.html");
  const short = join(folder, "short.html");
  const long = join(folder, "three-years.html");
  const comparison = join(folder, "comparison.html");
  const simulation = join(folder, "simulation.html");
  const shortComparison = join(folder, "short-comparison.html");
  const drafts = join(folder, "drafts.html");
  const readings = join(folder, "readings.html");
  let browser: Browser;
  let longPage: Report;

  beforeAll(async () => {
    const page = pageOf(exampleReplay(), "1.1 Right to convert. Invented words.");
    writeFileSync(example, await renderReport(page));
    writeFileSync(short, await renderReport(shortened(page)));
    longPage = pageOf(threeYears());
    writeFileSync(long, await renderReport(longPage));
    const subjects = ["juniper-2005", "secured-services-2006", "juniper-2005"].map((note, index) => {
      return { template: `terms/${note}.tenor`, name: `${note}, number ${index + 1}` };
    });
    const compared = loadedIn("examples/compare-falling-stock/story.json", subjects);
    const comparisonPage = comparisonPageOf(compared);
    writeFileSync(comparison, await renderReport(comparisonPage));
    writeFileSync(shortComparison, await renderReport(shortened(comparisonPage)));
    const parts = "examples/two-drafts-of-a-note";
    const twoDrafts = ["old", "new"].map((name) => {
      return { template: `${parts}/${name}.tenor`, binding: `${parts}/note.binding.json` };
    });
    writeFileSync(drafts, await renderReport(comparisonPageOf(loadedIn(`${parts}/story.json`, twoDrafts))));
    writeFileSync(readings, await renderReport(readingsPageOf(exampleReplay())));
    writeFileSync(simulation, await renderReport(simulationPage(shownSimulation)));
    browser = await launch(executable ?? "");
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(file: string, viewport: typeof desk, colorScheme: "light" | "dark" = "light"): Promise<Looked> {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => {
      if (!/^(?:file|data):/.test(request.url())) said.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return { page, said };
  }

  test.each([
    ["a run at a desk", desk, () => example],
    ["a run on a phone", phone, () => example],
    ["a comparison at a desk", desk, () => comparison],
    ["a comparison on a phone", phone, () => comparison],
    ["two drafts at a desk", desk, () => drafts],
    ["two drafts on a phone", phone, () => drafts],
    ["readings at a desk", desk, () => readings],
    ["readings on a phone", phone, () => readings],
    ["a simulation at a desk", desk, () => simulation],
    ["a simulation on a phone", phone, () => simulation],
  ] as const)("of %s nothing is cut, stands on another or is complained of", async (_, viewport, file) => {
    const { page, said } = await opened(file(), viewport);
    await page.evaluate(openFolds);
    expect(await page.evaluate(pageWidth)).toBe(viewport.width);
    expect(await page.evaluate(cutTexts)).toEqual([]);
    expect(await page.evaluate(overlaps)).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test("what is cut or stands on another is seen", async () => {
    const { page } = await opened(short, desk);
    await page.addStyleTag({
      content: "h1 { margin-bottom: -3rem } #terms caption { width: 90rem; text-align: right }",
    });
    expect(await page.evaluate(overlaps)).toContainEqual(
      expect.stringContaining("| Callable Secured Convertible Note"),
    );
    expect(await page.evaluate(cutTexts)).toContain("Deal terms");
    await page.context().close();
  });

  test.each([
    ["a run at a desk, light", desk, "light", () => short],
    ["a run on a phone, dark", phone, "dark", () => short],
    ["a comparison at a desk, dark", desk, "dark", () => shortComparison],
    ["two drafts on a phone, light", phone, "light", () => drafts],
    ["readings at a desk, dark", desk, "dark", () => readings],
    ["a simulation at a desk, light", desk, "light", () => simulation],
    ["a simulation on a phone, dark", phone, "dark", () => simulation],
  ] as const)("axe finds nothing in %s, contrast of WCAG AA included", async (_, viewport, scheme, file) => {
    const { page } = await opened(file(), viewport, scheme);
    await page.evaluate(axeSource);
    const { violations, passes } = await page.evaluate(runAxe);
    expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain("color-contrast");
    await page.context().close();
  });

  test("on paper nothing is cut, the notes are there, and folds are open", async () => {
    const { page } = await opened(example, paper);
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(cutTexts)).toEqual([]);
    expect(await page.evaluate(overlaps)).toEqual([]);
    expect(await page.locator("#notes article.main").first().isVisible()).toBe(true);
    expect(await page.locator("nav").isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    // A4 in points.
    expect(pdf.toString("latin1")).toMatch(/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    await page.context().close();
  });

  test("the keyboard reaches every fold, opens it, and a figure's note", async () => {
    const { page } = await opened(short, desk);
    const reached = await tabThrough(page);
    expect(reached.summaries).toBe(await page.evaluate(shownSummaries));
    expect(reached.first).toBe("Skip to the report");

    const fold = page.locator("#prices summary");
    await fold.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#prices details table").isVisible()).toBe(true);

    await page.locator(".key-figures a").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#notes article:target").isVisible()).toBe(true);
    // With it the name and the words of its clause.
    const panel = page.locator(".clause-notes:has(:target)");
    expect(await panel.evaluate(placingOf)).toBe("fixed");
    expect(await panel.locator("article:visible").count()).toBe(1);
    // From the figure the keyboard goes on into the note.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(isFocusInNote)).toBe(true);
    await page.context().close();
  });

  test("three years of daily prices take less than a megabyte and fit a phone", async () => {
    expect(readFileSync(long).length).toBeLessThan(1_000_000);
    // No reason is left out for want of room.
    expect(longPage.notes.length).toBeGreaterThan(1000);
    expect(longPage.notesLeftOut).toBe(0);
    const { page, said } = await opened(long, phone);
    expect(await page.evaluate(pageWidth)).toBe(phone.width);
    expect(await page.evaluate(overlaps)).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });
});

/** A part of everything that a page has: axe takes half a minute for all of it, and finds the same. */
function shortened(page: Report): Report {
  const sections = page.sections.map((it) => ({ ...it, blocks: it.blocks.map(shortenedBlock) }));
  const notes = page.notes.slice(0, 60).filter(({ id, isMain }) => !isMain || id < 12);
  return { ...page, sections, notes, contract: page.contract.slice(0, 3) };
}

function shortenedBlock(block: Block): Block {
  if (block.kind === "Table") return { ...block, rows: block.rows.slice(0, 8) };
  return block.kind === "Timeline" ? { ...block, days: block.days.slice(0, 14) } : block;
}

interface Looked {
  readonly page: Page;
  /** What the console said, and what was asked of a network. */
  readonly said: readonly string[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare const axe: { run(options: object): Promise<AxeResults> };

/** In the page. */
function runAxe(): Promise<AxeResults> {
  return axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] });
}

/** Presses Tab until the focus leaves the page; the last place but one is where the browser's own frame begins. */
async function tabThrough(page: Page): Promise<{ readonly summaries: number; readonly first: string }> {
  let [summaries, first] = [0, ""];
  for (let presses = 0; presses < 3000; presses += 1) {
    await page.keyboard.press("Tab");
    const [name, text] = await page.evaluate(focused);
    if (name === "BODY") break;
    if (presses === 0) first = text;
    if (name === "SUMMARY") summaries += 1;
  }
  return { summaries, first };
}
