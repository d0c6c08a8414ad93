import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram, DefinitionSymbol } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked, Identifier, Meaning, OwnerBinding, Part } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A value that depends on itself at the same point, also by way of `as of`.
 *
 * What is read of another occurrence that is fixed has been written down, and asks for nothing; so has most of what accounts
 * hold. Of a state, only the start is evaluated. But whether a default continues asks for the conditions of its grounds at
 * that very point, and what is unpaid on a part of a base for that base.
 */
export const dependencyCircles: CheckRule = (program) => {
  const isReported = new Set<string>();
  const circles = circlesFrom(startsIn(program), (node) => nextOf(node, program));
  return circles.flatMap((circle) => report(circle, program, isReported));
};

type Node =
  /** The default of a deal term, or the start of a state. */
  | { readonly kind: "start"; readonly name: string }
  | { readonly kind: "definition"; readonly key: string; readonly through: OwnerBinding | "alone" }
  /** The grounds of a family, in the sections named where any are. */
  | { readonly kind: "family"; readonly name: string; readonly sections: readonly string[] }
  | { readonly kind: "base"; readonly name: string };

function startsIn(program: CheckedProgram): Node[] {
  const definitions = [...program.symbols.definitions.values()].map(
    ({ key, owner }): Node => ({ kind: "definition", key, through: owner === undefined ? "alone" : "head" }),
  );
  const families = [...program.symbols.families.keys()].map((name): Node => ({ kind: "family", name, sections: [] }));
  const declared = [...statementsOf(program, "Given"), ...statementsOf(program, "StateDeclaration")];
  return [
    ...definitions,
    ...families,
    ...declared.map(({ statement }): Node => ({ kind: "start", name: statement.name.text })),
  ];
}

/** What a value asks for at its own point. */
function nextOf(node: Node, program: CheckedProgram): Node[] {
  // A family looks at every occurrence of a ground's event, so what a ground says of its own is said of others.
  const through = node.kind === "definition" ? node.through : node.kind === "family" ? "other" : "alone";
  return expressionsIn(partsOf(node, program)).flatMap((expression) => {
    const asked = askedLive(expression, program);
    if (asked !== undefined) return [asked];
    const meaning = expression.meaning;
    return meaning === undefined ? [] : nodesOf(meaning, through);
  });
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
  if (node.kind !== "definition") {
    const statement = symbols.noteLevel.get(node.name)?.statement;
    return statement?.kind === "Given" || statement?.kind === "StateDeclaration" ? statement.initial : undefined;
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
function report(circle: readonly Node[], program: CheckedProgram, seen: Set<string>): Diagnostic[] {
  const names = circle.flatMap((node) => {
    const name = declarationOf(node, program);
    return name === undefined ? [] : [name];
  });
  if (names.some(({ span }) => seen.has(String(span.start)))) return [];
  for (const { span } of names) seen.add(String(span.start));
  const first = names.reduce(
    (least, { span }, index) => (span.start < (names[least]?.span.start ?? 0) ? index : least),
    0,
  );
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
