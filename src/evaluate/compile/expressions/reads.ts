import { entryIn } from "../../../base/entry-in.ts";
import { invariant } from "../../../base/invariant.ts";
import type { AsOf, Field, ReadDefinition, ReadField, ReadState } from "../../../core/core.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import { shareExponent } from "../../../units/value-type.ts";
import type { Binding, Code, Moment, Occurrence } from "../../state/run.ts";
import { restate } from "../../state/run.ts";
import { Absent, Failure } from "../../values/problem.ts";
import type { Compiler, CompilerOf } from "../compiler.ts";
import { stateOfEventReader } from "../states-of-events.ts";
import { compileAccountMeasure } from "./account-measures.ts";
import { compileOccurrence } from "./occurrences.ts";
import { withOne } from "./operands.ts";

type Kinds =
  | "ReadParam"
  | "ReadDefinition"
  | "ReadDisplaced"
  | "ReadState"
  | "ReadField"
  | "EventMoment"
  | "Today"
  | "MarketPrice"
  | "AsOf"
  | "AccountMeasure"
  | "OccurrenceValue";

/** Everything that looks something up: inputs, other definitions, state, accounts, and all of these on an earlier day. */
export const readCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  ReadParam: ({ name, type }, { program }) => {
    const { isOptional, isRestated } = entryIn(program.params, name);
    const exponent = isRestated ? shareExponent(type) : 0;
    return (moment) => {
      const { run } = moment;
      const given = run.inputs.terms.get(name) ?? (isOptional ? new Absent({ kind: "left out", name }) : undefined);
      invariant(given !== undefined, `the deal term ${name} has a value`);
      run.tracer?.param(name, given);
      return restate(given, exponent, undefined, moment);
    };
  },
  ReadDefinition: compileReadDefinition,
  ReadDisplaced:
    ({ key }, { definitions, displaced }) =>
    (moment, binding) => {
      invariant(displaced !== undefined, "the rule displaced is read in an exception only");
      // An exception to a value of an event speaks of that event outermost, whatever folds stand in between.
      const { owner } = definitions.definition(key);
      return definitions.readDisplaced(key, displaced, owner === undefined ? undefined : outermost(binding), moment);
    },
  ReadState: compileReadState,
  ReadField: compileReadField,
  EventMoment: ({ of, moment: part }, compiler) =>
    withOne(compileOccurrence(of, compiler), (occurrence, { run }) => {
      const { on, at, type, fields } = occurrence;
      const absent = () => new Absent({ kind: part === "time" ? "no time reported" : "no start", event: type.name });
      const value = part === "date" ? on : ((part === "time" ? at : fields.get(part)) ?? absent());
      run.tracer?.field(occurrence, part, value);
      return value;
    }),
  Today:
    () =>
    ({ day }) =>
      day,
  MarketPrice: (price) => {
    const { series, column, span } = price;
    return (moment) => {
      const { run, day } = moment;
      const market = run.inputs.series.get(series);
      if (market === undefined) return new Failure("missing data", { kind: "no market data", series }, span);
      if (day === run.unopened) return new Failure("missing data", { kind: "price to come", series, day }, span);
      const row = market.rowOf(day);
      if (row < 0) return new Failure("missing data", { kind: "no market row", series, day }, span);
      const value = market.value(row, column);
      run.tracer?.market(price, day, value);
      return value;
    };
  },
  AsOf: compileAsOf,
  AccountMeasure: compileAccountMeasure,
  OccurrenceValue: ({ of }, compiler) => compileOccurrence(of, compiler),
};

function outermost(binding: Binding | undefined): Occurrence | undefined {
  return binding?.outer === undefined ? binding?.occurrence : outermost(binding.outer);
}

function compileReadDefinition({ key, of }: ReadDefinition, compiler: Compiler): Code {
  const { definitions } = compiler;
  const compiled = definitions.compiled(key);
  if (of === undefined) return (moment) => definitions.valueOf(compiled, undefined, moment);
  return withOne(compileOccurrence(of, compiler), (owner, moment) => definitions.valueOf(compiled, owner, moment));
}

function compileReadState({ name, of, span }: ReadState, compiler: Compiler): Code {
  if (of !== undefined) {
    const read = stateOfEventReader(entryIn(compiler.program.states, name), compiler);
    return withOne(compileOccurrence(of, compiler), read);
  }
  return (moment) => {
    const { run, point } = moment;
    if (point < 0) return new Failure("missing data", { kind: "before the note", name, start: run.start }, span);
    const { history } = entryIn(run.states, name);
    const value = history.at(point) ?? run.starting?.(name) ?? new Absent({ kind: "not set", state: name });
    run.tracer?.state(name, value, moment);
    return value;
  };
}

function compileReadField({ name, of, type }: ReadField, compiler: Compiler): Code {
  const exponent = shareExponent(type);
  return withOne(compileOccurrence(of, compiler), (occurrence, moment) => {
    const value = occurrence.fields.get(name) ?? new Absent({ kind: "not given", name });
    moment.run.tracer?.field(occurrence, name, value);
    if (exponent === 0) return value;
    const field = occurrence.type.fields.get(name);
    return restate(value, exponent, shareBasisOf(occurrence, field, moment), moment);
  });
}

/** The moment in whose shares a field was given: the end of the day it names, or the point at which the event took effect. */
export function shareBasisOf(occurrence: Occurrence, field: Field | undefined, moment: Moment): Moment {
  if (field?.asOf !== undefined) {
    const day = occurrence.fields.get(field.asOf);
    if (typeof day === "number") return moment.run.endOf(asPlainDate(day), moment);
  }
  // While its own event is being applied, a figure is in the shares of that moment.
  return occurrence.fixedAt === undefined ? moment : moment.run.momentAt(occurrence.fixedAt);
}

function compileAsOf(expr: AsOf, { any, day }: Compiler): Code {
  const code = any(expr.value);
  const exponent = shareExponent(expr.type);
  return withOne(day(expr.date), (date, moment, binding) => {
    const { run } = moment;
    const hasReadTime = run.hasReadTime || date >= (run.dayOfChange(moment) ?? date);
    run.hasReadTime = hasReadTime;
    if (moment.day < date) {
      const { span } = expr;
      return new Failure("missing data", { kind: "day ahead", clause: span, day: date, today: moment.day }, span);
    }
    const then = run.endOf(date, moment);
    const value = code(then, binding);
    // A day that was over as something was last changed stays what it was.
    run.hasReadTime = hasReadTime;
    return restate(value, exponent, then, moment);
  });
}
