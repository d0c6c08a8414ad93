import { groupBy } from "../../base/group-by.ts";
import { definitionKey } from "../../core/core.ts";
import type { JournalFact } from "../../evaluate/replay/journal-facts.ts";
import { sumOfAll, toDecimalText } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { unitName } from "../../units/value-type.ts";
import { nameOfChanged, ofEvent } from "../../wording/journal.ts";
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
  const rows = paid.map(({ fact, section, amount, unit }): Cell[] => {
    const { account, of } = fact;
    const { debtor = "", creditor = "" } = program.accounts.get(definitionKey(account, of?.type.name)) ?? {};
    const event = fact.cause?.id ?? fact.cause?.type.name ?? "";
    const asked = { value: account, ...(of?.id !== undefined && { of: of.id }), on: fact.day };
    const isAsked = of === undefined || of.id !== undefined;
    const figure = figureOf(toDecimalText(amount), unit, isAsked ? noteOf(asked) : undefined);
    return [
      { kind: "Day", on: formatDate(fact.day) },
      event,
      nameOfChanged({ name: account, ...ofEvent(of) }),
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
    verb === "payment" ? [{ fact, section, amount, unit: unitName(fact.type) }] : [],
  );
}
