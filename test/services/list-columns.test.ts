/** The columns of a list among the deal terms, as an editor knows them: each is one name, wherever it is written. */
import { expect, test } from "vitest";
import { LanguageService } from "../../src/services/language-service.ts";

// A mark stands before each `Amount` that is the column; the others are the field of Prepayment.
const marked = `note "N"
  language: 1
  parties: Company, Holder
  exists from: Issue Date

given Issue Date: date = 2006-01-03
given Principal: money = $1,000

section 1 "A"
event Prepayment
  Amount: money
given Instalments: dates
  #Amount: money
given Charges: dates
  Amount: money
event Instalment Due on each of Instalments
Principal Left starts at Principal
when Instalment Due
  Principal Left falls by its #Amount
when Prepayment
  Principal Left falls by its Amount
Instalments Ahead means the sum of its #Amount over Instalments after today
Charges Ahead means the sum of its Amount over Charges after today

test "two"
  with: Instalments on 2006-03-01, #Amount $400
  with: Instalments on 2006-06-01, #Amount $600
  with: Charges on 2006-06-01, Amount $5
  on 2006-02-01: Prepayment, Amount $0
  expect: Principal Left on 2006-03-01 is $600
`;
const markedScenario = `{
  "scenario": "s", "title": "t", "note": "n.tenor",
  "terms": {
    "Instalments": [{ "on": "2006-03-01", "#Amount": "400" }, { "on": "2006-06-01", "#Amount": "600" }],
    "Charges": [{ "on": "2006-06-01", "Amount": "5" }]
  },
  "events": [{ "on": "2006-02-01", "event": "Prepayment", "Amount": "1" }],
  "ask": [{ "value": "Principal Left", "on": "2006-03-01", "expect": "599" }]
}
`;
const template = "/p/n.tenor";
const scenario = "/p/s.json";
const plain = (text: string) => text.replaceAll("#", "");

/** Where the marks stand, once they are taken out. */
const placesIn = (text: string) =>
  text
    .split("#")
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join("").length);

const places = [
  ...placesIn(marked).map((offset) => ({ file: template, offset })),
  ...placesIn(markedScenario).map((offset) => ({ file: scenario, offset })),
];
const [declared] = placesIn(marked);

function serviceFor(texts: Map<string, string>): LanguageService {
  return new LanguageService({
    read: (path) => texts.get(path),
    list: (folder) => [...texts.keys()].filter((it) => it.startsWith(folder)),
    dataFiles: () => [scenario],
  });
}

function opened(): { readonly texts: Map<string, string>; readonly service: LanguageService } {
  const texts = new Map([
    [template, plain(marked)],
    [scenario, plain(markedScenario)],
  ]);
  return { texts, service: serviceFor(texts) };
}

/** The texts once a name is another. */
function renamedAt(file: string, offset: number, name: string): string[] {
  const { texts, service } = opened();
  const renamed = service.rename(file, offset, name);
  if ("refused" in renamed) return [renamed.refused];
  const edits = renamed.edits.toSorted((a, b) => b.place.start - a.place.start);
  return [...texts].map(([path, text]) =>
    edits
      .filter(({ place }) => place.file === path)
      .reduce((whole, { place, text: by }) => whole.slice(0, place.start) + by + whole.slice(place.end), text),
  );
}

test("the template and its scenario have no findings", () => {
  const { service } = opened();
  expect([...service.findings(template), ...service.findings(scenario)]).toEqual([]);
});

test.each(places)("at $file $offset: what it is, where it is declared, and where it is read", ({ file, offset }) => {
  const { service } = opened();
  expect(service.hover(file, offset)?.markdown).toContain("**Amount** — a column of Instalments: an amount of money");
  expect(service.definition(file, offset)).toMatchObject([{ file: template, start: declared }]);
  const inTemplate = service.references(file, offset).filter((it) => it.file === template);
  expect(inTemplate.map(({ start }) => start)).toEqual(placesIn(marked));
  const inScenario = service.references(file, offset).filter((it) => it.file === scenario);
  expect(inScenario.map(({ start }) => start)).toEqual(file === scenario ? placesIn(markedScenario) : []);
});

test.each(places)("a rename at $file $offset reaches all of the column, and no other", ({ file, offset }) => {
  const expected = [marked, markedScenario].map((text) => plain(text.replaceAll("#Amount", "Sum Due")));
  expect(renamedAt(file, offset, "Sum Due")).toEqual(expected);
});

test("a rename of an event's field leaves a column of that name", () => {
  const offset = plain(marked).indexOf("Amount");
  const [inTemplate, inScenario] = renamedAt(template, offset, "Sum Paid");
  expect(inTemplate?.match(/.*Sum Paid.*/g)).toEqual([
    "  Sum Paid: money",
    "  Principal Left falls by its Sum Paid",
    "  on 2006-02-01: Prepayment, Sum Paid $0",
  ]);
  expect(inScenario).toBe(plain(markedScenario).replace('"Prepayment", "Amount"', '"Prepayment", "Sum Paid"'));
});

test("a name that an event on the dates of the list has is refused", () => {
  const { texts, service } = opened();
  const event = "event Instalment Due on each of Instalments\n";
  const edited = plain(marked).replace(event, () => `${event}Half for each Instalment Due means its Amount / 2\n`);
  texts.set(template, edited);
  expect(service.rename(template, declared ?? 0, "Half")).toEqual({ refused: "`Half` is declared already" });
});

test("after an edit says of which list an event is, its columns are those of that list", () => {
  const { texts, service } = opened();
  const inRule = (text: string) => text.indexOf("Amount", text.indexOf("when Instalment Due"));
  const columnOf = (text: string) => service.hover(template, inRule(text))?.markdown.split("\n")[0];
  const before = plain(marked);
  expect(columnOf(before)).toContain("a column of Instalments");
  const after = before.replace("on each of Instalments", "on each of Charges");
  texts.set(template, after);
  expect(columnOf(after)).toContain("a column of Charges");
  expect(service.references(template, inRule(after))).toEqual(
    serviceFor(new Map(texts)).references(template, inRule(after)),
  );
  // Then the list has no such column any more, and the rule speaks of nothing.
  const without = after.replace("given Charges: dates\n  Amount", "given Charges: dates\n  Part");
  texts.set(template, without);
  expect(service.references(template, inRule(without))).toEqual(
    serviceFor(new Map(texts)).references(template, inRule(without)),
  );
  texts.set(template, before);
  expect(columnOf(before)).toContain("a column of Instalments");
});

test("in a statement that does not parse, a name that only a list and its event have is the column", () => {
  const { texts, service } = opened();
  const broken = plain(marked)
    .replaceAll("Amount", "Sum")
    .replace("  Sum: money\ngiven Charges", "  Part: money\ngiven Charges");
  const edited = `${broken}\nHalf means Part /\n`;
  texts.set(template, edited);
  const hover = service.hover(template, edited.lastIndexOf("Part"));
  expect(hover?.markdown).toContain("a column of Instalments");
});
