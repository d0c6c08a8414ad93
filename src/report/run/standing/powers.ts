import { formatDate } from "../../../units/plain-date.ts";
import { boundPhrases, effectPhrases, limitPhrases, supposedWords } from "../../../wording/standing/effects.ts";
import type { PowerWords } from "../../../wording/standing/powers.ts";
import type { Block, Cell } from "../../page.ts";
import type { RunView } from "../run-source.ts";

/** What each party may do as the last day ends, how far or why not, and what it brings. */
export function powerBlocks({ powers = [], lastDay }: RunView): Block[] {
  if (powers.length === 0) return [];
  return [
    {
      kind: "Table",
      caption: `What may be given as things stand at the end of ${formatDate(lastDay)}`,
      columns: [
        { head: "Who" },
        { head: "May" },
        { head: "Give" },
        { head: "Section" },
        { head: "How far, or why not" },
        { head: "What it brings" },
      ],
      // What may be done stands first.
      rows: powers.toSorted((a, b) => Number(a.may === "no") - Number(b.may === "no")).map(rowOf),
    },
  ];
}

function rowOf(power: PowerWords): Cell[] {
  const { party, may, event, of, section, brings } = power;
  const supposed = brings && supposedWords(brings);
  const what = brings === undefined ? "" : effectPhrases(brings).join("; ");
  return [
    party,
    may === "yes" ? { kind: "Marked", tone: "strong", text: "yes" } : may,
    of === undefined ? event : `${event} for ${of}`,
    { kind: "Citation", sections: section },
    howFar(power),
    supposed === undefined || supposed === "" ? what : `${supposed}: ${what}`,
  ];
}

function howFar(power: PowerWords): Cell {
  const { may, because, refusedIf, effectiveOn } = power;
  if (may !== "yes") return { kind: "Marked", tone: may === "no" ? "quiet" : "warn", text: because ?? "" };
  return [
    ...limitPhrases(power),
    ...boundPhrases(power),
    ...(refusedIf.length === 0 ? [] : [`refused if ${refusedIf.join(", or ")}`]),
    ...(effectiveOn === undefined ? [] : [`takes effect on ${effectiveOn}`]),
  ].join("; ");
}
