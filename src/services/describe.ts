/** What a name stands for, in the words of a reader. */
import { assertNever } from "../base/assert-never.ts";
import type { CheckedProgram, NoteLevelSymbol } from "../checked/ast.ts";
import { definitionKey } from "../checked/ast.ts";
import type { Typing } from "../checked/tree.ts";
import { kindInWords, typeNamed } from "../checked/words.ts";
import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { TypeName } from "../syntax/ast.ts";
import type { ValueType } from "../units/value-type.ts";
import { unitName } from "../units/value-type.ts";
import type { Term } from "./terms.ts";

/** What is known of a term: what kind of thing it is, its unit, its section, and the statement that declares it. */
export interface Described {
  readonly what: string;
  readonly type?: ValueType | undefined;
  readonly section: string;
  /** The statement that declares it; of a field, its line. */
  readonly says?: Span | undefined;
}

export function describe(term: Term, program: CheckedProgram): Described | undefined {
  const { symbols } = program;
  switch (term.kind) {
    case "name": {
      const symbol = symbols.noteLevel.get(term.name);
      return symbol && noteLevel(symbol, program);
    }
    case "member":
      return member(term.name, term.of, program);
    case "reading": {
      const reading = symbols.readings.get(term.name);
      return (
        reading && {
          what: "a passage that can be read in more than one way",
          section: reading.section,
          says: reading.statement.span,
        }
      );
    }
    case "choice": {
      const reading = symbols.readings.get(term.of);
      return reading && { what: `a way to read "${term.of}"`, section: reading.section, says: reading.statement.span };
    }
    case "section": {
      const heading = symbols.sections.get(term.name);
      return (
        heading && {
          what: `section ${term.name}${heading.title ? `, "${heading.title.text}"` : ""}`,
          section: term.name,
        }
      );
    }
    case "clause":
    case "clause name":
      return undefined;
    default:
      return assertNever(term);
  }
}

/** The unit of a term, where it is a value. */
export function typeOf(term: Term, program: CheckedProgram): ValueType | undefined {
  return describe(term, program)?.type;
}

function noteLevel({ kind, name, section, statement }: NoteLevelSymbol, program: CheckedProgram): Described {
  const type = typingOf(name.text, kind, program)?.type ?? givenType(statement);
  return { what: inWords(kind, statement), type, section, says: statement.span };
}

function typingOf(
  name: string,
  kind: NoteLevelSymbol["kind"],
  { definitionTypes, stateTypes }: CheckedProgram,
): Typing | undefined {
  if (kind === "Definition") return definitionTypes.get(name);
  return kind === "State" ? stateTypes.get(name) : undefined;
}

function givenType(statement: NoteLevelSymbol["statement"]): ValueType | undefined {
  return statement.kind === "Given" ? typeNamed(statement.type) : undefined;
}

function inWords(kind: NoteLevelSymbol["kind"], statement: NoteLevelSymbol["statement"]): string {
  switch (kind) {
    case "Party":
      return "a party";
    case "Given":
      return "a deal term, given by each deal";
    case "Event":
      return "an event that is reported";
    case "Definition":
      return statement.kind === "Definition" ? verbInWords(statement.verb) : duty(statement.kind);
    case "State":
      return "a state, which events change";
    case "Account":
      return "an account";
    case "Family":
      return "a kind of default";
    case "Schedule":
      return "a schedule of dates";
    case "Series":
      return "market data";
    default:
      return assertNever(kind);
  }
}

function verbInWords(verb: "means" | "holds when" | "is fixed as"): string {
  if (verb === "holds when") return "a condition of the note";
  return verb === "means" ? "a defined value" : "a value that is fixed when its event takes effect";
}

function duty(kind: NoteLevelSymbol["statement"]["kind"]): string {
  if (kind === "Power") return "what is elected";
  return kind === "Duty" ? "a duty" : "something that must not be done";
}

function member(name: string, of: string, program: CheckedProgram): Described | undefined {
  const symbol = program.symbols.perEvent.get(of)?.get(name);
  if (symbol === undefined) return undefined;
  if (symbol.kind === "Field") {
    const { field } = symbol;
    const { section = "", kind } = program.symbols.noteLevel.get(of) ?? {};
    return {
      what: `a ${kind === "Schedule" ? "column" : "field"} of ${of}`,
      type: typeNamed(field.type),
      section,
      says: field.span,
    };
  }
  const definition = program.symbols.definitions.get(symbol.key);
  const type = program.definitionTypes.get(definitionKey(name, of))?.type;
  return { what: `a value of each ${of}`, type, section: definition?.section ?? "", says: definition?.statement.span };
}

/** A kind of value as declarations write it, with its unit in words. */
export function typeInWords(type: ValueType): string {
  const unit = unitName(type);
  const words = kindInWords(type);
  return type.kind === "quantity" && !words.includes(unit) ? `${words} (${unit})` : words;
}

/** A type as written. */
export function writtenType({ span }: TypeName): string {
  return textOf(span).replaceAll(/\s+/g, " ");
}
