import { test } from "vitest";
import { expectFinding, expectNoFinding, head } from "./findings.ts";

const notice = "event Notice\n  Amount: money\n";
const terms = "given Delisted: yes or no\ngiven Suspended: yes or no\nPrice means $1 per share\n";
const reading = 'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n';

test.each([
  ["a value that is what it depends on", "«A» means B\nB means C\nC means A\n", "TN4001", "A → B → C → A"],
  ["a value of its own yesterday", "«A» means A as of (1 day before today)\n", "TN4001", "A → A"],
  [
    "a value by way of a sum over events",
    `${notice}«A» means the sum of its B over Notice events\nB for each Notice means A\n`,
    "TN4001",
    "A → B → A",
  ],
  [
    "a value by way of its exception",
    `${terms}«A» means $1\nB holds when A is $1\nnotwithstanding A\n  while: B\n  it is: $2\n`,
    "TN4001",
    "A → B → A",
  ],
  [
    "a fixed value made of nothing but itself at other events",
    "event Notice\nevent Reply for Notice\n«Fee» for each Notice is fixed as the sum of (its Notice's Fee * 2) over Reply events\n",
    "TN4001",
    "Fee → Fee",
  ],
  ["deal terms in a circle", "given «A»: money = B\ngiven B: money = A\n", "TN4001", "A → B → A"],
  ["a state that starts at what reads it", "«A» starts at B\nB means A\n", "TN4001", "A → B → A"],
  [
    "a default that holds while it holds",
    "«Default» occurs\n  when B\nB holds when Default or today is Issue Date\n",
    "TN4001",
    "Default → B → Default",
  ],
  [
    "a default of one section that asks for that of another, and back",
    'section 1 "a"\n«Default» occurs\n  when Default under 2\nsection 2 "b"\nDefault occurs\n  when B\nB holds when Default under 1\n',
    "TN4001",
    "Default",
  ],
  [
    "interest on a base that is a part of it",
    "account «Interest» owed by Borrower to Holder\n  accrues: 8% per year on B by actual/365\n  from and including: Issue Date\n" +
      "B means unpaid Interest on $5\n",
    "TN4001",
    "Interest → B → Interest",
  ],
  [
    "what is given by a power that limits it by that",
    `${notice}the Holder may give Notice\n  asking for: its Amount\n  up to the least of\n    (i) $5\n    (ii) its Given Part\n  beyond that: void\n  giving: «Given Part»\n`,
    "TN4001",
    "Given Part → Given Part",
  ],
  [
    "a value as of tomorrow",
    "A means market close\nB means A as of («1 day after today»)\n",
    "TN4002",
    "1 day after today",
  ],
  [
    "a value as of the next business day",
    "A means market close\nB means A as of («the first business day after today»)\n",
    "TN4002",
    "looks at a day",
  ],
  ["an effective day counted from today", "event Notice\n  takes effect on: «1 day after today»\n", "TN4003", "today"],
  [
    "an effective day that reads a state by way of a definition",
    `S starts at Issue Date\nevent Notice\n  takes effect on: «its Start»\nStart for each Notice means S\n`,
    "TN4003",
    "the state `S`, through `Start`",
  ],
  [
    "an effective day that is fixed",
    `event Notice\n  takes effect on: «its Start»\nStart for each Notice is fixed as its date\n`,
    "TN4003",
    "`Start`",
  ],
  ["a fixed value without event", "«A» is fixed as $1\n", "TN4004", "`A`"],
  [
    "a reading whose chosen is no choice",
    `${reading.replace('chosen: "short"', 'chosen: «"shirt"»')}A holds when "grace" is read "long"\n`,
    "TN4006",
    '"shirt"',
  ],
  ["a choice for which nothing is said", `${reading}A means as «"grace"» is read\n  "long": $1\n`, "TN4007", '"short"'],
  [
    "a limit for which a choice says nothing",
    `${reading}${notice}the Holder may give Notice\n  asking for: its Amount\n  up to the least of\n    (i) $1\n    (ii) $2\n  beyond that: as «"grace"» is read\n    "long": void\n  giving: Taken\nTotal means the sum of its Taken over Notice events\n`,
    "TN4007",
    '"short"',
  ],
  ["a reading that nothing uses", reading.replace('"grace"', '«"grace"»'), "TN4008", '"grace"'],
  [
    "exceptions that can hold at once",
    `${terms}${exception("Delisted", 1)}${exception("Suspended", 2).replace("Price", "«Price»")}`,
    "TN4009",
    "`Price`",
  ],
  [
    "two exceptions of one section, one over the section",
    `${terms}${exception("Delisted", 1)}${exception("Suspended", 1).replace("Price", "«Price»")}`,
    "TN4009",
    "`Price`",
  ],
  [
    "exceptions in a circle",
    `${terms}${exception("Delisted", 1, 2).replace("Price", "«Price»")}${exception("Suspended", 2, 1)}`,
    "TN4018",
    "1 → 2 → 1",
  ],
  [
    "an exception to what is not defined",
    `${terms}notwithstanding «Prise»\n  while: Delisted\n  it is: $2 per share\n`,
    "TN2001",
    "`Prise`",
  ],
  [
    "an exception to a deal term",
    `${terms}notwithstanding «Delisted»\n  while: Suspended\n  it is: no\n`,
    "TN2011",
    "`Delisted`",
  ],
  [
    "an exception to a rule of another section",
    `section 1 "One"\n${terms}notwithstanding Price of «2»\n  while: Delisted\n  it is: $2 per share\n`,
    "TN2010",
    "section 2",
  ],
  [
    "an exception over no other",
    `${terms}${exception("Delisted", 1, 7).replace("over: 7", "over: «7»")}`,
    "TN2010",
    "section 7",
  ],
  [
    "the displaced rule of another section",
    `section 1 "One"\n${terms}notwithstanding Price\n  while: Delisted\n  it is: Price under «2»\n`,
    "TN2010",
    "section 2",
  ],
  [
    "two ways to set one state",
    `${notice}A starts at $0\nwhen Notice\n  A becomes $1\nwhen Notice\n  «A rises by $1»\n`,
    "TN4010",
    "`Notice` happens",
  ],
  [
    "two ways to set one state in one conditional rule",
    `${notice}A starts at $0\nwhen Notice if today is Issue Date\n  A becomes $1\n  «A becomes $2»\n`,
    "TN4010",
    "this rule applies",
  ],
  [
    "two powers",
    `${notice}the Holder may give Notice\n  asking for: its Amount\nthe Borrower may give «Notice»\n  asking for: its Amount\n`,
    "TN4011",
    "`Notice`",
  ],
  [
    "a share basis on an event without the field",
    "event Split\nshare basis changes on Split by its «Ratio»\n",
    "TN2003",
    "`Ratio`",
  ],
  [
    "a note that exists from no day",
    `${head.replace("  exists from: Issue Date\n", "").replace('"Example"', '«"Example"»')}`,
    "TN4016",
    "from when",
  ],
  ["the first day before a date", "A means «the first business day before Issue Date»\n", "TN4017", "the first"],
  [
    "a choice for which two lines speak",
    `${reading}A means as "grace" is read\n  "long": $1\n  "short": $2\n  «"long"»: $3\n`,
    "TN4019",
    '"long"',
  ],
  [
    "an account that accrues from no day",
    "account «Interest» owed by Borrower to Holder\n  accrues: 8% per year on $100 by actual/365\n",
    "TN4020",
    "`Interest`",
  ],
] as const)("%s", (_, source, code, message) => {
  expectFinding(source, code, message);
});

test.each([
  ["a state that changes by what reads it", `${notice}A starts at $0\nB means A + $1\nwhen Notice\n  A becomes B\n`],
  [
    "a fixed value that sums earlier ones",
    `${notice}Room means $100 - Taken\nTaken means the sum of its Part over Notice events\nPart for each Notice is fixed as the lesser of Room and its Amount\n`,
  ],
  [
    "an account whose rate reads it",
    "account Interest owed by Borrower to Holder\n  accrues: 8% per year on unpaid Interest by actual/365\n  from and including: Issue Date\n",
  ],
  ["a value as of a past day", "A means market close\nB means A as of (1 trading day before today)\n"],
  [
    "an effective day over fields and the calendar",
    "event Notice\n  Wanted: date\n  takes effect on: its Start\nStart for each Notice means the later of its Wanted and (1 business day after its date)\n",
  ],
  ["exceptions with an order", `${terms}${exception("Delisted", 1)}${exception("Suspended", 2, 1)}`],
  [
    "exceptions ordered by way of a third",
    `${terms}${exception("Delisted", 1)}${exception("Suspended", 2, 1)}${exception("today is Issue Date", 3, 2)}`,
  ],
  [
    "exceptions of which one says not",
    `${terms}${exception("Delisted and Suspended", 1)}${exception("not Delisted", 2)}`,
  ],
  [
    "exceptions for two choices of a reading",
    `${terms}${reading}${exception('Delisted and "grace" is read "short"', 1)}${exception('"grace" is read "long"', 2)}`,
  ],
  [
    "exceptions for two kinds of a thing",
    `given Kind: "a", "b"\n${terms}${exception('Kind is "a"', 1)}${exception('Kind is "b"', 2)}`,
  ],
  [
    "rises and falls of one state",
    `${notice}A starts at $0\nwhen Notice\n  A rises by its Amount\nwhen Notice\n  A falls by $1\n`,
  ],
  [
    "conditional changes of one state",
    `${notice}A starts at $0\nwhen Notice if today is Issue Date\n  A becomes $1\nwhen Notice if today is after Issue Date\n  A becomes $2\n`,
  ],
] as const)("%s is fine", (_, source) => {
  expectNoFinding(source);
});

function exception(condition: string, section: number, over?: number): string {
  const before = over === undefined ? "" : `  over: ${over}\n`;
  return `section ${section} "S"\nnotwithstanding Price\n  while: ${condition}\n  it is: $2 per share\n${before}`;
}
