import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { scheduleNamed, statementsOf } from "../../ast.ts";
import type { Checked, StatementOf } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";
import { knownOnlyLater } from "./unknowable-effective-days.ts";

/** Dates of an event that happens by itself, where they depend on what is not known from the beginning. */
export const unknowableDates: CheckRule = (program) =>
  statementsOf(program, "EventDeclaration").flatMap(({ statement }) => checked(statement, program));

/** A part that the dates rest on, and the names through which they do. */
interface Part {
  readonly part: unknown;
  readonly path: readonly string[];
}

function checked({ name, happens }: StatementOf<"EventDeclaration">, program: CheckedProgram): Diagnostic[] {
  if (happens === undefined) return [];
  const seen = new Set<string>();
  const waiting: Part[] =
    happens.kind === "CalendarTrigger"
      ? [{ part: happens.date, path: [] }]
      : partsOfSchedule(happens.schedule.text, [], seen, program);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path } = next;
    for (const expression of expressionsIn(next.part)) {
      const found = unknown(expression, happens.kind === "CalendarTrigger", program);
      if (found !== undefined) {
        const through = path.length === 0 ? "" : `, through ${path.map((step) => `\`${step}\``).join(" and ")}`;
        const related = path.length === 0 ? [] : [{ span: expression.span, label: "depends on it here" }];
        return [diagnostic("TN4137", happens.span, { event: name.text, found, path: through }, related)];
      }
      waiting.push(...behind(expression, path, seen, program));
    }
  }
  return [];
}

/** What the name in an expression stands for. */
function behind(expression: Checked, path: readonly string[], seen: Set<string>, program: CheckedProgram): Part[] {
  if (expression.kind === "EventsFold") return partsOfSchedule(expression.event.text, path, seen, program);
  if (expression.kind === "ScheduledTest") return partsOfSchedule(expression.schedule.text, path, seen, program);
  const { meaning } = expression;
  if (meaning?.kind !== "Definition" || seen.has(meaning.key)) return [];
  seen.add(meaning.key);
  const definition = program.symbols.definitions.get(meaning.key);
  const exceptions = program.symbols.exceptions.get(meaning.key) ?? [];
  const part = [definition?.statement, exceptions.map(({ statement }) => statement)];
  return [{ part, path: [...path, definition?.name.text ?? meaning.key] }];
}

function partsOfSchedule(name: string, path: readonly string[], seen: Set<string>, program: CheckedProgram): Part[] {
  const schedule = scheduleNamed(program.symbols, name);
  if (schedule === undefined || seen.has(`schedule ${name}`)) return [];
  seen.add(`schedule ${name}`);
  const { dates } = schedule;
  const own = { part: [dates, schedule.begins], path: [...path, name] };
  const others = dates.kind === "JoinedDates" ? dates.parts.flatMap(({ each }) => each?.text ?? []) : [];
  return [own, ...others.flatMap((other) => partsOfSchedule(other, own.path, seen, program))];
}

/** In words, what is not known from the beginning; undefined for what is. */
function unknown(expression: Checked, mayBeToday: boolean, program: CheckedProgram): string | undefined {
  if (expression.kind === "Today" && mayBeToday) return undefined;
  const isOfSchedule =
    expression.kind === "EventsFold" && scheduleNamed(program.symbols, expression.event.text) !== undefined;
  const kind = isOfSchedule ? undefined : knownOnlyLater[expression.kind];
  if (kind !== undefined) return kind;
  const { meaning } = expression;
  switch (meaning?.kind) {
    case "State":
      return `the state \`${meaning.name}\``;
    case "Family":
      return `whether \`${meaning.name}\` holds`;
    default:
      return undefined;
  }
}
