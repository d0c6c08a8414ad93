/** What each statement says in the core, written by hand. */
import { describe, expect, test } from "vitest";
import type { CoreProgram } from "../../src/core/core.ts";
import { printNode } from "../../src/core/print.ts";
import { head, lowered } from "./lowered.ts";

const split = "event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\n";
const notice = "event Notice by Holder\n  Amount: money\n  Day: date\n  Late: yes or no = no\n";
const fee = "account Fee owed by Borrower to Holder\n";
const lateFee =
  "account Other owed by Borrower to Holder\n  accrues: 5% per year on each overdue Fee by actual/365\n  from and including: Issue Date\n";
const of = (statements: string): CoreProgram => lowered(head + statements);
const today = "Today()";
const bound = "Bound(depth: 0, event: Notice)";

describe("what is declared", () => {
  test("a deal term, and whether changes of what a share is restate it", () => {
    const { params } = of(
      `${split}given Floor: price = $0.04 per share, restated for splits\ngiven Cap: price, not restated for splits\n`,
    );
    expect(printNode(params.get("Floor"))).toBe(
      '(initial: 1/25 USD/share, isRestated: true, name: Floor, section: "", type: USD/share)',
    );
    expect(printNode(params.get("Cap"))).toBe('(name: Cap, section: "", type: USD/share)');
  });

  test("a reading, with its choices in the order written", () => {
    const { readings } = of(
      'reading "grace"\n  passage: "in due course"\n  choices: "short", "long"\n  chosen: "long"\nLong holds when "grace" is read "long"\n',
    );
    expect(printNode(readings.get("grace"))).toBe(
      '(choices: [short, long], chosen: long, name: grace, passage: in due course, section: "")',
    );
  });

  test("an event, with its fields by name", () => {
    const { events } = of(
      `${notice}section 1 "Replies"\nevent Reply for Notice by Borrower\n  Sent: date\n  Price: price as of Sent\n  Kind: "a", "b", optional\n  takes effect on: its Sent\n` +
        "event Opening\n  Day: date\n  takes effect at the start of: its Day\n",
    );
    expect(printNode(events.get("Reply"))).toBe(
      "(by: Borrower, fields: {" +
        'Kind: (isOptional: true, name: Kind, section: 1, type: choice["a", "b"]), ' +
        "Price: (asOf: Sent, isOptional: false, name: Price, section: 1, type: USD/share), " +
        "Sent: (isOptional: false, name: Sent, section: 1, type: date)}, " +
        "name: Reply, opensDay: false, refersTo: Notice, section: 1, " +
        "takesEffectOn: ReadField(name: Sent, of: Bound(depth: 0, event: Reply)))",
    );
    expect(events.get("Opening")).toMatchObject({ opensDay: true });
    expect(printNode(events.get("Notice")?.fields.get("Late"))).toBe(
      '(initial: false, isOptional: false, name: Late, section: "", type: yes or no)',
    );
  });

  test("a state: with a start or without, restated or not", () => {
    const { states } = of(
      `${split}Price starts at $1 per share, restated for splits\nHeld starts at 5 shares, not restated for splits\nDay is a date, at first not set\n`,
    );
    expect([...states.values()].map(printNode)).toEqual([
      '(isOptional: true, isRestated: false, key: Day, name: Day, section: "", type: date)',
      '(initial: 5 shares, isOptional: false, isRestated: false, key: Held, name: Held, section: "", type: shares)',
      '(initial: 1 USD/share, isOptional: false, isRestated: true, key: Price, name: Price, section: "", type: USD/share)',
    ]);
  });

  test("an account, and what it accrues on", () => {
    const { accounts } = of(
      `${fee}Late starts at yes\naccount Late Fee owed by Borrower to Holder\n  accrues: 5% per year on each overdue Fee by 30E/360\n` +
        "  from and including: Issue Date\n  while: Late\n  day of payment counts: yes\n",
    );
    expect(printNode(accounts.get("Fee"))).toBe(
      '(creditor: Holder, debtor: Borrower, key: Fee, name: Fee, section: "", type: USD)',
    );
    expect(printNode(accounts.get("Late Fee"))).toBe(
      '(accrual: (base: AccountMeasure(account: Fee, measure: overdue), basis: "30E/360", condition: ReadState(name: Late), ' +
        "dayOfPayment: true, from: ReadParam(name: Issue Date), onEach: Fee, rate: 1/20 per year), " +
        'creditor: Holder, debtor: Borrower, key: Late Fee, name: Late Fee, section: "", type: USD)',
    );
  });
});

describe("what may and must be done", () => {
  test("a power without more: of the event's name, void beyond its limit", () => {
    const { powers } = of(`${notice}the Holder may give Notice\n  only if today is Issue Date\n`);
    expect(printNode(powers.get("Notice"))).toBe(
      '(beyond: (otherwise: void, rules: {}), conditions: [(condition: Compare(left: Today(), operator: "=", right: ReadParam(name: Issue Date)), ' +
        'reason: today is Issue Date)], event: Notice, limits: [], name: Notice, party: Holder, section: "")',
    );
  });

  test("a power whose limit is read in two ways", () => {
    const { powers } = of(
      `reading "beyond"\n  passage: "p"\n  choices: "all", "part"\n  chosen: "all"\n${notice}the Holder may give Notice\n  only if today is Issue Date, else "not today"\n` +
        '  asking for: its Amount\n  up to $5\n  beyond that: as "beyond" is read\n    "part": cut back\n    "all": void\n  giving: Part\n' +
        "Parts means the sum of its Part over Notice events\n",
    );
    const { beyond, conditions, askingFor } = powers.get("Notice") ?? {};
    expect(printNode(beyond)).toBe("(otherwise: void, reading: beyond, rules: {all: void, part: cut back})");
    expect(conditions?.map(({ reason }) => reason)).toEqual(["not today"]);
    expect(printNode(askingFor)).toBe(`ReadField(name: Amount, of: ${bound})`);
  });

  test("a duty has a name of its own, or says what it is", () => {
    const { duties } = of(
      `${notice}event Reply for Notice by Borrower\nevent Report by Borrower\nOpen starts at yes\n` +
        "the Borrower must give Reply by its Day for each Notice called Answer\n" +
        "the Borrower must give Report by Issue Date\n" +
        "the Borrower must pay $5 to Holder by Issue Date while Open\n",
    );
    const key = "Answer / Notice";
    const standing = `(answer: ${key}, breach: first day of breach of ${key}, performance: day of performance of ${key}, undone: ${key} until it is performed, word: standing of ${key})`;
    expect(duties.map(printNode).toSorted()).toEqual([
      '(amount: 5 USD, condition: ReadState(name: Open), due: ReadParam(name: Issue Date), name: must pay, party: Borrower, section: "", to: Holder)',
      `(due: ReadField(name: Day, of: ${bound}), event: Reply, name: Answer, owner: Notice, party: Borrower, section: "", standing: ${standing})`,
      '(due: ReadParam(name: Issue Date), event: Report, name: must give Report, party: Borrower, section: "")',
    ]);
  });

  test("a prohibition without exception is breached by each event", () => {
    const { definitions } = of(`${notice}the Holder must not give Notice called Breached\n`);
    expect(printNode(definitions.get("Breached / Notice"))).toBe(
      '(isFixed: true, isOptional: false, key: Breached / Notice, name: Breached, owner: Notice, section: "", type: yes or no, value: true)',
    );
  });
});

describe("rules", () => {
  const idsOf = ({ rules }: CoreProgram) => rules.map(({ id }) => id);
  const triggersOf = ({ rules }: CoreProgram) => rules.map(({ trigger }) => printNode(trigger));

  test("stand by section, trigger, changes and condition, with a count among equals", () => {
    const program = of(
      `${notice}Sum starts at $0\nMark starts at $0\nsection 2 "Two"\n` +
        "when Notice if its Late\n  Sum rises by $2\nwhen Notice\n  Sum rises by $1\nwhen Notice if not its Late\n  Sum rises by $2\non Issue Date\n  Sum rises by $3\n" +
        'section 10 "Ten"\nwhen Notice\n  Sum rises by $9\n  Mark becomes $1\n',
    );
    expect(idsOf(program)).toEqual([
      "2: on Issue Date",
      "2: when Notice",
      "2: when Notice #2",
      "2: when Notice #3",
      "10: when Notice",
    ]);
    const late = `ReadField(name: Late, of: ${bound})`;
    expect(program.rules.map(({ condition }) => condition && printNode(condition))).toEqual([
      undefined,
      undefined,
      `Not(condition: ${late})`,
      late,
      undefined,
    ]);
    // All of one rule's changes see the state before it: they stand in the order of their text.
    expect(program.rules.at(-1)?.changes.map(printNode)).toEqual([
      "AddToState(section: 10, sign: 1, state: Sum, value: 9 USD)",
      "SetState(section: 10, state: Mark, value: 1 USD)",
    ]);
  });

  test("are set off by a state, a value, a value of each event or a default", () => {
    const program = of(
      `${notice}Open starts at no\nCount starts at 0\nSoon holds when today is Issue Date\nOver for each Notice holds when today is after its Day\n` +
        'section 1 "One"\nDefault occurs\n  when Open\nsection 2 "Two"\nDefault occurs\n  when Soon\nsection 3 "Rules"\n' +
        "when Open begins\n  Count rises by 1\nwhen Soon ends\n  Count rises by 1\nwhen Over of each Notice begins\n  Count rises by 1\n" +
        "when Default begins\n  Count rises by 1\nwhen Default under 2 ends\n  Count rises by 1\n",
    );
    expect(triggersOf(program).toSorted()).toEqual([
      "Edge(condition: FamilyHolds(family: Default, sections: [2]), edge: ends)",
      "Edge(condition: FamilyHolds(family: Default, sections: []), edge: begins)",
      `Edge(condition: ReadDefinition(key: Over / Notice, of: ${bound}), edge: begins, owner: Notice)`,
      "Edge(condition: ReadDefinition(key: Soon), edge: ends)",
      "Edge(condition: ReadState(name: Open), edge: begins)",
    ]);
  });

  test("change states and accounts", () => {
    const changes = (text: string) =>
      of(
        `${notice}${fee}${lateFee}Sum starts at $0\nMark is a date, at first not set\nwhen Notice\n  ${text}\n`,
      ).rules.flatMap((rule) => rule.changes.map(printNode));
    const amount = `amount: ReadField(name: Amount, of: ${bound})`;
    expect(changes("Sum falls by $1")).toEqual(['AddToState(section: "", sign: -1, state: Sum, value: 1 USD)']);
    expect(changes("Mark becomes not set")).toEqual(['ClearState(section: "", state: Mark)']);
    expect(changes("Fee is charged its Amount due on today, payable on its Day")).toEqual([
      `AccountPosting(account: Fee, ${amount}, dueOn: ${today}, payableOn: ReadField(name: Day, of: ${bound}), section: "", verb: charge)`,
    ]);
    expect(changes("Fee falls due on today for the month of its Day")).toEqual([
      `AccountPosting(account: Fee, dueOn: ${today}, monthOf: ReadField(name: Day, of: ${bound}), section: "", verb: fall due)`,
    ]);
    expect(changes("Fee is waived")).toEqual(['AccountPosting(account: Fee, section: "", verb: waive)']);
    expect(changes("Fee is converted by its Amount")).toEqual([
      `AccountPosting(account: Fee, ${amount}, section: "", verb: convert)`,
    ]);
    expect(changes("Fee is cleared")).toEqual(['AccountPosting(account: Fee, section: "", verb: clear)']);
    expect(changes("its Amount is applied to due Fee each with its Other, then Sum, then Fee")).toEqual([
      `ApplyPayment(${amount}, section: "", targets: [Due(account: Fee, lateCharges: Other), State(state: Sum), Account(account: Fee)])`,
    ]);
  });
});

describe("the note and the order of its parts", () => {
  test("its title, calendar and demands on market data", () => {
    const program = (line: string) => lowered(head.replace("\n\ngiven", `\n${line}\ngiven`));
    const { title, parties, existsFrom } = program("");
    expect([title, parties, existsFrom]).toEqual(["Example", ["Borrower", "Holder"], "Issue Date"]);
    expect("calendar" in program("")).toBe(false);
    expect("marketData" in program("")).toBe(false);
    expect(program('  business days: "us-bank"\n').calendar).toBe("us-bank");
    expect(program("  market data: strict\n").marketData).toMatchObject({ kind: "strict" });
  });

  test("sections stand as written, with or without a title", () => {
    const { sections } = of(
      'section 2 "Two"\nCap means $1\nsection 10\nCup means $1\nsection 1.1 "One"\nCan means $1\n',
    );
    expect(sections).toEqual([
      { label: "2", title: "Two" },
      { label: "10", title: "" },
      { label: "1.1", title: "One" },
    ]);
  });

  test("what has no name stands by its section, then by its text", () => {
    const { views, provisions, roles, duties } = of(
      'event Report by Borrower\nCap means $1\nCup means $2\nour view: "z"\nsection 2 "Two"\nour view: "y"\nour view: "x"\nin words: "second"\n' +
        "the Borrower must give Report by Issue Date called Early\n" +
        'section 10 "Ten"\nour view: "a"\nin words: "third"\nin words: "first"\nrole "principal left": Cup\nrole "principal left": Cap\nrole "price of conversion": Cup\n' +
        "the Borrower must give Report by Issue Date called Again\n",
    );
    expect(views.map(({ section, text }) => [section, text])).toEqual([
      ["", "z"],
      ["2", "x"],
      ["2", "y"],
      ["10", "a"],
    ]);
    expect(provisions.map(({ text }) => text)).toEqual(["second", "first", "third"]);
    expect(roles).toEqual([
      { role: "price of conversion", name: "Cup" },
      { role: "principal left", name: "Cap" },
      { role: "principal left", name: "Cup" },
    ]);
    expect(duties.map(({ name }) => name)).toEqual(["Early", "Again"]);
  });

  test("the eleventh section stands after the second", () => {
    const labels = Array.from({ length: 11 }, (_, index) => String(index + 1));
    const { views } = of(labels.map((label) => `section ${label} "S"\nour view: "of ${label}"\n`).join(""));
    expect(views.map(({ section }) => section)).toEqual(labels);
  });

  test("defaults stand by their family first, exceptions by their rule", () => {
    const { defaultConditions, overrides } = of(
      'Open starts at yes\nsection 1 "One"\nTrouble occurs\n  when Open\nCup means $1\nCap means $2\n' +
        'section 2 "Two"\nDefault occurs\n  when Open\nnotwithstanding Cup\n  while: Open\n  it is: $3\n' +
        'section 3 "Three"\nnotwithstanding Cap\n  while: Open\n  it is: $4\n',
    );
    expect(defaultConditions.map(({ id }) => id)).toEqual(["Default / 2", "Trouble / 1"]);
    expect(overrides.map(({ definition, section }) => [definition, section])).toEqual([
      ["Cap", "3"],
      ["Cup", "2"],
    ]);
  });
});

describe("what is shown and tested", () => {
  test("views, words and roles", () => {
    const { views, provisions, roles } = of(
      'section 1 "One"\nCap means $5\nour view: "day 0"\n  instead of: "day 1"\n  favours: Borrower\nour view: "no more"\n' +
        'in words, the Borrower must: "list the shares"\nin words: "New York law"\nrole "principal left": Cap\n',
    );
    expect(views).toEqual([
      { section: "1", text: "day 0", insteadOf: "day 1", favours: "Borrower" },
      { section: "1", text: "no more" },
    ]);
    expect(provisions).toMatchObject([
      { section: "1", party: "Borrower", text: "list the shares" },
      { section: "1", text: "New York law" },
    ]);
    expect(provisions.map((it) => "party" in it)).toEqual([true, false]);
    expect(roles).toEqual([{ role: "principal left", name: "Cap" }]);
  });

  test("a test, with all that it may say", () => {
    const { stories } = of(
      `${notice}event Reply for Notice by Borrower\ngiven Cap: money\nCut for each Notice means $1\nAbsent means $1 only while today is after 2024-06-01\n` +
        'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\nShort holds when "grace" is read "short"\n' +
        'section 4 "Tests"\ntest "all"\n  with: Cap = $7\n  reading: "grace" = "long"\n  market: "prices.csv"\n  calendar: "nyse"\n' +
        '  on 2024-02-01 at 09:30: Notice "n", Amount $2, Day 2024-02-05\n  on 2024-02-02: Reply for "n"\n' +
        '  expect: Cut of "n" on 2024-02-03 is $1 under 4\n  expect: Absent on 2024-02-03 is no value\n  expect: Absent on 2024-02-03 is an error "missing data"\n',
    );
    // Days are counted from 1970: 1 February 2024 is day 19,754; half past nine is minute 570.
    expect(stories.map(printNode)).toEqual([
      "(calendar: nyse, events: [" +
        "(at: 570, event: Notice, fields: {Amount: (d: 1, n: 2), Day: 19758}, id: n, on: 19754), (event: Reply, fields: {}, for: n, on: 19755)], " +
        "expectations: [(expected: value(value: (d: 1, n: 1)), of: n, on: 19756, section: 4, value: Cut), (expected: null(), on: 19756, value: Absent), (expected: error(error: missing data), on: 19756, value: Absent)], " +
        "lists: {}, market: [(columns: {}, file: prices.csv)], name: all, readings: {grace: long}, section: 4, terms: {Cap: (d: 1, n: 7)})",
    ]);
  });
});
