/** What a value asks for at the very point at which it is asked for itself. */
import type { CheckedProgram, DefinitionSymbol } from "../ast.ts";
import { scheduleNamed } from "../ast.ts";
import type { Checked, Meaning, OwnerBinding, Part } from "../tree.ts";
import { expressionsIn } from "../walk.ts";

export type Node =
  /** The default of a deal term, or the start of a state. */
  | { readonly kind: "start"; readonly name: string }
  | { readonly kind: "definition"; readonly key: string; readonly through: OwnerBinding | "alone" }
  /** The grounds of a family, in the sections named where any are. */
  | { readonly kind: "family"; readonly name: string; readonly sections: readonly string[] }
  /** What an account accrues on; by its key. */
  | { readonly kind: "base"; readonly name: string }
  | { readonly kind: "schedule"; readonly name: string };

/** That a value asks for another one. */
export interface Asked {
  readonly to: Node;
  /** Of the same date of the same schedule, or of the one before it. */
  readonly isLocal: boolean;
  /** Of the date before. */
  readonly isBack: boolean;
}

/** What a value asks for at its own point. */
export function nextOf(node: Node, program: CheckedProgram): Asked[] {
  // A family looks at every occurrence of a ground's event, so what a ground says of its own is said of others.
  const through = node.kind === "definition" ? node.through : node.kind === "family" ? "other" : "alone";
  const joined = joinedIn(node, program).map((name) => ({ to: { kind: "schedule", name } as const, ...elsewhere }));
  return [...joined, ...askedIn(partsOf(node, program), through, program)];
}

/** The schedules for whose dates a joined one has its own. */
function joinedIn(node: Node, { symbols }: CheckedProgram): string[] {
  const dates = node.kind === "schedule" ? scheduleNamed(symbols, node.name)?.dates : undefined;
  return dates?.kind === "JoinedDates" ? dates.parts.flatMap(({ each }) => each?.text ?? []) : [];
}

/** The same of a part of the tree; what it says of its own event is asked for through `through`. */
export function askedIn(part: unknown, through: OwnerBinding | "alone", program: CheckedProgram): Asked[] {
  return expressionsIn(part).flatMap((expression): Asked[] => {
    const asked = askedLive(expression, program);
    if (asked !== undefined) return [{ to: asked, ...elsewhere }];
    const meaning = expression.meaning;
    if (meaning === undefined) return [];
    const isOfHead = expression.kind === "ItsReference" && meaning.kind === "Definition" && meaning.through === "head";
    const isLocal = isOfHead && scheduleNamed(program.symbols, meaning.of) !== undefined;
    const isBack = isLocal && expression.isPrevious === true;
    return nodesOf(meaning, through).map((to) => ({ to, isLocal, isBack }));
  });
}

const elsewhere = { isLocal: false, isBack: false };

/** A family, or the base of an account, that is evaluated when it is read. */
function askedLive(expression: Checked, { symbols }: CheckedProgram): Node | undefined {
  switch (expression.kind) {
    case "Measure": {
      const { measure, on, name, subject, sections = [] } = expression;
      if (measure === "start of")
        return { kind: "family", name: name.text, sections: sections.map(({ text }) => text) };
      const key = subject?.meaning?.kind === "Definition" ? subject.meaning.key : name.text;
      return measure !== "payable" && on !== undefined ? { kind: "base", name: key } : undefined;
    }
    case "UnderSection": {
      const name = expression.name.text;
      if (!symbols.families.has(name)) return undefined;
      return { kind: "family", name, sections: expression.sections.map(({ text }) => text) };
    }
    case "EventsFold":
      return expression.dates && { kind: "schedule", name: expression.event.text };
    case "ScheduledTest":
      return { kind: "schedule", name: expression.schedule.text };
    default: {
      const meaning = expression.meaning;
      return meaning?.kind === "Family" ? { kind: "family", name: meaning.name, sections: [] } : undefined;
    }
  }
}

function nodesOf(meaning: Meaning, through: OwnerBinding | "alone"): Node[] {
  switch (meaning.kind) {
    case "Given":
    case "State":
      return [{ kind: "start", name: meaning.name }];
    case "Definition":
      // The head's own occurrence stays what it was: the one being applied, or another one.
      return [
        { kind: "definition", key: meaning.key, through: meaning.through === "head" ? through : meaning.through },
      ];
    default:
      return [];
  }
}

/** The parts of the tree from which a value is evaluated. */
function partsOf(node: Node, { symbols }: CheckedProgram): unknown {
  if (node.kind === "family") {
    const { name, sections } = node;
    const grounds = symbols.families.get(name) ?? [];
    const meant = grounds.filter(({ section }) => sections.length === 0 || sections.includes(section));
    return meant.map(({ statement }) => statement.condition);
  }
  if (node.kind === "base") {
    const account = (symbols.noteLevel.get(node.name) ?? symbols.definitions.get(node.name))?.statement;
    return account?.kind === "AccountDeclaration" ? account.accrual?.base : undefined;
  }
  if (node.kind === "schedule") return scheduleNamed(symbols, node.name);
  if (node.kind !== "definition") {
    const statement = symbols.noteLevel.get(node.name)?.statement;
    if (statement?.kind === "StateDeclaration") return statement.initial ?? statement.fixing;
    return statement?.kind === "Given" ? statement.initial : undefined;
  }
  const symbol = symbols.definitions.get(node.key);
  if (symbol === undefined || (symbol.isFixed && node.through === "other")) return undefined;
  return [saidBy(symbol), (symbols.exceptions.get(node.key) ?? []).map(({ statement }) => statement)];
}

function saidBy({ statement }: Part<DefinitionSymbol>): unknown {
  switch (statement.kind) {
    case "Definition":
      return statement;
    case "Power":
      return [statement.askingFor, statement.conditions, statement.limits, statement.electing, statement.otherwise];
    case "Duty":
      return [statement.amount, statement.due, statement.condition];
    case "Covenant":
      return [statement.condition, statement.unless];
    case "Prohibition":
      return statement.unless;
    case "StateDeclaration":
      return statement.initial ?? statement.fixing;
    // What accounts hold has been written down.
    case "AccountDeclaration":
      return undefined;
  }
}

export function nameOf(node: Node): string {
  if (node.kind === "definition") return `${node.through} ${node.key}`;
  return node.kind === "family" ? `family ${node.name} ${node.sections.join()}` : `${node.kind} ${node.name}`;
}
