/** `tenor readings SCENARIO`: what choices move altogether, and together. */
import { expect, test, vi } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

// In milliseconds; more than a hundred runs on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const late = "test/data/acceptance/juniper-2005/17-delivery-late.json";

interface Moved {
  readonly value: string;
  readonly on: string;
  readonly of?: string;
}
interface Report {
  readonly totals: { readonly leaders: readonly { readonly kind: string; readonly choice: string }[] };
  readonly readings: readonly {
    readonly choice: string;
    readonly owed?: { readonly difference?: string };
    readonly moved: readonly (Moved & { readonly default: string; readonly chosen: string })[];
  }[];
  readonly interactions: {
    readonly pairs: number;
    readonly run: number;
    readonly found: readonly {
      readonly answers: readonly (Moved & { readonly apart: string; readonly together: string })[];
    }[];
  };
}

async function reportOf(...args: readonly string[]): Promise<Report> {
  const { status, out } = await tenor(["readings", "--json", late, ...args]);
  expect(status).toBe(0);
  expect(schemaProblems("readings", out)).toBeNull();
  return JSON.parse(out) as Report;
}

/**
 * Section 1.4(g): $2,000 for each day on which shares are late.
 *
 * Shares of the notice of Monday, 20 November 2006 (c1) are due three business days later, after Thanksgiving: on the 24th.
 * The two business days of grace end on the 28th. Those of 21 November (c2) are due on the 27th, with grace to the 29th;
 * those of 27 December (c3) on 2 January, with grace to the 4th. As `default` has it, every day after the deadline counts;
 * as "business" has it, only business days do; as "grace" has it, only days after the grace do.
 */
test("moves the dollars of late deliveries as calculated by hand", async () => {
  const { readings } = await reportOf("--pairs", "0");
  const moved = (choice: string) =>
    readings
      .filter((it) => it.choice === choice)
      .flatMap((it) => it.moved.map(({ of = "all", on, default: before, chosen }) => [of, on, before, chosen]));
  expect(moved("business")).toEqual([
    // 25 to 29 November: 5 days; the 27th to the 29th: 3 business days.
    ["c1", "2006-11-29", "10000", "6000"],
    // 25 November to 4 December: 10 days; the 27th to 1 December and the 4th: 6 business days.
    ["c1", "2006-12-04", "20000", "12000"],
    // With c2: 28 November to 4 December, 7 days or 5 business days. 10 + 7 = 17 days; 6 + 5 = 11.
    ["all", "2006-12-04", "34000", "22000"],
    // 3 to 10 January: 8 days; without the 6th and the 7th: 6 business days.
    ["c3", "2007-01-10", "16000", "12000"],
  ]);
  expect(moved("grace")).toEqual([
    // The 29th alone.
    ["c1", "2006-11-29", "10000", "2000"],
    // 29 November to 4 December: 6 days.
    ["c1", "2006-12-04", "20000", "12000"],
    // 28 to 30 November: 3 days; the 30th alone.
    ["c2", "2006-11-30", "6000", "2000"],
    // c1: 6 days; c2: 30 November to 4 December, 5 days. 6 + 5 = 11.
    ["all", "2006-12-04", "34000", "22000"],
    // 3 to 5 January: 3 days; the 5th alone.
    ["c3", "2007-01-05", "6000", "2000"],
    // 5 to 10 January: 6 days.
    ["c3", "2007-01-10", "16000", "12000"],
  ]);
});

test("says what each choice does to what is owed in all, and which moves most of each kind", async () => {
  const { readings, totals } = await reportOf("--pairs", "0");
  const owed = (choice: string) => readings.find((it) => it.choice === choice)?.owed?.difference;
  // Business days: 4 weekend days fewer of c1, 2 of c2 (28 November to 5 December) and 2 of c3: 8 days at $2,000.
  expect(owed("business")).toBe("-16000");
  // Days after the grace: 4 days fewer of c1, 2 of c2 and 2 of c3.
  expect(owed("grace")).toBe("-16000");
  // Of a choice that moves no money that is owed, nothing.
  expect(owed("void")).toBeUndefined();
  expect(totals.leaders.map(({ kind, choice }) => [kind, choice])).toEqual([
    ["owed in all", "deferred"],
    // Both move $12,000; the first in the order of the template counts, as in the table of all choices.
    ["money", expect.stringMatching(/^(grace|business)$/)],
  ]);
});

test("finds that the two choices do not just add up", async () => {
  const { totals, interactions } = await reportOf();
  expect(totals).toMatchObject({
    passages: 16,
    moving: 2,
    largest: {
      reading: "late delivery days",
      section: "1.4(g)",
      choice: "business",
      value: "Late Delivery Payments",
      on: "2006-12-04",
      // $22,000 less $34,000.
      difference: "-12000",
      unit: "USD",
    },
  });
  expect(interactions.run).toBe(100);
  expect(interactions.found).toHaveLength(1);
  const rows = interactions.found[0]?.answers.map(({ of = "all", on, apart, together }) => [of, on, apart, together]);
  expect(rows).toEqual([
    // 10,000 - 4,000 - 8,000; the 29th alone is a business day.
    ["c1", "2006-11-29", "-2000", "2000"],
    // 20,000 - 8,000 - 8,000; 29 and 30 November, 1 and 4 December.
    ["c1", "2006-12-04", "4000", "8000"],
    // 34,000 - 12,000 - 12,000; with c2, 30 November, 1 and 4 December: 4 + 3 = 7 days.
    ["all", "2006-12-04", "10000", "14000"],
  ]);
});

test("begins with the totals, and says where pairs were left out", async () => {
  const { out } = await tenor(["readings", late, "--pairs", "1"], { width: 120 });
  expect(out).toMatch(
    /^16 passages, 2 move something\. \[1\.4\(g\)\] "late delivery start" read "grace" moves most: Late Delivery Payments goes from\n\$34,000 to \$22,000 on 2006-12-04\.\n/,
  );
  expect(out).toContain("effects. 1 of 185 pairs were run; --pairs runs\nmore.\n");
  expect(out).toMatch(/c1 on 2006-12-04 +\$4,000 +\$8,000 +\+\$4,000\n/);
});

test("stops at the steps that are left, and keeps what each choice does alone", async () => {
  const args = ["--limit", "steps=3000000", "readings", "--json", late];
  const { status, out } = await tenor(args);
  delete process.env.TENOR_LIMITS;
  expect(status).toBe(0);
  const { readings, interactions } = JSON.parse(out) as Report;
  expect(readings).toHaveLength(20);
  expect(interactions.run).toBeGreaterThan(0);
  expect(interactions.run).toBeLessThan(100);
});

test.each(["-1", "few"])("exits 2 for --pairs %s", async (pairs) => {
  expect(await tenor(["readings", late, "--pairs", pairs])).toMatchObject({ status: 2, out: "" });
});
