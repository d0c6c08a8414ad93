import { expect, test } from "vitest";
import { once } from "../../src/base/once.ts";

test("asks once for each object, also where the answer is undefined", () => {
  const asked: object[] = [];
  const sizeOf = once((list: readonly number[]) => {
    asked.push(list);
    return list.length === 0 ? undefined : list.length;
  });
  const [none, two] = [[], [1, 2]];
  expect([two, none, two, none].map(sizeOf)).toEqual([2, undefined, 2, undefined]);
  expect(asked).toEqual([two, none]);
});

test("two objects that are alike are two", () => {
  let count = 0;
  const numbered = once((of: object) => ({ of, number: ++count }));
  expect([numbered({}), numbered({})]).toEqual([
    { of: {}, number: 1 },
    { of: {}, number: 2 },
  ]);
});
