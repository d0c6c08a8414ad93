/** The contract's text beside a template: which sentences a statement says, by the same match as `tenor cover`. */
import { once } from "../base/once.ts";
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import { readContract } from "../contract/contract-text.ts";
import type { Clause } from "../cover/clauses.ts";
import { clausesOf } from "../cover/clauses.ts";
import { matchesOf } from "../cover/match.ts";
import type { Statement, SyntaxTree } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";

/** A contract's text, read once. */
export class ContractText {
  readonly name: string;
  readonly text: string;
  #parts: readonly ContractPart[] | undefined;
  #matched: { readonly tree: SyntaxTree; readonly matches: ReturnType<typeof matchesOf> } | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  get parts(): readonly ContractPart[] {
    this.#parts ??= readContract(this.text);
    return this.#parts;
  }

  /** The sentences that a statement says; an earlier match serves while only other statements change. */
  sentencesFor(statement: Statement, analysis: Analysis): readonly Sentence[] {
    if (this.#matched === undefined || !holds(this.#matched.tree, statement)) {
      const { tree } = analysis.checked;
      this.#matched = { tree, matches: matchesOf(this.parts, clausesOf(tree).clauses) };
    }
    const said = (clause: Clause) => clause.statement === statement;
    return [...this.#matched.matches].flatMap(([sentence, matches]) =>
      matches.some(({ clause }) => said(clause)) ? [sentence] : [],
    );
  }

  /** The part of the text that a section of the template stands for. */
  partOf(section: string): ContractPart | undefined {
    return this.parts.find(({ label }) => label === section);
  }
}

function holds(tree: SyntaxTree, statement: Statement): boolean {
  return statementsIn(tree).has(statement);
}

const statementsIn = once(({ statements }: SyntaxTree): ReadonlySet<Statement> => new Set(statements));
