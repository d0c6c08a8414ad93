import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { displayWidth } from "../../src/index.ts";
import { schemaProblems, tenor } from "./tenor.ts";

const story = "examples/compare-falling-stock/story.json";
const notes = ["terms/juniper-2005.tenor", "terms/secured-services-2006.tenor"];
const folder = mkdtempSync(join(tmpdir(), "tenor-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, data: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(data));
  return path;
}

test.each([
  [80, 70],
  [120, 56],
])("fits %i columns and %i lines", async (width, most) => {
  const { status, out, err } = await tenor(["compare", ...notes, "--story", story], { width });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const lines = out.split("\n");
  expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  expect(lines.length).toBeLessThanOrEqual(most);
  expect(out).toMatch(
    /^The stock falls .*\n[\s\S]*\nTerms\n[\s\S]*\nOutcome\n[\s\S]*\nTotals\n[\s\S]*\nThey part on Tue 2006-01-03: /,
  );
});

test("says the same with colours as without them", async () => {
  const [plain, coloured] = [
    await tenor(["compare", ...notes, "--story", story]),
    await tenor(["compare", ...notes, "--story", story], { colour: true }),
  ];
  expect(coloured.out).not.toBe(plain.out);
  expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
});

test("prints everything as JSON of the published schema", async () => {
  const { status, out } = await tenor(["compare", ...notes, "--story", story, "--json"]);
  expect(status).toBe(0);
  expect(schemaProblems("compare", out)).toBeNull();
  expect(out).toMatch(/^\{\n {2}"format": "tenor\/compare@3"/);
});

test("--html writes a page, and is not combined with --json", async () => {
  const asked = ["compare", ...notes, "--story", story, "--html"];
  const path = join(folder, "compared.html");
  expect(await tenor([...asked, path])).toEqual({ status: 0, out: `wrote ${path}\n`, err: "" });
  const page = readFileSync(path, "utf8");
  expect(page).toContain("<h1>The stock falls from 20 cents");
  expect(page).toContain('id="chart-cost-wide-title"');
  expect(await tenor([...asked, join(folder, "none", "x.html")])).toMatchObject({ status: 1, out: "" });
  const refused = await tenor([...asked, "-", "--json"]);
  expect(refused).toMatchObject({ status: 2, out: "" });
  expect(refused.err).toContain("--html and --json are two outputs");
});

test("--full cuts nothing", async () => {
  const [short, full] = [
    await tenor(["compare", ...notes, "--story", story]),
    await tenor(["compare", ...notes, "--story", story, "--full"]),
  ];
  const plain = full.out.replaceAll(/\s+/g, " ");
  expect(short.out).not.toContain("internal rate of return by dates");
  expect(plain).toContain("internal rate of return by dates");
  expect(plain).toContain("2006-07-31");
  expect(plain.length).toBeGreaterThan(short.out.replaceAll(/\s+/g, " ").length);
});

describe("subjects", () => {
  const readings = "examples/one-passage-two-readings/story.json";
  const cash = (out: string) => JSON.parse(out).totals[0].values.map(({ answer }: { answer: string }) => answer);
  const names = (out: string) => JSON.parse(out).subjects.map(({ name }: { name: string }) => name);

  test("may be a name, and have readings and terms behind a question mark", async () => {
    const business = "juniper-2005?late delivery days=business&Interest Rate=9%";
    const { out } = await tenor(["compare", "juniper-2005", business, "--story", readings, "--json"]);
    expect(cash(out)).toEqual(["24000", "16000"]);
    expect(names(out)).toEqual(["juniper-2005", "juniper-2005, late delivery days business, Interest Rate 9%"]);
    expect(JSON.parse(out).subjects[1].terms["Interest Rate"]).toBe("0.09");
  });

  test("may be subject files, with a heading of their own", async () => {
    const subject = { format: "tenor/subject@1", template: "juniper-2005", name: "in business days" };
    const path = written("business.json", { ...subject, readings: { "late delivery days": "business" } });
    const { out, err } = await tenor(["compare", "juniper-2005", path, "--story", readings, "--json"]);
    expect(err).toBe("");
    expect(cash(out)).toEqual(["24000", "16000"]);
    expect(names(out)).toEqual(["juniper-2005", "in business days"]);
  });

  test("may be drafts with one binding", async () => {
    const drafts = "examples/two-drafts-of-a-note";
    const args = [`${drafts}/old.tenor`, `${drafts}/new.tenor`, "--binding", `${drafts}/note.binding.json`];
    const { status, out } = await tenor(["compare", ...args, "--story", `${drafts}/story.json`]);
    expect(status).toBe(0);
    expect(out).toContain(
      [
        "2 sections changed from A to B",
        "  [2] Conversion",
        "    A  Discount Kept means 80%",
        "    B  Discount Kept means 75%",
        "  [3] Default",
        "    A  Event of Default occurs",
        "         …",
        "         unless cured by the end of: 5 business days after Maturity Date",
        "    B  Event of Default occurs",
        "         …",
        "         unless cured by the end of: 10 business days after Maturity Date",
        "  that moves price of conversion, shares to the holder, default",
        "",
      ].join("\n"),
    );
    const json = await tenor(["compare", ...args, "--story", `${drafts}/story.json`, "--json"]);
    expect(schemaProblems("compare", json.out)).toBeNull();
    expect(JSON.parse(json.out).changed[0].clauses).toEqual([
      { name: "Discount Kept", before: "Discount Kept means 80%", after: "Discount Kept means 75%" },
    ]);
  });

  test("that are the same part nowhere, and show their positions all the same", async () => {
    const { out } = await tenor(["compare", "juniper-2005", "juniper-2005", "--story", readings]);
    expect(out).toContain("They do not part: every position is the same on every day");
    expect(out).toMatch(/\n {2}principal left {7}A .*\$236,520\n/);
  });

  test("of one name get numbers", async () => {
    const { out } = await tenor(["compare", "juniper-2005", "juniper-2005", "--story", readings, "--json"]);
    expect(names(out)).toEqual(["juniper-2005", "juniper-2005 (2)"]);
  });
});

describe("what is wrong is said, and nothing is run", () => {
  const storyWith = (more: object) =>
    written("story.json", {
      format: "tenor/story@1",
      from: "2024-01-02",
      through: "2024-02-01",
      deal: {},
      events: [],
      ...more,
    });

  test.each([
    ["no story", [...notes], "error: name the story with --story FILE\n"],
    ["one subject", ["juniper-2005", "--story", story], "error: name at least two subjects\n"],
  ])("%s is a wrong use", async (_, args, expected) => {
    expect(await tenor(["compare", ...args])).toEqual({ status: 2, out: "", err: expected });
  });

  test.each([
    ["a story that is not there", [...notes, "--story", "none.json"], "There is no story none.json"],
    [
      "a template that is not there",
      ["none.tenor", "juniper-2005", "--story", story],
      "There is no template none.tenor",
    ],
    ["a name of no template", ["juniper", "juniper-2005", "--story", story], "There is no template juniper: "],
    [
      "a reading of no name",
      ["juniper-2005", "juniper-2005?late days=business", "--story", story],
      "has no deal term `late days`",
    ],
    ["nothing behind a name", ["juniper-2005", "juniper-2005?Principal", "--story", story], "has no name or no value"],
    [
      "a template without a binding",
      ["juniper-2005", "examples/two-drafts-of-a-note/old.tenor", "--story", story],
      "There is no binding examples/two-drafts-of-a-note/old.binding.json",
    ],
  ])("%s", async (_, args, expected) => {
    const { status, out, err } = await tenor(["compare", ...args]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(expected);
    expect(err).toContain("= help: ");
  });

  test("a bound that all of them share names all of them", async () => {
    const { status, err } = await tenor(["compare", ...notes, "--story", story, "--limit", "steps=1000"]);
    expect(status).toBe(1);
    expect(err).toMatch(
      /TN6002\]: The run of Callable Secured Convertible Note and 7% Secured Convertible Debenture was stopped/,
    );
  });

  test("a binding is checked by itself, against the template beside it", async () => {
    expect((await tenor(["check", "terms/term-loan.binding.json"])).out).toBe("no problems in 1 file\n");
    const alone = written("alone.binding.json", { format: "tenor/binding@1", deal: {}, events: {} });
    const { status, out } = await tenor(["check", alone]);
    expect(status).toBe(1);
    expect(out).toContain(`There is no template ${alone.replace(".binding.json", ".tenor")}`);
  });

  test("a mistake in a story shows in its place, also as JSON", async () => {
    const path = storyWith({ events: [{ on: "2024-01-09", event: "convertion" }] });
    const { status, out } = await tenor(["compare", ...notes, "--story", path, "--json"]);
    expect(status).toBe(1);
    expect(schemaProblems("check", out)).toBeNull();
    expect(JSON.parse(out).diagnostics).toMatchObject([{ code: "TN5206", file: path, help: "write `conversion`" }]);
  });
});
