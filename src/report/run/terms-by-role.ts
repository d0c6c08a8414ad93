import { listUnder } from "../../base/group-by.ts";
import type { Expr } from "../../core/core.ts";
import { isRoleFor, roles } from "../../units/roles.ts";
import { wordsAsRead } from "../../wording/clause-words.ts";
import { answerCell } from "../figures.ts";
import type { Cell, Table } from "../page.ts";
import type { RunView } from "./run-source.ts";

/** The terms of the contract by what they are: a deal term by its value, a clause by its words. */
export function termsByRole(run: RunView): Table {
  const rolesOf = new Map<string, string[]>();
  for (const role of roles.filter((it) => isRoleFor("term", it))) {
    for (const { name } of run.program.roles.filter((it) => it.role === role.name)) listUnder(rolesOf, name, role.name);
  }
  const rows = [...rolesOf].flatMap(([name, of]) => rowOf(name, of, run));
  return {
    kind: "Table",
    caption: "What the contract says",
    columns: [{ head: "Name" }, { head: "What it is" }, { head: "Section" }, { head: "Value or clause" }],
    rows,
  };
}

function rowOf(name: string, rolesOfName: readonly string[], run: RunView): Cell[][] {
  const found = termOf(name, run);
  if (found === undefined) return [];
  const what: Cell = { kind: "Marked", tone: "quiet", text: rolesOfName.join(", ") };
  return [[name, what, { kind: "Citation", sections: found.section }, found.words]];
}

interface Term {
  readonly words: Cell;
  readonly section: string;
}

function termOf(name: string, run: RunView): Term | undefined {
  const { program, start } = run;
  const event = program.events.get(name);
  if (event !== undefined)
    return { words: `an event${event.by === undefined ? "" : ` by ${event.by}`}`, section: event.section };
  const askable = program.askable.get(name);
  const place = askable?.noteLevel ?? [...(askable?.perEvent.values() ?? [])][0];
  if (place?.kind === "param") {
    const answer = run.answer({ value: name, on: start });
    return answer && { words: answerCell(answer), section: program.params.get(place.key)?.section ?? "" };
  }
  if (place?.kind === "definition") return clauseTerm(program.definitions.get(place.key), run);
  const state = place?.kind === "state" ? program.states.get(place.key) : undefined;
  return state?.initial && { words: `starts at ${clauseWords(state.initial, run)}`, section: state.section };
}

function clauseTerm(definition: { readonly value: Expr; readonly section: string } | undefined, run: RunView) {
  return definition && { words: clauseWords(definition.value, run), section: definition.section };
}

function clauseWords(expr: Expr, { outcome }: RunView): string {
  return wordsAsRead(expr, new Map(Object.entries(outcome.readings)));
}
