/** What settings say of files, which travel by their content. */
import type { DataTexts, NamedText } from "../../index.ts";
import type { Guard } from "../shape.ts";
import { isText, listOf, objectOf, orNull } from "../shape.ts";

/** A file under the name that messages show, and under which it stands among the files of the work. */
export interface FileReference {
  readonly name: string;
  readonly file: string;
}

export interface TemplateReference {
  readonly template: FileReference;
  readonly additions: readonly FileReference[];
  readonly exchange: FileReference | null;
}

export const isFile: Guard<FileReference> = objectOf<FileReference>({ name: isText, file: isText });
export const isTemplate: Guard<TemplateReference> = objectOf<TemplateReference>({
  template: isFile,
  additions: listOf(isFile),
  exchange: orNull(isFile),
});

/** The files that a scenario or a story names. */
export interface DataReference {
  /** For each series; null for the only one there is. */
  readonly market: readonly { readonly series: string | null; readonly text: FileReference }[];
  readonly calendar: FileReference | null;
  /** The files whose rows are events, by the paths that the scenario writes. */
  readonly rows: readonly { readonly path: string; readonly text: FileReference }[];
}

/** The guards of each part, for an object that has more. */
export const dataGuards = {
  market: listOf(objectOf<DataReference["market"][number]>({ series: orNull(isText), text: isFile })),
  calendar: orNull(isFile),
  rows: listOf(objectOf<DataReference["rows"][number]>({ path: isText, text: isFile })),
};

export function dataFrom(
  { market, calendar, rows }: DataReference,
  exchange: FileReference | null,
  textOf: (file: FileReference) => NamedText,
): DataTexts {
  const only = market.find(({ series }) => series === null);
  const series = market.flatMap((it) => (it.series === null ? [] : [[it.series, textOf(it.text)] as const]));
  return {
    ...(only && { market: textOf(only.text) }),
    ...(series.length > 0 && { series: new Map(series) }),
    ...(calendar && { calendar: textOf(calendar) }),
    ...(exchange && { exchange: textOf(exchange) }),
    rows: new Map(rows.map(({ path, text }) => [path, textOf(text)])),
  };
}
