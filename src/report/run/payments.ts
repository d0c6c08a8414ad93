import { groupBy } from "../../base/group-by.ts";
import type { JournalFact } from "../../evaluate/replay/journal-facts.ts";
import { sumOfAll, toDecimalText } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { unitName } from "../../units/value-type.ts";
import { figureOf } from "../figures.ts";
import type { Block, Cell } from "../page.ts";
import type { RunView } from "./run-source.ts";

/** Money paid on the accounts of the note, by day and account; each currency has a total of its own. */
export function paymentBlocks({ facts, program, noteOf }: RunView): Block[] {
  const paid = facts.journal.flatMap((fact) => paidIn(fact));
  if (paid.length === 0) return [{ kind: "Paragraph", text: "No money was paid on the accounts of the note." }];
  const totals = [...groupBy(paid, ({ unit }) => unit)].flatMap(([unit, list]): Cell[][] => {
    const total = sumOfAll(list.map(({ amount }) => amount));
    return total === undefined ? [] : [["Total", "", "", "", "", figureOf(toDecimalText(total), unit)]];
  });
  const rows = paid.map(({ fact, account, section, amount, unit }): Cell[] => {
    const { debtor = "", creditor = "" } = program.accounts.get(account) ?? {};
    const event = fact.cause?.id ?? fact.cause?.type.name ?? "";
    const figure = figureOf(toDecimalText(amount), unit, noteOf({ value: account, on: fact.day }));
    return [
      { kind: "Day", on: formatDate(fact.day) },
      event,
      account,
      `${debtor} to ${creditor}`,
      { kind: "Citation", sections: section },
      figure,
    ];
  });
  return [
    {
      kind: "Table",
      caption: "What payments were applied to",
      columns: [
        { head: "Day" },
        { head: "Event" },
        { head: "Applied to" },
        { head: "From and to" },
        { head: "Section" },
        { head: "Amount", isFigure: true },
      ],
      rows: [...rows, ...totals],
    },
  ];
}

function paidIn(fact: JournalFact) {
  if (fact.kind !== "AccountPosted") return [];
  return fact.postings.flatMap(({ verb, amount, section }) =>
    verb === "payment" ? [{ fact, account: fact.account, section, amount, unit: unitName(fact.type) }] : [],
  );
}
