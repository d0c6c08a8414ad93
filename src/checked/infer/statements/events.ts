import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { EventDeclaration, FieldDeclaration, Identifier } from "../../../syntax/ast.ts";
import { date } from "../../../units/value-type.ts";
import type { Part, StatementOf } from "../../tree.ts";
import { typeNamed } from "../../words.ts";
import { requireEvent } from "../expressions/folds.ts";
import { bareOfKind, sayNoMember } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferDay, inferSetKind } from "../inference.ts";
import { requireParty } from "../parties.ts";
import { scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";

/** What an event has, and the day on which it takes effect. */
export function inferEvent(event: EventDeclaration, context: Inference): StatementOf<"EventDeclaration"> {
  if (event.refersTo) requireEvent(event.refersTo, context);
  if (event.by) requireParty(event.by, context);
  const happens = event.happens && inferHappens(event.happens, context);
  const fields = event.fields.map((field) => inferField(field, event, context));
  const { happens: _, ...others } = event;
  const inferred = { ...others, ...(happens && { happens }), fields };
  if (event.takesEffectOn === undefined) return inferred;
  const scope = scopeOf(event.name.text);
  const place = "The day on which an event takes effect";
  const takesEffectOn = inferSetKind(context, event.takesEffectOn, scope, date, place, "an effective day");
  return { ...inferred, takesEffectOn };
}

function inferHappens(
  happens: NonNullable<EventDeclaration["happens"]>,
  context: Inference,
): NonNullable<StatementOf<"EventDeclaration">["happens"]> {
  if (happens.kind === "CalendarTrigger") {
    const date = inferDay(context, happens.date, scopeOf(), "The day on which an event happens");
    return { kind: happens.kind, date, span: happens.span };
  }
  bareOfKind(happens.schedule, "Schedule", "a schedule", context);
  return happens;
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
    sayNoMember(name, event.name.text, dates, context);
    return;
  }
  const facts = { name: name.text, found: "not a date that is always given", expected: "a field that is a date" };
  context.say(diagnostic("TN2011", name.span, facts, [{ span: field.span, label: "declared here" }]));
}
