/** Defaults over time, for reading: since when each was pending, when it occurred and when it ended. */
import type { DefaultWords } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell } from "../parts/table.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { kept } from "../parts/text.ts";

/** A default a row. */
export function defaultsTable(defaults: readonly DefaultWords[], width: number, paint: Paint): string {
  const rows = defaults.map((it): Cell[] => {
    const { pending = "", occurred = "", ended, state } = it;
    const painted = colourOf(state, paint);
    const words = [pending, occurred, ended ?? (state === "ended" ? "" : state), nameOf(it)];
    return words.map((text) => ({ text, ...painted }));
  });
  return renderTable(["pending since", "occurred", "ended", flexible("default")], rows, width, paint);
}

function nameOf({ value, title, section, of, deadline, state }: DefaultWords): string {
  const heading = title === "" ? "" : ` "${title}"`;
  const cure =
    state === "cured in time"
      ? ", cured in time"
      : state === "pending" && deadline !== undefined
        ? `, to be cured by the end of ${deadline}`
        : "";
  return `${kept(value)} under ${kept(section)}${heading}${of === undefined ? "" : ` for ${of}`}${cure}`;
}

function colourOf(state: DefaultWords["state"], paint: Paint): Pick<Cell, "paint"> {
  if (state === "continues") return { paint: paint.red };
  return state === "ended" || state === "cured in time" ? {} : { paint: paint.yellow };
}
