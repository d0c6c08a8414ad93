import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { rewrite } from "./rewrite.ts";

/** A clause as a note of its own, with something of each kind that it takes, so that it can be checked by itself. */
export function clauseAsNote(tree: ast.SyntaxTree): ast.SyntaxTree {
  const head = tree.statements.find((it) => it.kind === "ClauseHead");
  if (head === undefined) return tree;
  const takes = tree.statements.filter((it) => it.kind === "Takes");
  const rest = tree.statements.filter(({ kind }) => kind !== "ClauseHead" && kind !== "Takes");
  const displaced = takes.filter(({ verb }) => verb === "excepts");
  const values = new Map(displaced.map((it) => [it.name.text, { value: displacedBy(it) }]));
  return { ...tree, statements: [...standIns(head, takes), ...rest.map((it) => rewrite(it, { values }))] };
}

/** The rule that a clause has an exception to, as its exception reads it. */
function displacedBy({ name, span }: ast.Takes): ast.Expression {
  return { kind: "UnderSection", name, sections: [{ text: "", span }], span };
}

function standIns(head: ast.ClauseHead, takes: readonly ast.Takes[]): ast.Statement[] {
  const { span } = head;
  const party = { text: "Party", span };
  const start = { text: "Clause Start", span };
  const date: ast.TypeName = { kind: "TypeName", name: "date", options: [], span };
  const language = head.language === undefined ? {} : { language: head.language };
  return [
    {
      kind: "NoteHead",
      title: head.title,
      parties: [party, ...partiesIn(takes)],
      existsFrom: start,
      ...language,
      span,
    },
    { kind: "Given", name: start, type: date, span },
    ...takes.filter(({ owner }) => owner === undefined).flatMap((it) => standIn(it, takes, party)),
  ];
}

function partiesIn(takes: readonly ast.Takes[]): ast.Identifier[] {
  return takes.filter(({ what }) => what.kind === "PartyKind").map(({ name }) => name);
}

function standIn(it: ast.Takes, all: readonly ast.Takes[], party: ast.Identifier): ast.Statement | [] {
  const { name, what, span } = it;
  // The head of the note names the parties.
  if (what.kind === "PartyKind") return [];
  if (what.kind === "EventKind") return eventStandIn(name, what.refersTo, all, span);
  if (what.kind === "AccountKind") return { kind: "AccountDeclaration", name, debtor: party, creditor: party, span };
  if (what.kind === "DayCountKind") {
    return { kind: "Definition", name, verb: "means", value: { kind: "DayCountName", text: "actual/365", span }, span };
  }
  if (it.verb === "excepts") {
    return { kind: "Definition", name, verb: "means", value: sample(what, span), span };
  }
  const basis = ["shares", "price", "number per share"].includes(what.name) ? { basis: "restated" as const } : {};
  if (it.verb === "takes") return { kind: "Given", name, type: what, ...basis, span };
  return { kind: "StateDeclaration", name, initial: sample(what, span), ...basis, span };
}

function eventStandIn(
  name: ast.Identifier,
  refersTo: ast.Identifier | undefined,
  all: readonly ast.Takes[],
  span: Span,
): ast.EventDeclaration {
  const fields = all.flatMap((it): ast.FieldDeclaration[] => {
    if (it.owner?.text !== name.text || it.what.kind !== "TypeName") return [];
    return [{ kind: "FieldDeclaration", name: it.name, type: it.what, isOptional: false, span: it.span }];
  });
  return { kind: "EventDeclaration", name, ...(refersTo && { refersTo }), fields, opensDay: false, span };
}

/** Some value of a type, for a state that needs one to begin with. */
function sample({ name }: ast.TypeName, span: Span): ast.Expression {
  switch (name) {
    case "date":
      return { kind: "DateLiteral", text: "2000-01-01", span };
    case "yes or no":
      return { kind: "YesNoLiteral", value: false, span };
    case "text":
    case "choice":
      return { kind: "TextLiteral", text: "", span };
    case "time":
      return { kind: "TimeLiteral", text: "12:00", span };
    case "number per share":
      return { kind: "NumberLiteral", digits: "1", unit: "number", span };
    default:
      return { kind: "NumberLiteral", digits: "1", unit: name, span };
  }
}
