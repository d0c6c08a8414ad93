/** The calendar file that a note's head names: it counts from the template, and what is wrong with it is reported once. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tenor } from "./tenor.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenor-calendar-")));
afterAll(() => rmSync(folder, { recursive: true }));

const story = (title: string, more = "") => `test "${title}"\n${more}  expect: Pay Day on 2016-05-17 is 2016-05-18\n`;
const note = (calendar: string) =>
  `note "Oslo"\n  language: 1\n  parties: Issuer, Holder\n  exists from: Start\n  business days: "${calendar}"\n` +
  'given Start: date = 2016-05-02\nsection 1 "Days"\nPay Day means the first business day on or after 2016-05-17\n';

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

// 17 May 2016, a Tuesday, is Constitution Day in Norway, and a day like others in New York.
file("terms/oslo.csv", "date,holiday\n2016-05-17,Constitution Day\n");
file("terms/broken.csv", "date,holiday\n2016-05-32,Constitution Day\n");
const template = file("terms/oslo.tenor", note("oslo.csv") + story("one") + story("two"));

test("is that of its stories and of scenarios for it", async () => {
  expect((await tenor(["check", template])).status).toBe(0);
  expect((await tenor(["test", template])).out).toMatch(/\n2 passed, 0 failed\n$/);
  const ask = [{ value: "Pay Day", on: "2016-05-17", expect: "2016-05-18" }];
  const scenario = { scenario: "s", note: "oslo", terms: {}, events: [], ask };
  const path = file("s.json", JSON.stringify(scenario));
  expect((await tenor(["test", path])).out).toMatch(/\n1 passed, 0 failed\n$/);
});

test("gives way to one that a story or scenario names", async () => {
  const own = file("terms/own.tenor", note("oslo.csv") + story("own", '  calendar: "us-bank"\n'));
  // In New York the 17th is a business day itself.
  expect((await tenor(["test", own])).out).toContain("got       2016-05-17");
  const ask = [{ value: "Pay Day", on: "2016-05-17", expect: "2016-05-17" }];
  const scenario = { scenario: "s", note: "oslo", calendar: "us-bank", terms: {}, events: [], ask };
  const path = file("own.json", JSON.stringify(scenario));
  expect((await tenor(["test", path])).out).toMatch(/\n1 passed, 0 failed\n$/);
});

test.each([
  ["broken.csv", "error[TN5006]: `2016-05-32` is not a date"],
  ["none.csv", "There is no calendar "],
])("%s is found by check, and once by the tests of the note", async (calendar, message) => {
  const path = file("terms/faulty.tenor", note(calendar) + story("one") + story("two"));
  const checked = await tenor(["check", path]);
  expect(checked.status).toBe(1);
  expect(checked.out).toContain(message);
  const tested = await tenor(["test", path]);
  expect(tested.out.split(message)).toHaveLength(2);
});

test("the calendar of an exchange may be a file of its own", async () => {
  const head =
    'note "Oslo"\n  language: 1\n  parties: Issuer, Holder\n  exists from: Start\n  trading days: "exchange.csv"\n';
  const clause = 'given Start: date = 2016-05-02\nsection 1 "Days"\nLast Day means 1 trading day after 2016-05-13\n';
  // Whit Monday and Constitution Day.
  file("terms/exchange.csv", "date,holiday\n2016-05-16,Whit Monday\n2016-05-17,Constitution Day\n");
  file("terms/traded.tenor", head + clause);
  const ask = [{ value: "Last Day", on: "2016-05-13", expect: "2016-05-18" }];
  const path = file("traded.json", JSON.stringify({ scenario: "s", note: "traded", terms: {}, events: [], ask }));
  expect((await tenor(["test", path])).out).toMatch(/\n1 passed, 0 failed\n$/);
  const { out } = await tenor(["run", path, "--json"]);
  expect(JSON.parse(out)).toMatchObject({
    answers: [
      {
        answer: "2016-05-18",
        expected: expect.stringMatching(/^trading days are expected by the calendar .*exchange\.csv$/) as string,
      },
    ],
    madeFrom: { exchange: { file: "exchange.csv" } },
  });
  expect((await tenor(["verify", file("result.json", out)])).status).toBe(0);
  file("terms/none.tenor", head.replace("exchange.csv", "none.csv") + clause);
  expect((await tenor(["check", join(folder, "terms", "none.tenor")])).out).toContain("There is no calendar ");
  file("terms/name.tenor", head.replace("exchange.csv", "nyze") + clause);
  expect((await tenor(["check", join(folder, "terms", "name.tenor")])).out).toContain('write "nyse"');
});
