/**
 * The checked tree: the statements of a template with a type on every expression and a meaning on every name.
 *
 * Its nodes are those of the syntax tree, one a place, with checked parts. What has to be a condition, a day or an
 * occurrence is one in its type. A node without a type is faulty: what is wrong has been reported, and its parts are there
 * all the same, so that a rule can look at them. A program without errors has no faulty node.
 */
import type { Span } from "../source/span.ts";
import type * as written from "../syntax/ast.ts";
import type { DateType, OccurrenceType, Quantity, ValueType, YesNoType } from "../units/value-type.ts";

export type { Identifier, Quoted } from "../syntax/ast.ts";

/** A value in the text: one that has a type, or a faulty one. */
export type Checked = Value | Faulty;

export type Value = { [K in Exclude<Kind, "Missing">]: NodeOf<K> }[Exclude<Kind, "Missing">];
export type Faulty = { [K in Kind]: Parts<Written<K>> & Untyped }[Kind];

export type Condition = Value & Typing<YesNoType>;
export type Day = Value & Typing<DateType>;
export type Figure = Value & Typing<Quantity>;
/** One event of a kind. Only these nodes can stand for one. */
export type Occurrence = Extract<Value, { readonly kind: OccurrenceKind }> & Typing<OccurrenceType>;

export interface Typing<T extends ValueType = ValueType> {
  readonly type: T;
  /** Whether it can be without a value. */
  readonly isOptional: boolean;
}

interface Untyped {
  readonly type?: undefined;
  readonly isOptional?: undefined;
  readonly meaning?: Meaning | undefined;
}

export type Kind = written.Expression["kind"];
type Written<K extends Kind> = Extract<written.Expression, { readonly kind: K }>;

/** A node of one kind that has a type. */
export type NodeOf<K extends Kind> = Parts<Written<K>> & Typing<TypeOf<K>> & Meant<K>;
/** The same, or a faulty one. */
export type CheckedOf<K extends Kind> = { [P in Kind]: Extract<Checked, { readonly kind: P }> }[K];

const occurrenceKinds = ["NameReference", "ItsReference", "ThisReference", "MemberReference", "EventsFold"] as const;
type OccurrenceKind = (typeof occurrenceKinds)[number];
const kindsOfOccurrences: ReadonlySet<Kind> = new Set(occurrenceKinds);

interface Meanings {
  readonly NameReference: NameMeaning;
  readonly ItsReference: MemberMeaning;
  readonly MemberReference: MemberMeaning;
  readonly ThisReference: HeadMeaning;
  readonly UnderSection: DisplacedMeaning | { readonly kind: "Family"; readonly name: string };
}
type Meant<K extends Kind> = K extends keyof Meanings
  ? { readonly meaning: Meanings[K] }
  : { readonly meaning?: undefined };

type ConditionKind =
  | "Comparison"
  | "SetTest"
  | "HappenedTest"
  | "ReadingTest"
  | "DutyTest"
  | "BreachTest"
  | "OneOf"
  | "ScheduledTest"
  | "Not"
  | "Logic"
  | "ConditionList"
  | "DaysTest"
  | "EventsTest"
  | "YesNoLiteral"
  | "DayEnded";
type DayKind = "DateLiteral" | "Today" | "DateShift" | "DateStep" | "PeriodEdge" | "EveryStep" | "Adjusted";
type TypeOf<K extends Kind> = K extends ConditionKind ? YesNoType : K extends DayKind ? DateType : ValueType;

/** A part of the syntax tree with its expressions checked. */
export type Part<T> = T extends written.Expression ? Checked : Inner<T>;
type Inner<T> = T extends Leaf
  ? T
  : T extends readonly (infer U)[]
    ? readonly Part<U>[]
    : T extends ReadonlyMap<infer K, infer V>
      ? ReadonlyMap<K, Part<V>>
      : T extends object
        ? Parts<T>
        : T;
/** What has no expression in it. */
type Leaf =
  | Span
  | written.Identifier
  | written.TypeName
  | written.FileRows
  | readonly written.Handed[]
  | ReadonlySet<unknown>;

/** The fields of a node; the name of a field says what has to stand in it. */
type Parts<T> = { readonly [F in keyof T]: FieldOf<F, T[F]> };
type FieldOf<F, T> = T extends written.Expression
  ? F extends ConditionField
    ? Condition | Faulty
    : F extends DayField
      ? Day | Faulty
      : F extends FigureField
        ? Figure | Faulty
        : F extends "target"
          ? Occurrence | Faulty
          : Checked
  : T extends readonly written.Expression[]
    ? readonly FieldOf<F, T[number]>[]
    : Inner<T>;
type ConditionField = "condition" | "conditions" | "where" | "unless" | "dayOfPayment";
type DayField =
  | "date"
  | "from"
  | "to"
  | "ending"
  | "anchor"
  | "begins"
  | "of"
  | "takesEffectOn"
  | "cureBy"
  | "due"
  | "payableOn"
  | "month";
type FigureField = "amount" | "rate" | "count" | "step" | "ratio";

export type CheckedStatement = Part<written.Statement>;
export type StatementKind = written.Statement["kind"];
/** A statement of one kind. */
export type StatementOf<K extends StatementKind> = Extract<CheckedStatement, { readonly kind: K }>;

/** What a name in an expression means. */
export type Meaning = NameMeaning | MemberMeaning | DisplacedMeaning | HeadMeaning;

/** A name that stands alone. */
export type NameMeaning =
  | { readonly kind: "Given" | "State" | "Family" | "Party" | "Event"; readonly name: string }
  | { readonly kind: "Definition"; readonly key: string; readonly through: "alone" };

/** Of an event its date and its time; of a date of a schedule, where its period starts and its number. */
export type Moment = "date" | "time" | "start" | "number";

/** What an event, or a date of a schedule, has under a name; `of` is that event or schedule. */
export type MemberMeaning = { readonly of: string } & (
  | { readonly kind: "Definition"; readonly key: string; readonly through: OwnerBinding }
  | { readonly kind: "Field"; readonly name: string }
  | { readonly kind: "Moment"; readonly moment: Moment }
  /** The latest occurrence of the event that names the one spoken of with `for`. */
  | { readonly kind: "Referring"; readonly event: string }
  /** The occurrence that the one spoken of names with `for`. */
  | { readonly kind: "Referred"; readonly event: string }
);

/** In an exception, the rule that it displaces. */
export interface DisplacedMeaning {
  readonly kind: "Displaced";
  readonly key: string;
}

/** The occurrence of the statement's head, so many events out. */
export interface HeadMeaning {
  readonly kind: "Head";
  readonly event: string;
  readonly depth: number;
}

/** Whether a definition of an event is that of the occurrence in the statement's head, or of another one. */
export type OwnerBinding = "head" | "other";

/** Whether an expression names an event, rather than taking one of several. */
export function isOccurrence(node: Value): node is Occurrence {
  return node.type.kind === "occurrence" && kindsOfOccurrences.has(node.kind);
}
