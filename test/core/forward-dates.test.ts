/** Dates that are only counted forward from a day that is known without calendar or market data. */
import { expect, test } from "vitest";
import { reckonsForward } from "../../src/core/forward-dates.ts";
import { head, lowered } from "./lowered.ts";

const declared =
  "event Notice by Holder\n  Day: date\n  Sent: date, optional\n  Late: yes or no = no\nCall Date is a date, at first not set\nOpen starts at yes\n" +
  'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n' +
  'Short holds when "grace" is read "short"\nForward means 3 business days after Issue Date\nBack means 3 business days before Issue Date\n' +
  "Shifted means 3 days after Issue Date\nSoon holds when today is after Issue Date\nTraded holds when market close is more than $1 per share\n" +
  'section 2 "Two"\nMoved means 3 business days after Issue Date\nnotwithstanding Moved\n  while: Open\n  it is: Issue Date\n' +
  "Fee means $1\nnotwithstanding Fee\n  while: Open\n  it is: $2\n";

function isForward(value: string, more = ""): boolean {
  const program = lowered(`${head}${declared}${more}Wanted for each Notice means ${value}\n`);
  const definition = program.definitions.get("Wanted / Notice");
  return definition !== undefined && reckonsForward(definition.value, program);
}

test.each([
  ["business days after a deal term", "3 business days after Issue Date"],
  ["business days after today", "3 business days after today"],
  ["business days after the day of the event", "3 business days after its date"],
  ["business days after a day that the event gives", "3 business days after its Day"],
  ["no business days after a day", "0 business days after its Day"],
  ["the first business day after a day", "the first business day after its Day"],
  ["the first business day on or after a day", "the first business day on or after its Day"],
  ["business days after days", "3 business days after 2 days after its Day"],
  ["business days after days before", "3 business days after 2 days before its Day"],
  ["business days after business days after", "3 business days after the first business day after its Day"],
  ["business days after the end of a month", "3 business days after the last day of the month of its Day"],
  ["business days after the later of two days", "3 business days after (the later of its Day and its date)"],
  ["business days after what one value says", "3 business days after Shifted"],
  ["what another value says", "3 business days after Forward"],
  ["of two cases, both", "3 business days after its Day if its Late, otherwise 5 business days after its Day"],
  ["a case by a comparison of days", "3 business days after its Day if its Day is after today, otherwise Forward"],
  ["a case by what is set", "3 business days after its Day if its Day is set, otherwise Forward"],
  ["a case by what is not so", "3 business days after its Day if not its Late, otherwise Forward"],
  [
    "a case by two conditions",
    "3 business days after its Day if its Late and its Day is after today, otherwise Forward",
  ],
  ["a case by a reading", '3 business days after its Day if "grace" is read "short", otherwise Forward'],
  ["a case by a value that says so", "3 business days after its Day if Soon, otherwise Forward"],
  ["a case by a reading that a value asks for", "3 business days after its Day if Short, otherwise Forward"],
  ["as a passage is read", 'as "grace" is read\n  "short": 3 business days after its Day\n  "long": Forward'],
  ["of three cases, all", "Forward if its Late, 3 business days after its Day if Soon, otherwise Forward"],
  ["business days after a day, or else another", "3 business days after (its Sent, or else its Day)"],
  ["after a day that depends on a case", "3 business days after (its Day if its Late, otherwise its date)"],
])("%s", (_, value) => expect(isForward(value)).toBe(true));

test.each([
  ["business days before a day", "3 business days before its Day"],
  ["the last business day before a day", "the last business day before its Day"],
  ["the last business day on or before a day", "the last business day on or before its Day"],
  ["business days after business days before", "3 business days after 2 business days before its Day"],
  ["business days after what goes back", "3 business days after Back"],
  ["a value to which there is an exception", "3 business days after Moved"],
  ["as many business days as are counted", "(the number of Notice events) business days after its Day"],
  ["business days after a state", "3 business days after Call Date"],
  ["a day itself, which is not counted", "its Day"],
  ["of two cases, one", "3 business days after its Day if its Late, otherwise Back"],
  ["of two cases, the other", "Back if its Late, otherwise 3 business days after its Day"],
  ["a case by a price", "3 business days after its Day if Traded, otherwise Forward"],
  ["a case by a state", "3 business days after its Day if Open, otherwise Forward"],
  [
    "a case by a comparison with a day that is counted",
    "3 business days after its Day if its Day is after Back, otherwise Forward",
  ],
  [
    "a case by a comparison of a day that is counted",
    "3 business days after its Day if Back is after its Day, otherwise Forward",
  ],
  ["a case by two conditions, one a price", "3 business days after its Day if its Late and Traded, otherwise Forward"],
  ["a case by what is not so of a price", "3 business days after its Day if not Traded, otherwise Forward"],
  ["a case by what may be set", "3 business days after its Day if Call Date is set, otherwise Forward"],
  ["as a passage is read, in one way", 'as "grace" is read\n  "short": 3 business days after its Day\n  "long": Back'],
  ["of three cases, two", "Forward if its Late, Back if Soon, otherwise Forward"],
  [
    "business days after one of three days",
    "3 business days after (its Day if Traded, its date if Soon, otherwise its Day)",
  ],
  ["business days after a day, or else one counted back", "3 business days after (its Sent, or else Back)"],
  ["business days after a state, or else a day", "3 business days after (Call Date, or else its Day)"],
  ["business days after trading days before", "3 business days after 2 trading days before its Day"],
  [
    "business days after the last business day of a month",
    "3 business days after the last business day of the month of its Day",
  ],
  [
    "business days after the end of the month of what goes back",
    "3 business days after the last day of the month of Back",
  ],
  [
    "business days after as many days as are counted",
    "3 business days after (the number of Notice events) days after its Day",
  ],
  ["the later of two that are counted", "the later of Forward and Back"],
  ["business days after the later of two, one counted back", "3 business days after (the later of its Day and Back)"],
  ["business days after a case, one counted back", "3 business days after (its Day if its Late, otherwise Back)"],
  ["business days after a case by a price", "3 business days after (its Day if Traded, otherwise its date)"],
  ["an amount of days that is in a value", "Days business days after its Day", "Days means 3\n"],
])("not %s", (_, value, more = "") => expect(isForward(value, more)).toBe(false));

/** Values that lead through one another, from `X A` to the last. */
function leading(length: number, link: (next: string) => string, last: string): string {
  const links = Array.from({ length }, (_, at) => `X ${letters(at)} ${link(`X ${letters(at + 1)}`)}\n`);
  return `${links.join("")}X ${letters(length)} ${last}\n`;
}

const day = "means Issue Date";
const condition = "holds when today is after Issue Date";
const after = "3 business days after X A";
const inCase = "3 business days after its Day if X A, otherwise Forward";
test.each([
  ["a day that is another", after, (next: string) => `means ${next}`, day],
  ["a day after another", after, (next: string) => `means 1 day after ${next}`, day],
  ["a business day after another", after, (next: string) => `means 1 business day after ${next}`, day],
  ["the first business day after another", after, (next: string) => `means the first business day after ${next}`, day],
  ["the last day of a month", after, (next: string) => `means the last day of the month of ${next}`, day],
  ["the later of two", after, (next: string) => `means the later of Issue Date and ${next}`, day],
  ["a case", after, (next: string) => `means Issue Date if Soon, otherwise ${next}`, day],
  [
    "a case by a comparison",
    after,
    (next: string) => `means Issue Date if ${next} is after today, otherwise today`,
    day,
  ],
  [
    "a case by a comparison with it",
    after,
    (next: string) => `means today if today is after ${next}, otherwise today`,
    day,
  ],
  ["a condition that is another", inCase, (next: string) => `holds when ${next}`, condition],
  ["a condition that another is not so", inCase, (next: string) => `holds when not ${next}`, condition],
  ["a condition with another", inCase, (next: string) => `holds when ${next} and Short`, condition],
] as const)("definitions are looked through as far as twenty: %s", (_, value, link, last) => {
  expect(isForward(value, leading(7, link, last))).toBe(true);
  expect(isForward(value, leading(30, link, last))).toBe(false);
});

/** A name of its own for each number below 676. */
function letters(at: number): string {
  const letter = (number: number) => String.fromCharCode("A".charCodeAt(0) + number);
  return at < 26 ? letter(at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;
}
