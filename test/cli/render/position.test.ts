/** Where things stand as a run ends, from the roles that a template marks. */
import { expect, test } from "vitest";
import { createPaint } from "../../../src/cli/render/parts/paint.ts";
import { positionOf, renderPosition } from "../../../src/cli/render/position.ts";
import { compile, loadScenarioData, Replay } from "../../../src/index.ts";
import { ensured } from "../../support/acceptance.ts";

const note = `note "Small Loan"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date = 2024-01-02
given Principal: money
section 1 "Principal"
event Payment by Borrower
  Amount: money
Outstanding Principal starts at Principal
when Payment
  Outstanding Principal falls by its Amount
Part for each Payment is fixed as its Amount / Principal
role "principal left": Outstanding Principal
role "discount": Part
`;

test("each role of the note with its value on the last day; a value of an event has no single figure", () => {
  const template = ensured(compile(note, "small.tenor"));
  const events = [{ on: "2024-02-01", event: "Payment", Amount: "30" }];
  const data = { scenario: "small", note: "small", terms: { Principal: "100" }, events, ask: [] };
  const replay = new Replay(template, ensured(loadScenarioData(template, data)));
  const position = positionOf(replay, template);
  expect(position.on).toBe("2024-02-01");
  // $100 less $30.
  expect(position.values).toEqual([
    { role: "principal left", answer: { value: "Outstanding Principal", section: "1", answer: "70", unit: "USD" } },
  ]);
  expect(renderPosition(position, 80, createPaint(false))).toContain("$70");
});
