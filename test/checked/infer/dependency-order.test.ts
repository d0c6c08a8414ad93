/** Definitions behind those that they read, so that the checker does not go deep. */
import { expect, test } from "vitest";
import { inDependencyOrder } from "../../../src/checked/infer/order.ts";
import { collectNames } from "../../../src/checked/names.ts";
import { SourceFile } from "../../../src/source/source-file.ts";
import { parse } from "../../../src/syntax/parse.ts";

const events = "event Notice\n  Amount: money\nevent Reply for Notice\n";

test.each([
  ["what they read, however deep", "A means B + C\nB means D\nC means $1\nD means C\n", ["C", "D", "B", "A"]],
  ["nothing", "A means $1\nB means $2\n", ["A", "B"]],
  [
    "what an event has",
    "A means the sum of its B over Notice events\nB for each Notice means its Amount\n",
    ["B / Notice", "A"],
  ],
  [
    "what another event has",
    "A for each Reply means its Notice's B\nB for each Notice means its Amount\n",
    ["B / Notice", "A / Reply"],
  ],
  ["every value of that name", "A means B\nB for each Notice means its Amount\nB means $1\n", ["B", "B / Notice", "A"]],
  [
    "what their exceptions read",
    "A means $1\nB means $2\nnotwithstanding A\n  while: today is Issue Date\n  it is: B\n",
    ["B", "A"],
  ],
  ["themselves, in a circle, which is broken", "A means B\nB means A\n", ["B", "A"]],
])("stand behind %s", (_, text, order) => {
  const names = collectNames(parse(new SourceFile("note.tenor", events + text)).value).value;
  expect(inDependencyOrder(names.symbols)).toEqual(order);
});
