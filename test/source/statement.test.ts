import { expect, test } from "vitest";
import { SourceFile } from "../../src/source/source-file.ts";
import { statementAt } from "../../src/source/statement.ts";

const text = `section 2 "Conversion"

-- The price.
Price means the least of -- of both
  (i) $1
  -- not this
  (ii) $2
Next means $3`;

test.each([
  ["its first line", "Price", "Price means the least of\n  (i) $1\n  (ii) $2"],
  ["a line in its middle", "(ii)", "Price means the least of\n  (i) $1\n  (ii) $2"],
  ["the last statement", "Next", "Next means $3"],
  ["the first one", '"Conv', 'section 2 "Conversion"'],
])("finds a whole statement without comments from %s", (_, word, statement) => {
  const source = new SourceFile("note.tenor", text);
  const start = text.indexOf(word);
  expect(statementAt({ source, start, end: start + 1 })).toBe(statement);
});
