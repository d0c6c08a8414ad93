/** Two notes side by side in one story of three years: a conversion each month, interest each quarter, daily prices. */
import { readFileSync } from "node:fs";
import type { LoadedComparison, NamedText, SubjectTexts } from "../src/index.ts";
import { compareInstruments, compile, loadComparison } from "../src/index.ts";
import { clausesFor } from "../test/support/library.ts";
import { businessDaysAfter, day, monthEnd, quarterEnd, textOf } from "./baseline/days.ts";
import { ensured, marketText } from "./cases.ts";
import { median } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const aim = 3_000;
const rounds = 3;

export function comparing(): Row[] {
  const subjects = ["juniper-2005", "secured-services-2006"].map(subjectNamed);
  const times = Array.from({ length: rounds + 1 }, () => {
    const start = process.cpuUsage();
    ensured(compareInstruments(loaded(subjects)));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  // The first round warms up.
  const ms = median(times.slice(1));
  return [
    {
      what: `two notes compared, three years, ${events.length} events`,
      beside: "3 s of processor time",
      ratio: ms / aim,
      aim: 1,
      figures: `${inTime(ms)}, first ${inTime(times[0] ?? 0)}`,
    },
  ];
}

/** Read anew each time: what a comparison has answered once it keeps. */
function loaded(subjects: readonly SubjectTexts[]): LoadedComparison {
  return ensured(loadComparison({ story, market, subjects }));
}

function subjectNamed(name: string): SubjectTexts {
  const path = `terms/${name}.tenor`;
  const { text } = fileAt(path);
  const subject = { format: "tenor/subject@1", template: path };
  return {
    name,
    template: ensured(compile(text, path, ...clausesFor(text))),
    templateName: path,
    binding: fileAt(`terms/${name}.binding.json`),
    subject: { name: `subject ${name}`, text: JSON.stringify(subject) },
  };
}

function fileAt(path: string): NamedText {
  return { name: path, text: readFileSync(path, "utf8") };
}

const from = day("2006-01-03");
const through = day("2008-12-31");

const events = Array.from({ length: 35 }, (_, index) => monthEnd(from, index) + 1).flatMap((first, index) => {
  const on = businessDaysAfter(first, 5);
  const id = `c${index + 1}`;
  const due = monthEnd(first);
  return [
    { on: textOf(on), event: "conversion", id, amount: "50000" },
    { on: textOf(on + 1), event: "delivery of shares", for: id },
    ...(quarterEnd(due) === due ? [{ on: textOf(due), event: "payment of interest", amount: "what is due" }] : []),
  ];
});

const market: NamedText = { name: "market.csv", text: marketText(11, day("2005-10-03"), 860) };

const story: NamedText = {
  name: "story.json",
  text: JSON.stringify({
    format: "tenor/story@1",
    story: "three-years",
    from: textOf(from),
    through: textOf(through),
    market: market.name,
    deal: {
      amount: "3000000",
      "issue date": textOf(from),
      maturity: "2009-01-05",
      "fixed conversion price": "0.10",
      "shares outstanding": "400000000",
    },
    events,
  }),
};
