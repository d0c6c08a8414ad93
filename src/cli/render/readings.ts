import type {
  ComparedAnswer,
  Interaction,
  Interactions,
  JointAnswer,
  MostMoved,
  MovedAnswer,
  Reading,
  ReadingEffects,
  ReadingMoves,
  ReadingTotals,
  View,
} from "../../index.ts";
import { visibleText } from "../../index.ts";
import { questionCell, questionWords } from "./answers.ts";
import { briefFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { counted, kept, wrap } from "./parts/text.ts";

/** What a template leaves open, and the views it takes. Text that ends with a line end. */
export function renderPassages(
  readings: readonly Reading[],
  views: readonly View[],
  width: number,
  paint: Paint,
): string {
  const open = readings.map(({ name, section, passage, choices, chosen }) => [
    `  ${paint.cyan(`[${section}]`)} ${paint.bold(`"${visibleText(name)}"`)}`,
    ...inset(passage, width),
    ...inset(choices.map((it) => (it === chosen ? `"${it}" (default)` : `"${it}"`)).join(", "), width).map(paint.dim),
  ]);
  const taken = views.map(({ section, on, text, insteadOf, favours }) => [
    ...inset(`[${section}] ${on === undefined ? "" : `${on}: `}${text}`, width, 2),
    ...(insteadOf === undefined ? [] : inset(`instead of: ${insteadOf}`, width).map(paint.dim)),
    ...(favours === undefined ? [] : inset(`favours: ${favours}`, width).map(paint.dim)),
  ]);
  return [
    ...chapter(`${counted(readings.length, "passage")} can be read in more than one way`, open, paint),
    ...(views.length === 0
      ? []
      : ["", ...chapter(`${counted(views.length, "view")} of the template's own`, taken, paint)]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function chapter(title: string, items: readonly (readonly string[])[], paint: Paint): string[] {
  return [paint.bold(title), ...items.flatMap((lines) => ["", ...lines])];
}

const margin = 4;

function inset(text: string, width: number, indent: number = margin): string[] {
  return wrap(text, width - margin).map((line, index) => " ".repeat(index === 0 ? indent : margin) + line);
}

/** The totals, the answers that each choice moves, then the pairs of choices that act on one another. Text that ends with a line end. */
export function renderMoves(
  { totals, moves, interactions }: ReadingEffects,
  settled: ReadonlyMap<string, string>,
  isAll: boolean,
  width: number,
  paint: Paint,
): string {
  if (moves.length === 0) return "The template has no passage that can be read in more than one way.\n";
  const moving = moves.filter(({ moved }) => moved.length > 0);
  const quiet = moves.filter(({ moved }) => moved.length === 0);
  const parts = [
    wrap(totalsWords(totals), width).join("\n"),
    ...leaderPart(totals, width, paint),
    ...rankedParts(totals, width, paint),
    ...moving.map((it) => `${heading(it, settled, width, paint)}\n${movesTable(it.moved, width, paint)}`),
    ...(isAll ? quiet.map((it) => `${heading(it, settled, width, paint)}\n${paint.dim("  moves nothing")}`) : []),
    ...(!isAll && quiet.length > 0
      ? [wrap(quietWords(quiet.length, moving.length), width).map(paint.dim).join("\n")]
      : []),
    ...interactionParts(interactions, isAll, width, paint),
  ];
  return `${parts.join("\n\n")}\n`;
}

function totalsWords({ passages, moving, ranked: [first] }: ReadingTotals): string {
  const verb = moving === 1 ? "moves" : "move";
  const counts = `${counted(passages, "passage")}, ${moving} ${verb} something`;
  const most = first?.most[0];
  if (first === undefined || most === undefined) return `${counts}.`;
  const by = most.kind === "money" ? "most" : "something";
  return `${counts}. [${first.section}] "${first.reading}" read "${first.choice}" moves ${by}: ${movedWords(most)}.`;
}

/** `Default Amount goes from no value to $4,206,164.13… on 2007-06-29`. */
function movedWords({ value, of, on, unit, default: before, chosen }: MovedAnswer): string {
  const day = on === undefined ? "" : ` on ${on}`;
  return `${questionWords({ value, of })} goes from ${answerWords(before, unit)} to ${answerWords(chosen, unit)}${day}`;
}

/** Which choice moves most of each kind: what is owed in all at the end, then the answers. */
function leaderPart({ leaders }: ReadingTotals, width: number, paint: Paint): string[] {
  if (leaders.length < 2) return [];
  const rows = leaders.map(({ kind, reading, section, choice, most, answers }) => [
    { text: kept(kind) },
    { text: `[${section}] ${visibleText(reading)}: ${choice}` },
    {
      text:
        kind === "yes or no"
          ? `${counted(answers, "answer")} changes`.replace(/s changes$/, "s change")
          : movedWords(most),
    },
  ]);
  const table = renderTable(["most of", flexible("choice"), flexible("what moves")], rows, width, paint);
  return [`Which choice moves most of each kind.\n${table}`];
}

/** A line for each choice, with what it moves most of each kind. */
function rankedParts({ kinds, ranked }: ReadingTotals, width: number, paint: Paint): string[] {
  if (ranked.length < 2) return [];
  const columns = [
    flexible("choice"),
    ...kinds.map((kind) => ({ head: kind.replace(" or ", "/"), align: "right" as const, isFlexible: true })),
  ];
  const rows = ranked.map(({ section, reading, choice, most }) => [
    { text: kept(`[${section}] ${reading}: ${choice}`) },
    ...kinds.map((kind) => ({ text: mostWords(most.find((it) => it.kind === kind)) })),
  ]);
  const words = [
    "What each choice moves most.",
    ...(ranked.some(({ most }) => most.some(isOneSided))
      ? ['"to": by default there is none; "from": under the choice there is none.']
      : []),
    ...(kinds.includes("yes or no") ? ["yes/no: how many such answers change."] : []),
  ];
  return [`${wrap(words.join(" "), width).join("\n")}\n${renderTable(columns, rows, width, paint)}`];
}

/** Without the unit, which the head of the column says. */
function mostWords(moved: MostMoved | undefined): string {
  if (moved === undefined) return "";
  const { kind, answers, unit, difference, default: before, chosen } = moved;
  if (difference !== undefined) return differenceWords({ difference, unit: unitInColumn(kind, unit) });
  const figure = isFigure(chosen) ? chosen : before;
  if (kind === "yes or no" || kind === "other" || !isFigure(figure)) return String(answers);
  return kept(`${figure === chosen ? "to" : "from"} ${briefFigure(figure, unitInColumn(kind, unit))}`);
}

const unitInColumn = (kind: string, unit: string) =>
  kind === "shares" ? "number" : kind.startsWith("price") ? unit.replace("/share", "") : unit;

function isOneSided({ kind, difference, default: before, chosen }: MostMoved): boolean {
  return kind !== "yes or no" && difference === undefined && isFigure(before) !== isFigure(chosen);
}

const isFigure = (answer: ComparedAnswer) => typeof answer === "string";

/** So many pairs are shown, unless all are asked for. */
const mostShown = 5;

function interactionParts({ pairs, run, found }: Interactions, isAll: boolean, width: number, paint: Paint): string[] {
  if (run === 0) return [];
  const shown = isAll ? found : found.slice(0, mostShown);
  const more = found.length - shown.length;
  return [
    wrap(interactionWords(found.length, run, pairs), width).join("\n"),
    ...shown.map((it) => `${pairHeading(it, width, paint)}\n${jointTable(it.answers, width, paint)}`),
    ...(more > 0
      ? [
          wrap(`${counted(more, "more pair")}; --all lists them.`, width)
            .map(paint.dim)
            .join("\n"),
        ]
      : []),
  ];
}

function interactionWords(found: number, run: number, pairs: number): string {
  const cut = run < pairs ? ` ${run} of ${pairs} pairs were run; --pairs runs more.` : "";
  if (found === 0) return `No pair of choices has a joint effect other than the sum of their single effects.${cut}`;
  const have = found === 1 ? "has" : "have";
  return `${counted(found, "pair")} of choices ${have} a joint effect that is not the sum of their single effects.${cut}`;
}

function pairHeading({ first, second }: Interaction, width: number, paint: Paint): string {
  const words = [first, second].map(({ section, reading, choice }) => `[${section}] "${reading}" read "${choice}"`);
  return wrap(words.join(" and "), width).map(paint.bold).join("\n");
}

function jointTable(answers: readonly JointAnswer[], width: number, paint: Paint): string {
  const columns = [
    flexible("value"),
    { head: "if added up", align: "right", isFlexible: true },
    { head: "together", align: "right", isFlexible: true },
    { head: "difference", align: "right" },
  ] as const;
  const rows = answers.map((it) => [
    { text: questionCell(it) },
    { text: it.apart === undefined ? "" : answerWords(it.apart, it.unit) },
    { text: answerWords(it.together, it.unit), paint: paint.bold },
    { text: differenceWords(it) },
  ]);
  return renderTable(columns, rows, width, paint);
}

function quietWords(quiet: number, moving: number): string {
  const others = moving === 0 ? "" : "other ";
  const verb = quiet === 1 ? "moves" : "move";
  return `${counted(quiet, `${others}choice`)} ${verb} nothing that is asked; --all lists ${quiet === 1 ? "it" : "them"}.`;
}

/** The passage with its section, the choice that is looked at, the default, and what the scenario itself settles. */
function heading(
  { reading, section, default: byDefault, choice }: ReadingMoves,
  settled: ReadonlyMap<string, string>,
  width: number,
  paint: Paint,
): string {
  const own = settled.get(reading);
  const scenario = own === undefined || own === byDefault ? "" : ` (the scenario reads it "${own}")`;
  const words = `[${section}] "${reading}" read "${choice}" instead of "${byDefault}"${scenario}`;
  return wrap(words, width).map(paint.bold).join("\n");
}

function movesTable(moved: readonly MovedAnswer[], width: number, paint: Paint): string {
  const columns = [
    flexible("value"),
    { head: "default", align: "right", isFlexible: true },
    { head: "chosen", align: "right", isFlexible: true },
    { head: "difference", align: "right" },
  ] as const;
  const rows = moved.map((it) => [
    { text: questionCell(it) },
    { text: answerWords(it.default, it.unit) },
    { text: answerWords(it.chosen, it.unit), paint: paint.bold },
    { text: differenceWords(it) },
  ]);
  return renderTable(columns, rows, width, paint);
}

function answerWords(answer: ComparedAnswer, unit: string): string {
  if (answer === null) return "no value";
  if (typeof answer === "object") return answer.error;
  return kept(briefFigure(answer, unit));
}

function differenceWords({ difference, unit }: Pick<MovedAnswer, "difference" | "unit">): string {
  if (difference === undefined) return "";
  const size = difference.replace("-", "");
  const figure = kept(briefFigure(size, size === "1" && unit === "days" ? "day" : unit));
  return `${difference.startsWith("-") ? "-" : "+"}${figure}`;
}
