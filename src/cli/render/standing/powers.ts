/** What each party may do on a day, for reading: yes or no, with the reason and the limit. */
import type { PowerWords } from "../../../index.ts";
import { dayWords } from "../parts/day.ts";
import { briefFigure } from "../parts/figure.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell } from "../parts/table.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { kept, wrap } from "../parts/text.ts";

/** Text that ends with a line end. */
export function renderPowers(on: string, powers: readonly PowerWords[], width: number, paint: Paint): string {
  if (powers.length === 0) return "The template gives no party a power.\n";
  const title = wrap(`What may be given on ${dayWords(on)}, as things stand at its end`, width).map(paint.bold);
  const rows = powers.map((it): Cell[] => [
    { text: kept(it.party) },
    { text: it.may, paint: colours[it.may](paint) },
    { text: eventOf(it) },
    { text: detailOf(it) },
  ]);
  const table = renderTable([flexible("who"), "may", flexible("give"), flexible("")], rows, width, paint);
  return `${title.join("\n")}\n\n${table}\n`;
}

const colours: { readonly [M in PowerWords["may"]]: (paint: Paint) => (text: string) => string } = {
  yes: (paint) => paint.green,
  no: (paint) => paint.red,
  unknown: (paint) => paint.yellow,
};

function eventOf({ event, of, section }: PowerWords): string {
  return `${kept(event)}${of === undefined ? "" : ` for ${of}`} ${kept(`[${section}]`)}`;
}

function detailOf({ because, upTo, limitUnknown, refusedIf, may, effectiveOn }: PowerWords): string {
  const parts = [
    ...(because === undefined ? [] : [because]),
    ...(may === "no" ? [] : limitWords(upTo, limitUnknown)),
    ...(may === "no" || refusedIf.length === 0 ? [] : [`refused if ${refusedIf.join(", or ")}`]),
    ...(effectiveOn === undefined ? [] : [`takes effect on ${effectiveOn}`]),
  ];
  return parts.join("; ");
}

function limitWords(upTo: PowerWords["upTo"], limitUnknown: string | undefined): string[] {
  if (upTo !== undefined) {
    const nothing = upTo.amount === "0" ? ", so it would give nothing" : "";
    return [`up to ${kept(briefFigure(upTo.amount, upTo.unit))}${nothing}`];
  }
  return limitUnknown === undefined ? [] : [`up to a limit that is unknown: ${limitUnknown}`];
}
