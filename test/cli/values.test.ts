/** `tenor values`: what can be asked. */
import { expect, test, vi } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

// In milliseconds.
vi.setConfig({ testTimeout: 30_000 });

const data = "test/data/cli";
const note = "examples/juniper-first-eighteen-months/scenario.json";

test("lists the values of a template by section, in its words", async () => {
  const { status, out, err } = await tenor(["values", `${data}/terms/loan.tenor`], { width: 100 });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toMatch(/^\d+ values can be asked for\.\n\nBefore the first section\n {2}value/);
  expect(out).toMatch(/\n {2}Payments Left +number +Payments Left means Principal \/ \$100\n/);
});

test("names the event of which a value is asked, and of a scenario its ids", async () => {
  const ofTemplate = (await tenor(["values", "--json", "terms/juniper-2005.tenor"])).out;
  expect(schemaProblems("values", ofTemplate)).toBeNull();
  const shares = { value: "Conversion Shares", of: "Notice of Conversion", unit: "shares", section: "1.1" };
  expect(JSON.parse(ofTemplate)).toMatchObject({
    format: "tenor/values@1",
    values: expect.arrayContaining([
      expect.objectContaining(shares),
      expect.objectContaining({ value: "Event of Default", of: "3.1", unit: "yes or no", section: "3.1" }),
    ]) as object,
  });
  const ofScenario = (await tenor(["values", "--json", note])).out;
  expect(schemaProblems("values", ofScenario)).toBeNull();
  const ids = ["first", "second", "third", "fourth", "fifth"];
  expect(JSON.parse(ofScenario)).toMatchObject({
    values: expect.arrayContaining([expect.objectContaining({ ...shares, ids })]) as object,
  });
});

test("reports a file that is neither", async () => {
  expect(await tenor(["values", `${data}/broken.tenor`])).toMatchObject({ status: 1, out: "" });
  expect(await tenor(["values", `${data}/missing.json`])).toMatchObject({ status: 1, out: "" });
});
