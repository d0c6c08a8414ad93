import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import { comesBefore } from "../../../source/span.ts";
import type { CheckedProgram, DefinitionSymbol } from "../../ast.ts";
import { scheduleNamed, statementsOf } from "../../ast.ts";
import type { Checked, Identifier, Meaning, OwnerBinding, Part } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A value that depends on itself at the same point, also by way of `as of`.
 *
 * What is read of another occurrence that is fixed has been written down, and asks for nothing; so has most of what accounts
 * hold. Of a state, only the start is evaluated. But whether a default continues asks for the conditions of its grounds at
 * that very point, and what is unpaid on a part of a base for that base.
 *
 * A value of a date of a schedule may ask for one of the date before it, and that again, until there is none: no circle, as
 * long as only values of these dates are asked for on the way.
 */
export const dependencyCircles: CheckRule = (program) => {
  const isReported = new Set<Span>();
  const starts = startsIn(program);
  const circles = circlesFrom(starts, (node) => nextOf(node, program).flatMap((it) => (it.isBack ? [] : it.to)));
  return [...circles, ...circlesAround(starts, program)].flatMap((circle) => report(circle, program, isReported));
};

type Node =
  /** The default of a deal term, or the start of a state. */
  | { readonly kind: "start"; readonly name: string }
  | { readonly kind: "definition"; readonly key: string; readonly through: OwnerBinding | "alone" }
  /** The grounds of a family, in the sections named where any are. */
  | { readonly kind: "family"; readonly name: string; readonly sections: readonly string[] }
  | { readonly kind: "base"; readonly name: string }
  | { readonly kind: "schedule"; readonly name: string };

/** That a value asks for another one. */
interface Asked {
  readonly to: Node;
  /** Of the same date of the same schedule, or of the one before it. */
  readonly isLocal: boolean;
  /** Of the date before. */
  readonly isBack: boolean;
}

function startsIn(program: CheckedProgram): Node[] {
  const definitions = [...program.symbols.definitions.values()].map(
    ({ key, owner }): Node => ({ kind: "definition", key, through: owner === undefined ? "alone" : "head" }),
  );
  const families = [...program.symbols.families.keys()].map((name): Node => ({ kind: "family", name, sections: [] }));
  const states = statementsOf(program, "StateDeclaration").filter(({ statement }) => statement.owner === undefined);
  const declared = [...statementsOf(program, "Given"), ...states];
  const schedules = statementsOf(program, "ScheduleDeclaration");
  return [
    ...definitions,
    ...families,
    ...schedules.map(({ statement }): Node => ({ kind: "schedule", name: statement.name.text })),
    ...declared.map(({ statement }): Node => ({ kind: "start", name: statement.name.text })),
  ];
}

/** What a value asks for at its own point. */
function nextOf(node: Node, program: CheckedProgram): Asked[] {
  // A family looks at every occurrence of a ground's event, so what a ground says of its own is said of others.
  const through = node.kind === "definition" ? node.through : node.kind === "family" ? "other" : "alone";
  const joined = joinedIn(node, program).map((name) => ({ to: { kind: "schedule", name } as const, ...elsewhere }));
  const asked = expressionsIn(partsOf(node, program)).flatMap((expression): Asked[] => {
    const live = askedLive(expression, program);
    if (live !== undefined) return [{ to: live, ...elsewhere }];
    const meaning = expression.meaning;
    if (meaning === undefined) return [];
    const isOfHead = expression.kind === "ItsReference" && meaning.kind === "Definition" && meaning.through === "head";
    const isLocal = isOfHead && scheduleNamed(program.symbols, meaning.of) !== undefined;
    const isBack = isLocal && expression.isPrevious === true;
    return nodesOf(meaning, through).map((to) => ({ to, isLocal, isBack }));
  });
  return [...joined, ...asked];
}

/** The schedules for whose dates a joined one has its own. */
function joinedIn(node: Node, { symbols }: CheckedProgram): string[] {
  const dates = node.kind === "schedule" ? scheduleNamed(symbols, node.name)?.dates : undefined;
  return dates?.kind === "JoinedDates" ? dates.parts.flatMap(({ each }) => each?.text ?? []) : [];
}

const elsewhere = { isLocal: false, isBack: false };

/** Circles that lead through the date before and come back by more than values of dates. */
function circlesAround(starts: readonly Node[], program: CheckedProgram): Node[][] {
  return starts.flatMap((start) =>
    nextOf(start, program).flatMap(({ to, isBack }) => {
      const way = isBack ? wayBack(to, start, program) : undefined;
      return way === undefined ? [] : [way];
    }),
  );
}

/** From one node to another by a way that is not local as a whole. */
function wayBack(from: Node, to: Node, program: CheckedProgram): Node[] | undefined {
  const waiting: { readonly way: Node[]; readonly isLocal: boolean }[] = [{ way: [from], isLocal: true }];
  const seen = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { way, isLocal } = next;
    const last = way.at(-1) ?? from;
    if (!isLocal && nameOf(last) === nameOf(to)) return way;
    const key = `${isLocal} ${nameOf(last)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const it of nextOf(last, program)) waiting.push({ way: [...way, it.to], isLocal: isLocal && it.isLocal });
  }
  return undefined;
}

/** A family, or the base of an account, that is evaluated when it is read. */
function askedLive(expression: Checked, { symbols }: CheckedProgram): Node | undefined {
  switch (expression.kind) {
    case "Measure": {
      const { measure, on, name, sections = [] } = expression;
      if (measure === "start of")
        return { kind: "family", name: name.text, sections: sections.map(({ text }) => text) };
      return measure !== "payable" && on !== undefined ? { kind: "base", name: name.text } : undefined;
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
    const account = symbols.noteLevel.get(node.name)?.statement;
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
  }
}

/** One circle through each node that is on one, found going deep first; without recursion, as chains may be long. */
function circlesFrom(starts: readonly Node[], nextOfNode: (node: Node) => readonly Node[]): Node[][] {
  const circles: Node[][] = [];
  const done = new Set<string>();
  const onPath = new Map<string, number>();
  const path: { readonly node: Node; readonly waiting: Node[] }[] = [];
  const enter = (node: Node) => {
    onPath.set(nameOf(node), path.length);
    path.push({ node, waiting: [...nextOfNode(node)] });
  };
  for (const start of starts) {
    if (!done.has(nameOf(start))) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.waiting.pop();
      if (next === undefined) {
        path.pop();
        onPath.delete(nameOf(top.node));
        done.add(nameOf(top.node));
        continue;
      }
      const at = onPath.get(nameOf(next));
      if (at !== undefined) circles.push(path.slice(at).map(({ node }) => node));
      else if (!done.has(nameOf(next))) enter(next);
    }
  }
  return circles;
}

function nameOf(node: Node): string {
  if (node.kind === "definition") return `${node.through} ${node.key}`;
  return node.kind === "family" ? `family ${node.name} ${node.sections.join()}` : `${node.kind} ${node.name}`;
}

/** A circle is reported once, at the member that comes first in the text. */
function report(circle: readonly Node[], program: CheckedProgram, seen: Set<Span>): Diagnostic[] {
  const names = circle.flatMap((node) => {
    const name = declarationOf(node, program);
    return name === undefined ? [] : [name];
  });
  if (names.some(({ span }) => seen.has(span))) return [];
  for (const { span } of names) seen.add(span);
  const first = names.reduce((least, { span }, index) => {
    const other = names[least]?.span;
    return other !== undefined && comesBefore(span, other) ? index : least;
  }, 0);
  const inOrder = [...names.slice(first), ...names.slice(0, first)];
  const [head] = inOrder;
  if (head === undefined) return [];
  const words = [...inOrder, head].map((name) => name.text).join(" → ");
  const related = inOrder.slice(1).map(({ span }) => ({ span, label: "in the circle" }));
  return [diagnostic("TN4001", head.span, { name: head.text, circle: words }, related)];
}

function declarationOf(node: Node, { symbols }: CheckedProgram): Identifier | undefined {
  return node.kind === "definition" ? symbols.definitions.get(node.key)?.name : symbols.noteLevel.get(node.name)?.name;
}
