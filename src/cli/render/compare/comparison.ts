/** A comparison for reading in a terminal, on one screen: who is compared, terms, outcome, totals, where they part. */
import type { ComparedSubject, Comparison } from "../../../index.ts";
import { groupBy, visibleText } from "../../../index.ts";
import { weekdayOf } from "../parts/day.ts";
import type { Paint } from "../parts/paint.ts";
import { wrap } from "../parts/text.ts";
import { renderChanged } from "./changed.ts";
import { cut, inset, letterOf } from "./columns.ts";
import { renderOutcome } from "./outcome.ts";
import { renderTerms } from "./terms.ts";
import { renderTotals } from "./totals.ts";

/** Text that ends with a line end. With `isFull`, nothing is cut or left out. */
export function renderComparison(comparison: Comparison, isFull: boolean, width: number, paint: Paint): string {
  const chapters = [
    head(comparison, width, paint),
    titled("Terms", renderTerms(comparison, isFull, width, paint), paint),
    titled("Outcome", renderOutcome(comparison, isFull, width, paint), paint),
    titled("Totals", renderTotals(comparison, isFull, width, paint), paint),
    parting(comparison, isFull, width, paint),
    renderChanged(comparison, isFull, width, paint),
    left(comparison, isFull, width, paint),
  ];
  return `${chapters.filter((it) => it !== "").join("\n\n")}\n`;
}

function titled(title: string, text: string, paint: Paint): string {
  return text === "" ? "" : `${paint.bold(title)}\n${text}`;
}

function head({ story, subjects }: Comparison, width: number, paint: Paint): string {
  const title = visibleText(story.title ?? story.name);
  const names = subjects.map(({ name, title: note }, index) => {
    const [first = "", ...rest] = wrap(`${name} · ${note}`, width - 5);
    return [`  ${paint.cyan(letterOf(index))}  ${first}`, ...rest.map((line) => `     ${line}`)].join("\n");
  });
  return [...wrap(`${title}, ${story.from} to ${story.through}`, width).map(paint.bold), ...names].join("\n");
}

function parting({ parts }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  if (parts === null) return paint.bold("They do not part: every position is the same on every day");
  const short = (text: string, lines: number) => cut(text, width - 6, isFull ? Infinity : lines);
  const others = parts.roles.slice(1).map(({ role, on, sections }) => `${role} ${on} (${cited(sections)})`);
  const because = inset(short(parts.because, 4), width);
  const rest = short(`then ${others.join(", ")}`, because.length < 4 ? 2 : 1);
  const lines = [
    paint.bold(`They part on ${weekdayOf(parts.on)} ${parts.on}: ${parts.role} (${cited(parts.sections)})`),
    ...because,
    ...(others.length === 0 ? [] : inset(rest, width).map(paint.dim)),
  ];
  return lines.join("\n");
}

/** `A 1.2(a), B 4(b)` */
function cited(sections: readonly string[]): string {
  return sections.map((section, index) => `${letterOf(index)} ${section === "" ? "–" : section}`).join(", ");
}

/** What does not reach a subject, one line for each reason, and what it refuses. */
function left({ subjects }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  const lines = subjects.flatMap((subject, index) => linesFor(subject, letterOf(index)));
  if (lines.length === 0) return "";
  const shown = isFull ? lines : lines.slice(0, mostLines);
  const more = lines.length - shown.length;
  const rest = more === 0 ? [] : inset(`and ${more} more, with --full`, width);
  const text = [...shown.flatMap((line) => inset(line, width)), ...rest].map(paint.dim);
  return [paint.bold("What of the story does not apply, and why"), ...text].join("\n");
}

const mostLines = 3;

function linesFor({ notes, refused }: ComparedSubject, letter: string): string[] {
  const reasons = [
    ...refused.map(({ event, on, because }) => ({ on, what: event, because: `refused, ${because}` })),
    ...notes.map(({ on, what, because }) => ({ on: on ?? "", what, because })),
  ];
  const days = groupBy(reasons, ({ what, because }) => `${what}: ${because}`);
  return [...days].map(([words, list]) => {
    const on = list.map((it) => it.on).filter((day) => day !== "");
    const when = on.length === 0 ? "" : on.length === 1 ? ` on ${on[0]}` : ` on ${on.length} days, first ${on[0]}`;
    return `${letter}  ${words}${when}`;
  });
}
