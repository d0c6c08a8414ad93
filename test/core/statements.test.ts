import { expect, test } from "vitest";
import { printNode } from "../../src/core/print.ts";
import { head, lowered } from "./lowered.ts";

const notice = "event Notice by Holder\n  Amount: money\n";

test("a status is a state that is no at first, with a rule for each of its events", () => {
  const core = lowered(`${head}event Delisting\nevent Relisting\nDelisted holds from Delisting until Relisting\n`);
  expect(printNode(core.states.get("Delisted"))).toBe(
    '(initial: false, isOptional: false, isRestated: false, key: Delisted, name: Delisted, section: "", type: yes or no)',
  );
  expect(core.rules.map(({ id, changes }) => `${id}: ${printNode(changes)}`)).toEqual([
    ': when Delisting: [SetState(section: "", state: Delisted, value: true)]',
    ': when Relisting: [SetState(section: "", state: Delisted, value: false)]',
  ]);
});

test("a prohibition is a fixed yes or no: breached unless its condition holds", () => {
  const source = `${head}${notice}  Consent: yes or no = no\nthe Holder must not give Notice unless its Consent\n  called Breached\n`;
  const breached = lowered(source).definitions.get("Breached / Notice");
  expect(breached?.isFixed).toBe(true);
  expect(printNode(breached?.value)).toBe(
    "Not(condition: ReadField(name: Consent, of: Bound(depth: 0, event: Notice)))",
  );
});

test("a power is a power, and what it gives a fixed value of the event", () => {
  const core = lowered(
    `${head}${notice}the Holder may give Notice called Asking\n  only if all of\n    (i) today is after   Issue Date\n` +
      "  asking for: its Amount\n  up to the least of\n    (i) $5\n    (ii) $7\n  beyond that: cut back\n  giving: Given Part\n" +
      "Total means the sum of its Given Part over Notice events\n",
  );
  const power = core.powers.get("Notice");
  expect(power).toMatchObject({
    name: "Asking",
    party: "Holder",
    giving: "Given Part / Notice",
    beyond: { otherwise: "cut back" },
  });
  expect(power?.conditions.map(({ reason }) => reason)).toEqual(["today is after Issue Date"]);
  expect(power?.limits.map(printNode)).toEqual(["5 USD", "7 USD"]);
  expect(core.definitions.get("Given Part / Notice")).toMatchObject({
    isFixed: true,
    owner: "Notice",
    type: { kind: "quantity" },
  });
});

test("defaults are defaults with an id by section", () => {
  const core = lowered(
    `${head}section 3.1 "Payment"\nEvent of Default occurs\n  when today is Issue Date\n  unless cured by the end of: 5 days after Issue Date\n` +
      "Event of Default occurs\n  when today is after Issue Date\n  continues: for good\n",
  );
  expect(core.defaultConditions.map(({ id, title, ends }) => [id, title, ends])).toEqual([
    ["Event of Default / 3.1", "Payment", "with the condition"],
    ["Event of Default / 3.1 #2", "Payment", "never"],
  ]);
  expect(core.askable.get("Event of Default")?.noteLevel).toEqual({ kind: "family", key: "Event of Default" });
});

test("an exception displaces the rule of its name", () => {
  const core = lowered(
    `${head}section 1 "Price"\nPrice means $1 per share\nsection 2 "Late"\nnotwithstanding Price of 1\n  while: today is Issue Date\n` +
      "  it is: 50% * Price under 1\n",
  );
  expect(core.overrides.map(printNode)).toEqual([
    '(definition: Price, guard: Compare(left: Today(), operator: "=", right: ReadParam(name: Issue Date)), name: Price, over: [], section: 2, value: Arithmetic(left: 1/2 percent, operator: "*", right: ReadDisplaced(key: Price)))',
  ]);
});

test("a test has its figures calculated", () => {
  const core = lowered(
    `${head}${notice}A means $2\ntest "a"\n  with: Issue Date = 2024-03-01\n  on 2024-03-02 at 12:00: Notice "n1", Amount $1.50\n  expect: A on 2024-03-02 is $2\n`,
  );
  const [story] = core.stories;
  expect(story?.events[0]).toMatchObject({ id: "n1", at: 720, fields: new Map([["Amount", { n: 3n, d: 2n }]]) });
  expect(story?.expectations[0]?.expected).toEqual({ kind: "value", value: { n: 2n, d: 1n } });
});

test("a test that continues another has its terms, readings and events, and its own instead or behind", () => {
  const days =
    'reading "days"\n  passage: "p"\n  choices: "actual", "thirty"\n  chosen: "actual"\nB holds when "days" is read "actual"\n';
  const core = lowered(
    `${head}${notice}${days}given Fee: money\nA means Fee\n` +
      'test "a"\n  with: Issue Date = 2024-03-01\n  with: Fee = $2\n  reading: "days" = "thirty"\n  on 2024-03-02: Notice "n1", Amount $1\n' +
      'test "b"\n  continues: "a"\n  with: Fee = $3\n  on 2024-03-03: Notice "n2", Amount $1\n  expect: A on 2024-03-02 is $3\n',
  );
  const [, story] = core.stories;
  expect([...(story?.terms.keys() ?? [])]).toEqual(["Fee", "Issue Date"]);
  expect(story?.terms.get("Fee")).toEqual({ n: 3n, d: 1n });
  expect([...(story?.readings ?? [])]).toEqual([["days", "thirty"]]);
  expect(story?.events.map(({ id }) => id)).toEqual(["n1", "n2"]);
  expect(story).not.toHaveProperty("setUp");
});

test("a name may be asked of the note and of an event", () => {
  const core = lowered(
    `${head}${notice}Fee for each Notice means $1\nFee means the sum of its Fee over Notice events\n`,
  );
  expect(core.askable.get("Fee")).toEqual({
    name: "Fee",
    noteLevel: { kind: "definition", key: "Fee" },
    perEvent: new Map([["Notice", { kind: "definition", key: "Fee / Notice" }]]),
  });
});

test("the event that changes the share basis opens its day", () => {
  const core = lowered(`${head}event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\n`);
  expect(core.events.get("Split")?.opensDay).toBe(true);
  expect([...core.shareAdjustments.keys()]).toEqual(["Split"]);
});
