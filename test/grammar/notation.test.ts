import { expect, test } from "vitest";
import { readProduction } from "../../grammar/notation.ts";
import { gates, productions } from "../../grammar/productions.ts";

test("a rule is read to its parts, with names in the tree and how often", () => {
  expect(readProduction("Note title:Text <verb>? #entry")).toEqual([
    {
      gate: undefined,
      isFirst: false,
      parts: [
        { kind: "token", name: "Note", label: undefined, often: "" },
        { kind: "token", name: "Text", label: "title", often: "" },
        { kind: "role", name: "verb", label: undefined, often: "?" },
        { kind: "list", name: "entry", label: undefined, often: "" },
      ],
    },
  ]);
});

test("alternatives stand in brackets, with what has to hold and which goes first", () => {
  const value = { kind: "rule", name: "value", label: undefined, often: "" };
  const choice = [
    { gate: undefined, isFirst: true, parts: [value] },
    { gate: "isNext", isFirst: false, parts: [value] },
  ];
  expect(readProduction("(~ value | [isNext] value)*")).toEqual([
    { gate: undefined, isFirst: false, parts: [{ kind: "group", choice, often: "*" }] },
  ]);
});

test.each(["(Name", "Name)", "Name & Text", "label:(Name)", "[gate"])("%s is no rule", (text) => {
  expect(() => readProduction(text)).toThrow("can't be read");
});

test("each gate is used", () => {
  const used = Object.values(productions).flatMap((text) => [...text.matchAll(/\[(\w+)\]/g)].map(([, name]) => name));
  expect(new Set(used)).toEqual(new Set(Object.keys(gates)));
});
