import type {
  ConsumeMethodOpts,
  CstNode,
  IOrAlt,
  IParserErrorMessageProvider,
  IRecognitionException,
  ParserMethod,
  Rule,
  TokenType,
} from "chevrotain";
import { CstParser } from "chevrotain";
import type { StatementCstNode } from "./cst.generated.d.ts";
import { labelAfter } from "./labels.ts";
import { LookaheadWhenUsed } from "./lookahead.ts";
import type { Choice, Often, Part, Sequence } from "./notation.ts";
import { readProduction } from "./notation.ts";
import type { Reading } from "./productions.ts";
import { gates, productions as written } from "./productions.ts";
import type { Token } from "./tokens.ts";
import { tokens as t, tokenTypes } from "./tokens.ts";
import { isRole, namesIn } from "./words.ts";

/**
 * Reads the tokens of one statement. There is no recovery: a statement parses as a whole or gives its first error.
 *
 * The parser is built on first use.
 */
export function parseStatement(statement: readonly Token[]): {
  readonly cst: StatementCstNode;
  readonly error?: IRecognitionException;
} {
  const read = readWith({ takesColumns: true }, statement);
  // Where nothing can follow a column, the word is no column: the error is that of the statement without one.
  return read.error !== undefined && followsColumn(read.error, statement)
    ? readWith({ takesColumns: false }, statement)
    : read;
}

function readWith(reading: Reading, statement: readonly Token[]): ReturnType<typeof parseStatement> {
  const reader = theParser();
  reader.reading = reading;
  reader.input = [...statement];
  // cast: Chevrotain's own type knows no rules; the generated one is written from those of this parser.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const cst = reader.statement() as StatementCstNode;
  const [error] = reader.errors;
  return error === undefined ? { cst } : { cst, error };
}

function followsColumn({ token }: IRecognitionException, statement: readonly Token[]): boolean {
  const at = statement.indexOf(token);
  const before = at < 0 ? statement.at(-1) : statement[at - 1];
  return before?.tokenType === t.Word;
}

/** The rules of the grammar, by name, as data. */
export function productions(): Readonly<Record<string, Rule>> {
  return theParser().getGAstProductions();
}

function theParser(): TenorParser {
  parser ??= new TenorParser({ skipValidations: true });
  return parser;
}

let parser: TenorParser | undefined;

const maxLookahead = 2;

/** What a grammar error hands on: the rule it happened in and the token that was wanted, if it was one. */
const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

const types: Readonly<Record<string, TokenType>> = t;

type Run = () => unknown;

/** Makes Chevrotain's rules of the productions, once: what they hold is at hand whenever a rule runs. */
export class TenorParser extends CstParser {
  reading: Reading = { takesColumns: true };
  readonly #rules = new Map<string, ParserMethod<[], CstNode>>();
  /** Chevrotain distinguishes the parts of a rule by a number. */
  #number = 0;

  constructor(options: { readonly skipValidations: boolean }) {
    super(tokenTypes, {
      ...options,
      maxLookahead,
      lookaheadStrategy: new LookaheadWhenUsed({ maxLookahead }),
      nodeLocationTracking: "onlyOffset",
      errorMessageProvider: expectations,
    });
    for (const [name, text] of Object.entries(written)) {
      this.#number = 0;
      this.#rules.set(name, this.RULE(name, this.#choice(readProduction(text))));
    }
    this.performSelfAnalysis();
  }

  statement(): CstNode {
    return this.#rule("statement")();
  }

  #rule(name: string): ParserMethod<[], CstNode> {
    return known(this.#rules.get(name), name);
  }

  #choice(choice: Choice): Run {
    const [only] = choice;
    if (only !== undefined && choice.length === 1) return this.#sequence(only);
    return this.#or(choice.flatMap((sequence) => this.#alternatives(sequence)));
  }

  #or(alternatives: IOrAlt<unknown>[]): Run {
    const number = this.#number++;
    return () => this.or(number, alternatives);
  }

  /** The words of a role are alternatives among the others. */
  #alternatives({ gate, isFirst, parts }: Sequence): IOrAlt<unknown>[] {
    const [only] = parts;
    if (parts.length === 1 && only?.kind === "role" && only.often === "") return this.#words(only.name, only.label);
    const run = this.#sequence({ gate, isFirst, parts });
    return [{ ...this.#gate(gate), ...(isFirst && { IGNORE_AMBIGUITIES: true }), ALT: run }];
  }

  #gate(name: string | undefined): { readonly GATE?: () => boolean } {
    if (name === undefined) return {};
    const gate = known(gates[name], name);
    const look = (howMuch: number) => this.LA(howMuch);
    return { GATE: () => gate(look, this.reading) };
  }

  #sequence({ parts }: Sequence): Run {
    const runs = parts.map((part) => this.#part(part));
    const [only] = runs;
    if (only !== undefined && runs.length === 1) return only;
    return () => {
      for (const run of runs) run();
    };
  }

  #part(part: Part): Run {
    if (part.kind !== "group") return this.#repeated(part.often, undefined, this.#named(part));
    const [{ gate } = { gate: undefined }] = part.choice;
    return this.#repeated(part.often, part.choice.length === 1 ? gate : undefined, this.#choice(part.choice));
  }

  #repeated(often: Often, gate: string | undefined, run: Run): Run {
    if (often === "") return run;
    const number = this.#number++;
    const how = gate === undefined ? run : { ...this.#gate(gate), DEF: run };
    if (often === "?") return () => this.option(number, how);
    return often === "*" ? () => this.many(number, how) : () => this.atLeastOne(number, how);
  }

  #named({ kind, name, label }: Exclude<Part, { kind: "group" }>): Run {
    if (kind === "role") return this.#or(this.#words(name, label));
    if (kind === "list") return this.#list(name);
    return kind === "token" ? this.#token(name, label) : this.#subrule(name, label);
  }

  #words(role: string, label: string | undefined): IOrAlt<unknown>[] {
    const names = isRole(role) ? namesIn(role) : [];
    return names.map((name) => ({ ALT: this.#token(name, label) }));
  }

  #token(name: string, label: string | undefined): Run {
    const type = known(types[name], name);
    const number = this.#number++;
    const options = labelled(label);
    return () => this.consume(number, type, options);
  }

  #subrule(name: string, label: string | undefined): () => CstNode {
    const number = this.#number++;
    const options = labelled(label);
    let rule: ParserMethod<[], CstNode> | undefined;
    return () => {
      rule ??= this.#rule(name);
      return this.subrule(number, rule, options);
    };
  }

  /** Entries whose labels go on from one to the next; a list inside a list ends where they do not. */
  #list(name: string): Run {
    const entry = this.#subrule(name, undefined);
    const number = this.#number++;
    return () => {
      let labels: readonly string[] = [];
      this.atLeastOne(number, {
        GATE: () => {
          const next = this.LA(1);
          return next.tokenType === t.ListLabel && (labels.length === 0 || next.image === labelAfter(labels));
        },
        DEF: () => {
          labels = [...labels, ...labelOf(entry())];
        },
      });
    };
  }
}

function labelled(label: string | undefined): ConsumeMethodOpts {
  return label === undefined ? {} : { LABEL: label };
}

/** While the grammar is recorded, rules give no node. */
function labelOf(entry: CstNode | undefined): string[] {
  const [label] = entry?.children?.ListLabel ?? [];
  return label !== undefined && "image" in label ? [label.image] : [];
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The grammar names ${name}, and there is none`);
  return found;
}
