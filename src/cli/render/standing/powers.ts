/** What each party may do on a day, for reading: yes or no, with the reason and the limit. */
import type { PowerWords } from "../../../index.ts";
import { boundPhrases, effectPhrases, limitPhrases, supposedWords } from "../../../index.ts";
import { dayWords } from "../parts/day.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell } from "../parts/table.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { indented, kept, wrap } from "../parts/text.ts";

/** Text that ends with a line end. */
export function renderPowers(on: string, powers: readonly PowerWords[], width: number, paint: Paint): string {
  if (powers.length === 0) return "The template gives no party a power.\n";
  const title = wrap(`What may be given on ${dayWords(on)}, as things stand at its end`, width).map(paint.bold);
  return [`${title.join("\n")}\n`, `${powersTable(powers, width, paint)}\n`, ...bringsOf(powers, width, paint)].join(
    "\n",
  );
}

function powersTable(powers: readonly PowerWords[], width: number, paint: Paint): string {
  const rows = powers.map((it): Cell[] => [
    { text: kept(it.party) },
    { text: it.may, paint: colours[it.may](paint) },
    { text: eventOf(it) },
    { text: detailOf(it) },
  ]);
  return renderTable([flexible("who"), "may", flexible("give"), flexible("")], rows, width, paint);
}

/** Those that may be used, or of which that is unknown; the events that stand in none of these, by their names alone. */
export function powersInBrief(powers: readonly PowerWords[], width: number, paint: Paint): string {
  const open = powers.filter(({ may }) => may !== "no");
  const shown = new Set(open.map(({ event }) => event));
  const names = [...new Set(powers.map(({ event }) => event))].filter((it) => !shown.has(it)).map(kept);
  const others = names.length === 0 ? [] : wrap(`not: ${names.join(", ")}; \`tenor powers\` says why`, width - 2);
  return [
    ...(open.length === 0 ? [] : [powersTable(open, width, paint)]),
    ...others.map((line) => paint.dim(indented(line, 2))),
  ].join("\n");
}

/** Of each power that may be used, what it brings; a phrase a line. */
function bringsOf(powers: readonly PowerWords[], width: number, paint: Paint): string[] {
  const blocks = powers.flatMap(({ party, event, of, brings }) => {
    if (brings === undefined) return [];
    const supposed = supposedWords(brings);
    const head = `${kept(party)}: ${kept(event)}${of === undefined ? "" : ` for ${of}`}${supposed === "" ? "" : `, ${supposed}`}`;
    const phrases = effectPhrases(brings).flatMap((it) =>
      wrap(it, width - 6).map((line, at) => indented(line, at === 0 ? 4 : 6)),
    );
    return [...wrap(head, width - 2).map((line) => indented(line, 2)), ...phrases];
  });
  return blocks.length === 0
    ? []
    : [[paint.bold("What it brings to use them as far as they go"), ...blocks, ""].join("\n")];
}

const colours: { readonly [M in PowerWords["may"]]: (paint: Paint) => (text: string) => string } = {
  yes: (paint) => paint.green,
  no: (paint) => paint.red,
  unknown: (paint) => paint.yellow,
};

function eventOf({ event, of, section }: PowerWords): string {
  return `${kept(event)}${of === undefined ? "" : ` for ${of}`} ${kept(`[${section}]`)}`;
}

function detailOf(power: PowerWords): string {
  const { because, refusedIf, may, effectiveOn } = power;
  const parts = [
    ...(because === undefined ? [] : [because]),
    ...(may === "no" ? [] : [...limitPhrases(power), ...boundPhrases(power)].map(kept)),
    ...(may === "no" || refusedIf.length === 0 ? [] : [`refused if ${refusedIf.join(", or ")}`]),
    ...(effectiveOn === undefined ? [] : [`takes effect on ${effectiveOn}`]),
  ];
  return parts.join("; ");
}
