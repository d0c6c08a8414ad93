/** A short run of the fuzzer (`npm run fuzz` does a long one), and whether its promises can be broken at all. */
import { describe, expect, test } from "vitest";
import type { Diagnostic, Outcome } from "../src/index.ts";
import { check } from "../src/index.ts";
import { readCorpus } from "../tools/fuzz/corpus.ts";
import type { Kind } from "../tools/fuzz/kinds.ts";
import { kinds } from "../tools/fuzz/kinds.ts";
import { mutateJson } from "../tools/fuzz/mutate-json.ts";
import { mutateStatements, mutateTokens } from "../tools/fuzz/mutate-text.ts";
import { brokenByDiagnostics, brokenByOutcome, brokenByTree } from "../tools/fuzz/promises.ts";
import { randomFor } from "../tools/fuzz/random.ts";
import { tryInput } from "../tools/fuzz/try-inputs.ts";

const corpus = readCorpus();

test.each(Object.keys(kinds) as Kind[])("random inputs break no promise: %s", async (kind) => {
  const count = kind === "template" ? 400 : 80;
  const findings = [];
  // Time is not looked at here: a test may run on a busy machine.
  for (let index = 0; index < count; index += 1) findings.push(await tryInput(1, index, corpus, () => 0, kind));
  expect(findings.filter((it) => it !== undefined)).toEqual([]);
});

describe("what is thrown at Tenor", () => {
  const text = 'note "A"\n  language: 1\ngiven B: money\nC means B + $1\n';

  test("is the same for the same seed and number, and another for another", () => {
    const texts = [1, 1, 2].map((index) => mutateTokens(text, randomFor(7, index), text));
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  test("is the same however many came before", () => {
    const list = '{"a":[["1"],{"b":["2",{"c":[]}]}]}';
    const made = () => Array.from({ length: 2_000 }, (_, index) => mutateJson(list, randomFor(1, index)));
    expect(made()).toEqual(made());
  });

  test("differs from what it was made of, mostly", () => {
    const made = Array.from({ length: 100 }, (_, index) => mutateStatements(text, randomFor(1, index), text));
    expect(new Set(made).size).toBeGreaterThan(20);
    const json = Array.from({ length: 100 }, (_, index) => mutateJson('{"a":["1",{"b":"2"}]}', randomFor(1, index)));
    expect(new Set(json).size).toBeGreaterThan(20);
  });
});

describe("a broken promise is seen", () => {
  const [finding] = check("given X: money\n", "a.tenor") as [Diagnostic];
  const outcome: Outcome = {
    answers: [],
    journal: [],
    owed: [],
    defaults: [],
    breaches: [],
    refused: [],
    readings: {},
  };
  const refusal = { event: "Payment", on: "2024-01-02", section: "1", because: "too late" };

  test.each<[string, string | undefined]>([
    ["a message with undefined in it", brokenByDiagnostics([{ ...finding, message: "undefined is not a price" }], "")],
    ["a place outside its text", brokenByDiagnostics([{ ...finding, span: { ...finding.span, end: 999 } }], "")],
    ["a statement that is in no span", brokenByTree("a means b\nc means d\n", [{ start: 0, end: 9 }])],
    ["a question without an answer", brokenByOutcome(outcome, 1, [], "")],
    ["an event that is not shown", brokenByOutcome(outcome, 0, ["Payment"], "")],
    ["more events shown than there were", brokenByOutcome({ ...outcome, refused: [refusal] }, 0, [], "")],
    [
      "null without a reason",
      brokenByOutcome({ ...outcome, answers: [{ value: "X", section: "1", answer: null, because: "" }] }, 1, [], ""),
    ],
  ])("%s", (_, broken) => expect(broken).toBeTypeOf("string"));

  test("and a kept one is not", () => {
    expect(brokenByDiagnostics([finding], "")).toBeUndefined();
    expect(brokenByTree("-- note\na means b\n", [{ start: 8, end: 17 }])).toBeUndefined();
    expect(brokenByOutcome(outcome, 0, [], "")).toBeUndefined();
  });
});
