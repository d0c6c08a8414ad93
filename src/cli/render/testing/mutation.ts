/** Which changes to a template no story notices, by section. */
import type { MutationReport } from "../../testing/explained.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { counted, wrap } from "../parts/text.ts";
import { lineOf, lineText, short, staleWords } from "./places.ts";

type Report = MutationReport & { readonly file: string; readonly failing: readonly string[] };

/** For reading; text that ends with a line end. */
export function renderMutation(report: Report, width: number, paint: Paint): string {
  const { tried, unnoticed, failing, stale } = report;
  const open = unnoticed.filter(({ why }) => why === undefined);
  const explained = unnoticed.length - open.length;
  const blocks = [
    open.length === 0 ? "" : table(open, width, paint),
    stale.length === 0 ? "" : staleWords(stale),
    failing.length === 0 ? "" : `Not asked, as they fail without any change: ${failing.join("; ")}`,
  ].filter((it) => it !== "");
  const why = explained === 0 ? "" : `, ${explained} explained`;
  const head = `${counted(tried, "change")}, ${tried - unnoticed.length} noticed${why}, ${open.length} not noticed`;
  const end = open.length === 0 ? paint.green(head) : paint.red(head);
  return [...blocks.map((it) => (it.includes("\n") ? it : wrap(it, width).join("\n"))), end]
    .map((it) => `${it}\n`)
    .join("\n");
}

function table(open: Report["unnoticed"], width: number, paint: Paint): string {
  const rows = open.map(({ mutant, isReached }) => {
    const note = isReached ? "" : "no story gets here";
    const texts = [mutant.section, lineOf(mutant), mutant.what, short(mutant.from), short(mutant.to), note];
    return texts.map((text) => ({ text }));
  });
  const columns = [
    "Section",
    { head: "Line", align: "right" as const },
    "What",
    flexible("Written"),
    flexible("Instead"),
    "",
  ];
  return renderTable(columns, rows, width, paint);
}

/** As `tenor mutate --json` prints it. */
export function mutateJson({ file, tried, unnoticed, failing, stale }: Report): object {
  return {
    format: "tenor/mutate@1",
    template: file,
    totals: {
      tried,
      noticed: tried - unnoticed.length,
      unnoticed: unnoticed.filter(({ why }) => why === undefined).length,
      explained: unnoticed.filter(({ why }) => why !== undefined).length,
    },
    unnoticed: unnoticed.map(({ mutant, isReached, why }) => {
      const { section, what, from, to } = mutant;
      return {
        section,
        line: Number(lineOf(mutant)),
        in: lineText(mutant),
        what,
        from,
        to,
        reached: isReached,
        ...(why !== undefined && { why }),
      };
    }),
    failing,
    stale,
  };
}
