/** A payment through its pots: how far the money goes, and what becomes of what can't be determined. */
import { describe, expect, test } from "vitest";
import { answersOf, factsOf, outcomeOf } from "./asked.ts";

const paid = (Amount: string, on = "2024-01-12") => ({ on, event: "Payment", Amount });
const asked = (on: string, ...values: string[]) => values.map((value) => ({ value, on }));

// A fee of $50 falls due, and $36,500 at 10 % over 365 days bear $10 a day: $100 by the 12th, not due before the 20th.
const fee = "account Fee owed by Borrower to Holder\non 2024-01-05\n  Fee is charged $50 due on today\n";
const interest =
  "Base starts at $36,500\naccount Interest owed by Borrower to Holder\n  accrues: 10% per year on Base by actual/365\n  from and including: Issue Date\n";
const unknown =
  "account Unknown owed by Borrower to Holder\non 2024-01-05\n  Unknown is charged ($1 * (market close / market close)) due on today\n";

describe("through accounts and states in their order", () => {
  const statements = `${fee}${interest}Room starts at $70\nwhen Payment\n  its Amount is applied to Fee, then Room, then Interest\nAhead means paid Interest\n`;

  test.each([
    ["nothing", "0", ["50", "70", "100", "0"]],
    ["less than the first takes", "30", ["20", "70", "100", "0"]],
    ["all of the first", "50", ["0", "70", "100", "0"]],
    ["a part of the second", "80", ["0", "40", "100", "0"]],
    ["a part of the last", "130", ["0", "0", "90", "10"]],
    // What is left over stays with the last account, and counts as paid.
    ["more than all", "250", ["0", "0", "0", "130"]],
  ])("%s", (_, amount, expected) => {
    const ask = asked("2024-01-12", "Fee", "Room", "Interest", "Ahead");
    expect(answersOf(statements, { events: [paid(amount)], ask })).toEqual(expected);
  });

  test("less than nothing takes nothing, and gives nothing", () => {
    const less = statements.replace("its Amount is applied", "(its Amount - $100) is applied");
    const ask = asked("2024-01-12", "Fee", "Room", "Interest", "Ahead");
    expect(answersOf(less, { events: [paid("5")], ask })).toEqual(["50", "70", "100", "0"]);
  });

  test("what is left over after a last target that is a state is lost", () => {
    const rule = `${fee}Room starts at $70\nwhen Payment\n  its Amount is applied to Fee, then Room\nwhen Notice\n  Fee is charged $10 due on today`;
    const events = [paid("200"), { on: "2024-01-13", event: "Notice", Amount: "0" }];
    expect(answersOf(rule, { events, ask: asked("2024-01-13", "Fee", "Room") })).toEqual(["10", "0"]);
  });

  test("what is left over after an account that is not the last goes on", () => {
    const rule = `${fee}Room starts at $70\nwhen Payment\n  its Amount is applied to Fee, then Room\nwhen Notice\n  Fee is charged $10 due on today`;
    const events = [paid("60"), { on: "2024-01-13", event: "Notice", Amount: "0" }];
    expect(answersOf(rule, { events, ask: asked("2024-01-13", "Fee", "Room") })).toEqual(["10", "60"]);
  });

  test("is written down where it took something", () => {
    const texts = (amount: string) =>
      outcomeOf(`section 7 "Payments"\n${statements}`, { events: [paid(amount)], ask: [] })
        .journal.filter(({ kind, on }) => kind !== "event" && on === "2024-01-12")
        .map(({ section, text }) => `${section}: ${text}`);
    expect(texts("0")).toEqual([]);
    expect(texts("80")).toEqual(["7: Room falls to $40", "7: Fee: payment; $0 unpaid"]);
    expect(texts("130")).toEqual([
      "7: Room falls to $0",
      "7: Fee: payment; $0 unpaid",
      "7: Interest: payment; $90 unpaid",
    ]);
  });
});

describe("where something can't be determined", () => {
  const left = (targets: string) =>
    `${fee}${unknown}Room starts at $70\nOther starts at $70\nwhen Payment\n  its Amount is applied to ${targets}\n`;
  const ask = asked("2024-01-12", "Fee", "Room", "Other");

  test.each([
    [
      "an account makes every target after it that",
      "Fee, then Unknown, then Room, then Other",
      ["0", "missing data", "missing data"],
    ],
    ["a last account leaves those before it", "Fee, then Room, then Unknown", ["0", "50", "70"]],
  ])("%s", (_, targets, expected) => {
    expect(answersOf(left(targets), { events: [paid("70")], ask })).toEqual(expected);
  });

  test("a state makes itself and every target after it that", () => {
    const statements =
      `${fee}Lost starts at $70\nOther starts at $70\non 2024-01-05\n  Lost rises by $1 * (market close / market close)\n` +
      "account Late Fee owed by Borrower to Holder\nwhen Payment\n  its Amount is applied to Fee, then Lost, then Other, then Late Fee\n";
    expect(
      answersOf(statements, { events: [paid("60")], ask: asked("2024-01-12", "Fee", "Lost", "Other", "Late Fee") }),
    ).toEqual(["0", "missing data", "missing data", "missing data"]);
  });

  test.each([
    ["can't be determined", "(its Amount * (market close / market close))", "missing data"],
    ["is unlimited", "(its Amount * (the greater of 1 and unlimited))", "undefined"],
  ])("money that %s makes every target that", (_, amount, expected) => {
    const statements = `${fee}Room starts at $70\nwhen Payment\n  ${amount} is applied to Fee, then Room\n`;
    expect(answersOf(statements, { events: [paid("60")], ask: asked("2024-01-12", "Fee", "Room") })).toEqual([
      expected,
      expected,
    ]);
  });

  test("of two payments to a state that can't be determined, neither can the state", () => {
    const statements =
      "Room starts at $70\non 2024-01-05\n  Room rises by $1 * (market close / market close)\n" +
      "when Payment\n  its Amount is applied to Room\nwhen Payment\n  $5 is applied to Room";
    expect(answersOf(statements, { events: [paid("60")], ask: asked("2024-01-12", "Room") })).toEqual(["missing data"]);
  });

  test("of two payments to one state, neither hides the other's", () => {
    const statements =
      "Room starts at $70\nwhen Payment\n  its Amount is applied to Room\nwhen Payment\n  (its Amount * (market close / market close)) is applied to Room";
    expect(answersOf(statements, { events: [paid("60")], ask: asked("2024-01-12", "Room") })).toEqual(["missing data"]);
  });
});

describe("several payments at once", () => {
  test("the smaller goes first", () => {
    // $30 of the fee's $50 are paid first; of the $100, $20 go to it and $80 to the other balance, which is $90.
    const rules = [
      "when Payment\n  $100 is applied to Fee, then Other",
      "when Payment\n  $30 is applied to Fee, then Room",
    ];
    for (const text of [rules.join("\n"), rules.toReversed().join("\n")]) {
      const statements = `${fee}Room starts at $70\nOther starts at $90\n${text}`;
      expect(answersOf(statements, { events: [paid("0")], ask: asked("2024-01-12", "Fee", "Room", "Other") })).toEqual([
        "0",
        "70",
        "10",
      ]);
    }
  });

  test("the second finds what the first has left of a state", () => {
    const statements =
      "Room starts at $70\nOther starts at $70\nwhen Payment\n  $50 is applied to Room, then Other\nwhen Payment\n  $60 is applied to Room, then Other";
    // $50 and $20 empty the one; $40 go to the other.
    expect(answersOf(statements, { events: [paid("0")], ask: asked("2024-01-12", "Room", "Other") })).toEqual([
      "0",
      "30",
    ]);
  });
});

describe("a payment of what is due counts what falls due on its day", () => {
  const pay =
    "when Payment\n  its Amount is applied to due Interest, then Room\nRoom starts at $500\nDone holds when today is before Issue Date\n";

  test.each([
    ["by the calendar", "on 2024-01-12\n  Interest falls due on today\n", "500"],
    [
      "by one of several rules, with other changes",
      "on 2024-01-31\n  Room rises by $1\non 2024-01-12\n  Room rises by $0\n  Interest falls due on today\n",
      "500",
    ],
    ["by the calendar, where the rule applies", "on 2024-01-12 if not Done\n  Interest falls due on today\n", "500"],
    ["not where the rule does not apply", "on 2024-01-12 if Done\n  Interest falls due on today\n", "440"],
    ["not on another day", "on 2024-01-13\n  Interest falls due on today\n", "440"],
    ["of one month", "on 2024-01-12\n  Interest falls due on today for the month of today\n", "500"],
    ["not of another month", "on 2024-01-12\n  Interest falls due on today for the month of 2024-02-01\n", "440"],
    ["not what falls due on a later day", "on 2024-01-12\n  Interest falls due on 2024-01-15\n", "440"],
    // $45 of the $60 go on.
    ["in part", "on 2024-01-12\n  Interest falls due by $15 on today\n", "455"],
    ["in part, of what there is", "on 2024-01-12\n  Interest falls due by $150 on today\n", "500"],
    ["not what is waived", "on 2024-01-12\n  Interest is waived\n", "440"],
    [
      "not the month that is waived as the others fall due",
      "on 2024-01-12\n  Interest falls due on today\n  Interest is waived for the month of today\n",
      "440",
    ],
    [
      "not the month that falls due by itself on a later day",
      "on 2024-01-12\n  Interest falls due on today\n  Interest falls due on 2024-01-20 for the month of today\n",
      "440",
    ],
    [
      "the months beside one that is waived",
      "on 2024-01-12\n  Interest falls due on today\n  Interest is waived for the month of 2024-02-01\n",
      "500",
    ],
    [
      "not of another account",
      "account Other owed by Borrower to Holder\non 2024-01-12\n  Other falls due on today\n",
      "440",
    ],
  ])("%s", (_, rule, room) => {
    const ask = asked("2024-01-12", "Room");
    expect(answersOf(interest + pay + rule, { events: [paid("60")], ask })).toEqual([room]);
  });
});

describe("an item that the calendar makes on the day of the payment", () => {
  const pay = "when Payment\n  its Amount is applied to due Fee, then Room\nRoom starts at $500\n";
  const account = "account Fee owed by Borrower to Holder\nPaid means paid Fee\nDue means due Fee\n";
  const charge = (more = "", dates = "due on today") =>
    `${account}on 2024-01-12${more}\n  Fee is charged $50 ${dates}\n`;
  const left = (statements: string, ...amounts: string[]) => {
    const ask = ["2024-01-12", "2024-01-20"].flatMap((on) => asked(on, "Due", "Paid", "Room"));
    return answersOf(statements + pay, { events: amounts.map((amount) => paid(amount)), ask });
  };
  const both = <T>(values: readonly T[]) => [...values, ...values];

  test.each([
    ["paid in full", charge(), ["50"], ["0", "50", "500"]],
    ["paid in part", charge(), ["20"], ["30", "20", "500"]],
    ["paid in two parts, and $10 go on", charge(), ["20", "40"], ["0", "50", "490"]],
    ["charged under a condition", charge(" if Room is more than $0"), ["50"], ["0", "50", "500"]],
    ["not charged, as the condition fails", charge(" if Room is $0"), ["50"], ["0", "0", "450"]],
    ["payable later", charge("", "due on today, payable on 2024-01-15"), ["50"], ["0", "50", "500"]],
    [
      "rolled to a later day",
      `${account}on the first business day on or after 2024-01-12\n  Fee is charged $50 due on 2024-01-12\n`,
      ["50"],
      ["0", "50", "500"],
    ],
  ])("%s", (_, statements, amounts, expected) => {
    expect(left(statements, ...amounts)).toEqual(both(expected));
  });

  test("is not paid before its day, nor where it is charged for a later one", () => {
    expect(left(charge("", "due on 2024-01-15"), "50")).toEqual(["0", "0", "450", "50", "0", "450"]);
    const early = answersOf(charge() + pay, {
      events: [paid("50", "2024-01-11")],
      ask: asked("2024-01-12", "Due", "Room"),
    });
    expect(early).toEqual(["50", "450"]);
  });

  test("in two accounts, each in its turn", () => {
    const statements =
      `${charge()}account Rent owed by Borrower to Holder\nRent Due means due Rent\non 2024-01-12\n  Rent is charged $30 due on today\n` +
      "Room starts at $500\nwhen Payment\n  its Amount is applied to due Fee, then due Rent, then Room\n";
    const ask = asked("2024-01-12", "Due", "Rent Due", "Room");
    expect(answersOf(statements, { events: [paid("70")], ask })).toEqual(["0", "10", "500"]);
    expect(answersOf(statements, { events: [paid("95")], ask })).toEqual(["0", "0", "485"]);
  });

  test("before what accrues, in a payment of the whole account", () => {
    // $100 have accrued by the 12th. The $50 charged that day come first, so $10 of what accrues are paid.
    const statements =
      `${interest}on 2024-01-12\n  Interest is charged $50 due on today\nwhen Payment\n  its Amount is applied to Interest\n` +
      "Due means due Interest\nAccruing means accruing Interest\n";
    expect(answersOf(statements, { events: [paid("60")], ask: asked("2024-01-12", "Due", "Accruing") })).toEqual([
      "0",
      "90",
    ]);
  });

  test("where less is charged than it seemed, the money stays with the account", () => {
    const statements =
      `${account}Left starts at $50\non 2024-01-12\n  Fee is charged Left due on today\nwhen Notice\n  Left becomes $20\n` +
      "on 2024-01-18\n  Fee is charged $30 due on today\n";
    const events = [paid("50"), { on: "2024-01-12", event: "Notice", Amount: "0" }];
    const ask = [...asked("2024-01-12", "Due", "Paid"), ...asked("2024-01-18", "Due", "Paid")];
    expect(answersOf(statements + pay, { events, ask })).toEqual(["0", "50", "0", "50"]);
  });
});

describe("each amount due with what accrued on it", () => {
  // $50 are due from the 5th on; a tenth of a percent a day of what is overdue is $0.05.
  const late =
    `${fee}account Late Fee owed by Borrower to Holder\n  accrues: 36.5% per year on each overdue Fee by actual/365\n  from and including: Issue Date\n` +
    "Room starts at $70\n";
  const pay =
    'section 8 "Payments"\nwhen Payment\n  its Amount is applied to due Fee each with its Late Fee, then Room\n';

  test.each([
    // On the 15th: ten days from the 5th to the 14th, $0.50.
    ["the amount first", "50", ["0", "0.5", "70"]],
    ["then what accrued on it", "50.2", ["0", "0.3", "70"]],
    ["then what comes next", "60", ["0", "0", "60.5"]],
  ])("%s", (_, amount, expected) => {
    const ask = asked("2024-01-15", "Fee", "Late Fee", "Room");
    expect(answersOf(late + pay, { events: [paid(amount, "2024-01-15")], ask })).toEqual(expected);
  });

  test("what falls due by the calendar on the day of the payment is paid with it", () => {
    const statements =
      `${interest}account Late Fee owed by Borrower to Holder\n  accrues: 36.5% per year on each overdue Interest by actual/365\n  from and including: Issue Date\n` +
      "Room starts at $70\nwhen Payment\n  its Amount is applied to due Interest each with its Late Fee, then Room\non 2024-01-12\n  Interest falls due on today\n";
    // $100 are due; the other $10 go on.
    expect(answersOf(statements, { events: [paid("110")], ask: asked("2024-01-12", "Interest", "Room") })).toEqual([
      "0",
      "60",
    ]);
  });

  test("is written down for neither where neither takes anything", () => {
    const { journal } = outcomeOf(late + pay, { events: [paid("60", "2024-01-04")], ask: [] });
    expect(journal.map(({ text }) => text)).toEqual(["Payment: Amount $60", "Room falls to $10"]);
  });

  test("is written down for both", () => {
    const { journal } = outcomeOf(late + pay, { events: [paid("60", "2024-01-15")], ask: [] });
    expect(journal.filter(({ kind }) => kind === "account").slice(1)).toMatchObject([
      { section: "8", name: "Fee", text: "Fee: payment; $0 unpaid" },
      { section: "8", name: "Late Fee", text: "Late Fee: payment; $0 unpaid" },
    ]);
  });

  test("where the one or the other can't be determined, neither can what comes after", () => {
    const charged = "on 2024-01-06\n  Late Fee is charged ($1 * (market close / market close)) due on today\n";
    const ask = asked("2024-01-15", "Fee", "Late Fee", "Room");
    expect(answersOf(late + pay + charged, { events: [paid("60", "2024-01-15")], ask })).toEqual([
      "missing data",
      "missing data",
      "missing data",
    ]);
  });
});

test("money beyond the last target is shown in the journal, with the amount left over", () => {
  // $5,000 on $1,000 owed leaves $4,000; the second payment of $300 finds nothing owed.
  const statements = "Owed starts at $1,000\nwhen Payment\n  its Amount is applied to Owed";
  const events = [
    { on: "2024-01-05", event: "Payment", Amount: "5000" },
    { on: "2024-01-06", event: "Payment", Amount: "300" },
  ];
  const { journal } = outcomeOf(statements, { events, ask: [{ value: "Owed", on: "2024-01-07" }] });
  const leftOver = journal.filter(({ name }) => name === "payment").map(({ on, amount }) => [on, amount]);
  expect(leftOver).toEqual([
    ["2024-01-05", "4000"],
    ["2024-01-06", "300"],
  ]);
});

test("money that is paid before anything is owed is shown in the journal", () => {
  // Nothing is owed on the 3rd, so that all of the $30 are held.
  const statements = "account Fee owed by Borrower to Holder\nwhen Payment\n  its Amount is applied to Fee\n";
  const ask = [{ value: "Fee", on: "2024-01-04" }];
  const { journal } = outcomeOf(statements, { events: [paid("30", "2024-01-03"), paid("0", "2024-01-04")], ask });
  const ofFee = journal.filter(({ name }) => name === "Fee").map(({ on, text }) => [on, text]);
  expect(ofFee).toEqual([["2024-01-03", "Fee: payment; $0 unpaid"]]);
});

describe("an amount of less than nothing", () => {
  const fees = "account Fees owed by Borrower to Holder\non 2024-01-03\n  Fees is charged $30 due on today\n";
  const counted = (rule: string) =>
    `event Count Notice by Holder\n  Count: number\n${fees}Left starts at $500\n${rule}\n`;

  /** What is left of the fees and of the state, and what the journal says of amounts that moved nothing. */
  function after(rule: string, count: string): unknown {
    const { answers, journal, owed } = outcomeOf(counted(rule), {
      events: [{ on: "2024-01-05", event: "Count Notice", id: "n", Count: count }],
      ask: asked("2024-01-07", "Fees", "Left"),
    });
    const problems = journal.filter(({ kind }) => kind === "problem").map(({ name, text }) => `${name}: ${text}`);
    const duties = owed.filter(({ text }) => text.startsWith("Call")).map(({ text }) => text);
    return [...answers.map((it) => ("answer" in it ? it.answer : it.error.kind)), ...problems, ...duties];
  }

  const pay = "when Count Notice\n  its Count * $10 is applied to due Fees, then Left";
  const convert = "when Count Notice\n  Fees is converted by its Count * $10";
  const call =
    "the Borrower must pay its Count * $10 to Holder by 5 days after its date for each Count Notice called Call";

  test.each([
    ["a payment moves nothing, and the journal says so", pay, "-7", ["30", "500"], ["payment: a payment of -$70 is"]],
    // $20 of the $30 are paid.
    ["a payment of more than nothing moves what it is", pay, "2", ["10", "500"], []],
    [
      "a conversion moves nothing, and the journal says so",
      convert,
      "-2",
      ["30", "500"],
      ["Fees: a conversion of -$20 is"],
    ],
    ["a conversion of more than nothing moves what it is", convert, "2", ["10", "500"], []],
    // $80 are converted, and $30 are owed.
    [
      "a conversion of more than is owed says what is left over",
      convert,
      "8",
      ["0", "500"],
      ["Fees: $50 of the conversion is left"],
    ],
    [
      "a state falls by it, which is a rise",
      "when Count Notice\n  Left falls by its Count * $10",
      "-7",
      ["30", "570"],
      [],
    ],
    // $30 − $10 = $20.
    [
      "a charge counts against the rest",
      "when Count Notice\n  Fees is charged its Count * $10 due on today",
      "-1",
      ["20", "500"],
      [],
    ],
    ["a duty owes nothing, and says so", call, "-5", ["30", "500"], ["Call: -$50 for n, less than nothing"]],
    ["a duty of more than nothing owes what it is", call, "5", ["30", "500"], ["Call: $50 for n"]],
    ["a duty of nothing owes nothing", call, "0", ["30", "500"], []],
  ])("%s", (_, rule, count, [feesLeft, left], problems) => {
    expect(after(rule, count)).toEqual([feesLeft, left, ...problems.map((it) => expect.stringContaining(it))]);
  });
});

test("a payment whose amount can't be determined may come before any other, whichever is written first", () => {
  const rules = [
    "when Payment\n  $60 is applied to Fee, then Other\n",
    "when Payment\n  (its Amount * (market close / market close)) is applied to Fee\n",
  ];
  for (const text of [rules.join(""), rules.toReversed().join("")]) {
    const statements = `${fee}Other starts at $90\n${text}`;
    // What is left of the fee for the $60 is unknown, and so is what goes on.
    expect(answersOf(statements, { events: [paid("5")], ask: asked("2024-01-12", "Fee", "Other") })).toEqual([
      "missing data",
      "missing data",
    ]);
  }
});

describe("what a posting moves nowhere", () => {
  const leftOver = (change: string) => {
    const statements = `section 7 "Changes"\n${fee}${interest}when Payment\n  ${change}\n`;
    const { journal } = factsOf(statements, { events: [paid("5")], ask: [] });
    return journal.flatMap((it) => (it.kind === "AmountLeftOver" ? [[it.of, it.account, it.section, it.amount]] : []));
  };
  const dollars = (n: bigint) => ({ n, d: 1n });

  test.each([
    // $50 are owed.
    ["of a conversion what is more than is owed", "Fee is converted by $70", ["convert", "Fee", "7", dollars(20n)]],
    ["of one of less than nothing all", "Fee is converted by (its Amount - $9)", ["convert", "Fee", "7", dollars(-4n)]],
    [
      "of what falls due what is less than nothing",
      "Interest falls due by (its Amount - $9) on today",
      ["fall due", "Interest", "7", dollars(-4n)],
    ],
    // $100 have accrued.
    [
      "of what falls due what is more than has accrued",
      "Interest falls due by $130 on today",
      ["fall due", "Interest", "7", dollars(30n)],
    ],
  ])("is written down: %s", (_, change, expected) => {
    expect(leftOver(change)).toEqual([expected]);
  });

  test.each([
    ["a conversion of all", "Fee is converted by $50"],
    ["what falls due in part", "Interest falls due by $5 on today"],
    ["all that has accrued, as an amount", "Interest falls due by $100 on today"],
    ["nothing that falls due", "Interest falls due by (its Amount - $5) on today"],
    ["a charge of less than nothing", "Fee is charged (its Amount - $9) due on today"],
  ])("is nothing: %s", (_, change) => {
    expect(leftOver(change)).toEqual([]);
  });
});

test("the line of an account has what each posting did to it", () => {
  const statements = `${fee}${interest}when Payment
  Fee is charged $7 due on today
  Fee is converted by $70
  Interest falls due on today
  Interest is charged $0 due on today
  Interest is charged (its Amount - $9) due on 2024-02-01
  Room is converted by (its Amount - $9)
account Room owed by Borrower to Holder
on 2024-01-05
  Room is charged $3 due on today
`;
  const { journal } = factsOf(statements, { events: [paid("5")], ask: [] });
  const lines = journal.flatMap((it) => (it.kind === "AccountPosted" && it.cause !== undefined ? [it] : []));
  // The conversion comes first, and takes the $50 that are there. $100 have accrued; a charge of nothing is no news.
  expect(
    lines.map(({ account, postings }) => [account, postings.map(({ verb, amount }) => [verb, amount?.n])]),
  ).toEqual([
    [
      "Fee",
      [
        ["convert", 50n],
        ["charge", 7n],
      ],
    ],
    [
      "Interest",
      [
        ["charge", -4n],
        ["fall due", 100n],
      ],
    ],
  ]);
});
