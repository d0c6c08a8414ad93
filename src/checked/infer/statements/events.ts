import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { EventDeclaration, FieldDeclaration, Identifier } from "../../../syntax/ast.ts";
import { date } from "../../../units/value-type.ts";
import type { Part, StatementOf } from "../../tree.ts";
import { typeNamed } from "../../words.ts";
import { requireEvent } from "../expressions/folds.ts";
import { nearest } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferSetKind } from "../inference.ts";
import { requireParty } from "../parties.ts";
import { scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";

/** What an event has, and the day on which it takes effect. */
export function inferEvent(event: EventDeclaration, context: Inference): StatementOf<"EventDeclaration"> {
  if (event.refersTo) requireEvent(event.refersTo, context);
  if (event.by) requireParty(event.by, context);
  const fields = event.fields.map((field) => inferField(field, event, context));
  if (event.takesEffectOn === undefined) return { ...event, fields };
  const scope = scopeOf(event.name.text);
  const place = "The day on which an event takes effect";
  const takesEffectOn = inferSetKind(context, event.takesEffectOn, scope, date, place, "an effective day");
  return { ...event, fields, takesEffectOn };
}

function inferField(field: FieldDeclaration, event: EventDeclaration, context: Inference): Part<FieldDeclaration> {
  const { name, type, asOf } = field;
  // A field may begin with the day or the time of its own event.
  const scope = scopeOf(event.name.text);
  const initial = field.initial && inferFor(name, typeNamed(type), field.initial, scope, "a field", context);
  if (asOf) requireDateField(asOf, event, context);
  return { ...field, ...(initial && { initial }) };
}

function requireDateField(name: Identifier, event: EventDeclaration, context: Inference): void {
  const field = event.fields.find((it) => it.name.text === name.text);
  if (field?.type.name === "date" && (!field.isOptional || field.initial !== undefined)) return;
  if (field === undefined) {
    const dates = event.fields.filter((it) => it.type.name === "date").map((it) => it.name.text);
    const facts = { event: event.name.text, name: name.text };
    context.say(diagnostic("TN2003", name.span, facts, [], nearest(context, name, dates)));
    return;
  }
  const facts = { name: name.text, found: "not a date that is always given", expected: "a field that is a date" };
  context.say(diagnostic("TN2011", name.span, facts, [{ span: field.span, label: "declared here" }]));
}
