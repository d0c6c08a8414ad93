import type { WrittenEntry } from "./entry.ts";
import { exampleHead } from "./example-head.ts";

const notice = `${exampleHead}event Notice by Holder\n`;

/** Words of contracts for when something holds, which a template has otherwise. */
export const contractWords = {
  TN1170: {
    slug: "value-for-a-time",
    message: "`{found}` can't follow a value: from when and until when it holds is a condition",
    label: "not behind a value",
    help: "write `VALUE only while today is on or after D`, or `VALUE if today is on or after D, otherwise VALUE`",
    explanation:
      "A value is one for each day. Where it is another one from some day on, or while something holds, it says so as a condition. " +
      "Only days that are counted, and interest, run from one day to another.",
    wrong: `${exampleHead}Rate in Force means 18% per year from Issue Date\n`,
    right: `${exampleHead}Rate in Force means 18% per year only while today is on or after Issue Date\n`,
  },
  TN1171: {
    slug: "condition-of-a-clause",
    message: "A {kind} does not say with `{found}` what it depends on: behind `{verb}` that is `{right}`",
    label: "other words here",
    help: "write `{right} CONDITION`, with brackets round a condition that is more than a name",
    explanation:
      "A power depends on what stands under `only if`. A duty is owed `while` something holds. A prohibition has an exception, " +
      "`unless`.",
    wrong: `${notice}given Open: yes or no\nthe Holder must give Notice by 5 days after Issue Date if Open\n`,
    right: `${notice}given Open: yes or no\nthe Holder must give Notice by 5 days after Issue Date while Open\n`,
  },
  TN1172: {
    slug: "last-day-of-a-clause",
    message: "`{found}` does not say whether the last day of the {kind} is in time",
    label: "is that day in?",
    help: "write `by D` where that day itself is in time, `by 1 day before D` where it is not",
    explanation: "A power and a duty end with a day that is named by `by`, and that day is in time.",
    wrong: `${notice}the Holder may give Notice until 5 days after Issue Date\n`,
    right: `${notice}the Holder may give Notice by 5 days after Issue Date\n`,
  },
  TN1173: {
    slug: "what-occurs",
    message: "`{found}` is said in one way of an event and in another of a default",
    label: "an event, or a default?",
    explanation:
      "An event is a day's report, and `when Notice` is each of them. A default and a condition hold for a time, and a rule says " +
      "whether it acts as that time begins or as it ends.",
    wrong: `${notice}Notices starts at 0\nwhen Notice occurs\n  Notices rises by 1\n`,
    right: `${notice}Notices starts at 0\nwhen Notice\n  Notices rises by 1\n`,
  },
} as const satisfies Readonly<Record<`TN1${number}`, WrittenEntry>>;
