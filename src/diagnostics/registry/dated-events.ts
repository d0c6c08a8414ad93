import type { WrittenEntry } from "./entry.ts";
import { exampleHead } from "./example-head.ts";

const monthly = `${exampleHead}section 1 "Months"\n`;
const begun = `${monthly}event Month Begun on the first day of the month of today\n`;
const counted = "Months starts at 0\nwhen Month Begun\n  Months rises by 1\n";

/** What is found of events that happen by themselves. */
export const datedEvents = {
  TN2097: {
    slug: "event-that-happens-by-itself",
    message: "`{event}` happens by itself, on its own dates: nobody reports it",
    label: "happens by itself",
    help: "take it out",
    explanation:
      "An event that is declared `on each of` a schedule, or `on` a date, happens on these days without anybody giving it. What is for one of " +
      'them names it by its day: `for "Month Begun 2024-03-01"`.',
    wrong: `${begun}${counted}test "a month"\n  with: Issue Date = 2024-01-15\n  on 2024-02-01: Month Begun\n  expect: Months on 2024-02-01 is 1\n`,
    right: `${begun}${counted}test "a month"\n  with: Issue Date = 2024-01-15\n  expect: Months on 2024-02-01 is 1\n`,
  },
  TN4135: {
    slug: "part-of-a-dated-event",
    message: "`{event}` happens by itself, and so it can't {what}",
    label: "of something that is reported",
    help: "take this out; what each of them has is said by `X for each E means …`",
    explanation:
      "An event that happens on dates of its own is never reported. So nobody gives it, nothing is reported with it, and it takes effect on " +
      "its day.",
    wrong: `${monthly}event Month Begun by Borrower on the first day of the month of today\n${counted}`,
    right: `${begun}${counted}`,
  },
  TN4136: {
    slug: "dated-event-that-is-given",
    message: "`{event}` happens by itself: nobody may or must give it",
    label: "happens by itself",
    help: "name the event that a party gives for it: `event Report for Month Begun by Borrower`",
    explanation:
      "Powers, duties, prohibitions and plans speak of events that a party gives. An event on dates of its own happens without anybody.",
    wrong: `${begun}${counted}the Borrower must give Month Begun by Issue Date\n`,
    right: `${begun}${counted}event Report for Month Begun by Borrower\nfor each Month Begun, the Borrower must give Report by its date called Reporting\n`,
  },
  TN4137: {
    slug: "dates-that-are-not-known",
    message: "The dates of `{event}` depend on {found}{path}",
    label: "not known from the beginning",
    help: "let the dates go by deal terms and calendars, and say under which condition something follows from the event",
    explanation:
      "When an event happens by itself has to be known from the beginning: it may rest on deal terms, readings, calendars and other such " +
      "dates, and not on what happens or on prices.",
    wrong: `${monthly}Next Date is a date, at first not set\nevent Closing\nwhen Closing\n  Next Date becomes today\nevent Month Begun on Next Date\n${counted}`,
    right: `${monthly}given Next Date: date\nevent Month Begun on Next Date\n${counted}`,
  },
} as const satisfies Readonly<Record<string, WrittenEntry>>;
