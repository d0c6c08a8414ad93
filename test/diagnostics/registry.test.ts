import { expect, test } from "vitest";
import type { Code } from "../../src/diagnostics/registry.ts";
import { entryOf, isCode, registry, severityOf } from "../../src/diagnostics/registry.ts";

const codes = Object.keys(registry) as Code[];

test.each(codes)("%s is complete and in plain sentences", (code) => {
  const { slug, message, explanation, wrong, right } = entryOf(code);
  expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(message).toMatch(/^[A-Z`{"].*[^.]$/);
  expect(explanation).toMatch(/^[A-Z`“"].*\.$/s);
  expect(wrong).not.toBe(right);
  expect(wrong).toMatch(/\n$/);
  expect(right).toMatch(/\n$/);
});

test("slugs name one finding each", () => {
  const slugs = codes.map((code) => entryOf(code).slug);
  expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([]);
});

test("a code lies in the band of what it is about", () => {
  const languages = codes.map((code) => `${code.slice(0, 3)} ${entryOf(code).language}`);
  const allowed =
    /^TN[12346] tenor$|^TN5 (scenario|market|calendar|story|binding|subject|model|portfolio|table|contract)$|^TN6 scenario$/;
  expect(languages.filter((it) => !allowed.test(it))).toEqual([]);
});

test("what is no code is recognized, names of every object included", () => {
  expect(["TN3002", "TN9999", "tn3002", "toString", "__proto__"].map(isCode)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(severityOf("TN3002")).toBe("error");
});
