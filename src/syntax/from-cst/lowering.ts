import type { SectionNameCstNode } from "../../../grammar/cst.generated.d.ts";
import { sectionLabel } from "../../../grammar/forms/sections.ts";
import type { Token } from "../../../grammar/tokens.ts";
import type { Meaning, Role } from "../../../grammar/vocabulary.ts";
import { meaningOf } from "../../../grammar/words.ts";
import { invariant } from "../../base/invariant.ts";
import type { Diagnostic, Extras } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Code, Facts } from "../../diagnostics/registry.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { Identifier } from "../ast.ts";

/** What turns a concrete tree into the syntax tree: the file, and what was found on the way. */
export class Lowering {
  readonly source: SourceFile;
  readonly diagnostics: Diagnostic[] = [];
  /** The currencies that the head of the note names, by their codes. */
  readonly currencies: readonly string[];
  /** Where the unit starts from which offsets are counted. */
  readonly #start: number;

  constructor(source: SourceFile, start: number, currencies: readonly string[] = []) {
    this.source = source;
    this.currencies = currencies;
    this.#start = start;
  }

  report<C extends Code>(code: C, span: Span, facts: Facts<C>, extras: Extras = {}): void {
    this.diagnostics.push(diagnostic(code, span, facts, [], extras));
  }

  /** A place of the unit in the file. */
  place(start: number, end: number): Span {
    return { source: this.source, start: this.#start + start, end: this.#start + end };
  }

  /** The place of a grammar rule. */
  span({ location }: Located): Span {
    const start = location?.startOffset ?? 0;
    return this.place(start, (location?.endOffset ?? start - 1) + 1);
  }

  tokenSpan({ startOffset, image }: Token): Span {
    return this.place(startOffset, startOffset + image.length);
  }

  /** A name, with the white space inside it made single blanks. */
  name(token: Token): Identifier {
    return { text: token.image.replaceAll(/[ \t]{2,}|\t/g, " "), span: this.tokenSpan(token) };
  }

  /** A section as it is cited, or a heading that stands for one. */
  section({ children }: SectionNameCstNode): Identifier {
    const [token] = children.heading ?? [];
    if (token !== undefined) return this.quoted(token);
    return this.numbered(first(children.label));
  }

  /** `Condition 5(b)`, `1.2(a)` */
  numbered(token: Token): Identifier {
    return { text: sectionLabel(token.image), span: this.tokenSpan(token) };
  }

  /** A text without its quotes; the place includes them. */
  quoted(token: Token): Identifier {
    return { text: token.image.slice(1, -1), span: this.tokenSpan(token) };
  }
}

export interface Located {
  readonly location?: { readonly startOffset: number; readonly endOffset?: number | undefined } | undefined;
}

/** The parts of a node without its kind and its place. */
interface Unmarked {
  readonly kind?: never;
  readonly span?: never;
  readonly [part: string]: unknown;
}

/** What reads a grammar rule as a node of a kind: what it makes of the rule's parts, and the place of the rule. */
export function node<const K extends string, C, const F extends Unmarked>(
  kind: K,
  read: (it: Lowering, children: C) => F,
): (it: Lowering, rule: Located & { readonly children: C }) => { readonly kind: K } & F & { readonly span: Span } {
  return (it, rule) => ({ kind, ...read(it, rule.children), span: it.span(rule) });
}

/** What the word of a role means, where the grammar has one. */
export function meaningIn<R extends Role>(role: R, tokens: readonly Token[] | undefined): Meaning<R> {
  return meaningOf(role, first(tokens).tokenType.name);
}

/** A keyword as the grammar writes it, however its words are spaced. */
export function wordOf(token: Token | undefined): string {
  return token?.tokenType.LABEL ?? "";
}

/** The first of a grammar rule's children of one kind. The grammar has it there; a tree with errors is never read. */
export function first<T>(children: readonly T[] | undefined): T {
  const [child] = children ?? [];
  invariant(child !== undefined, "the grammar has this child");
  return child;
}
