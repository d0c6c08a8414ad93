import type { Span } from "../source/span.ts";
import type { Severity } from "./registry/entry.ts";
import type { Code, Facts } from "./registry.ts";
import { entryOf } from "./registry.ts";

/** One finding: what is wrong, where, and what to write instead. How it is shown is the renderers' matter. */
export interface Diagnostic {
  /** Stable, never reused; the explanation is in the catalogue under it. */
  readonly code: Code;
  /** That of the catalogue, unless a note asks for more. */
  readonly severity: Severity;
  /** Where to look; renderers and the editor work out lines. */
  readonly span: Span;
  /** Of a scenario that was made as data: the JSON pointer of the place. */
  readonly pointer?: string;
  /** One sentence that stands alone. */
  readonly message: string;
  /** A few words under the carets. */
  readonly label?: string;
  /** The other clause, the declaration, the first use. */
  readonly related: readonly Labelled[];
  /** What to write instead, as a statement. */
  readonly help?: string;
  /** The same as an edit, for the editor. */
  readonly fix?: Edit;
}

export interface Labelled {
  readonly span: Span;
  readonly label: string;
}

/** Puts `text` in the place of what `span` covers; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What one occurrence adds to the catalogue's words; a label or help given here stands instead of the catalogue's. */
export interface Extras {
  readonly label?: string | undefined;
  readonly help?: string | undefined;
  readonly fix?: Edit | undefined;
}

/**
 * A finding in the catalogue's words, with the facts of this occurrence filled in.
 *
 * A fact may come from a file as it stands, of any length and with any character; it is cut and made visible here.
 */
export function diagnostic<C extends Code>(
  code: C,
  span: Span,
  facts: Facts<C>,
  related: readonly Labelled[] = [],
  extras: Extras = {},
): Diagnostic {
  return { ...foundDiagnostic(code, span, facts, extras), related };
}

/** The same where code and facts come from a stage that does not know the catalogue. */
export function foundDiagnostic(code: Code, span: Span, facts: GivenFacts, extras: Extras): Diagnostic {
  const entry = entryOf(code);
  const label = extras.label ?? (entry.label && filled(entry.label, facts));
  const help = extras.help ?? (entry.help && filled(entry.help, facts));
  return {
    code,
    severity: entry.severity,
    span,
    message: filled(entry.message, facts),
    ...(label !== undefined && { label }),
    related: [],
    ...(help !== undefined && { help }),
    ...(extras.fix !== undefined && { fix: extras.fix }),
  };
}

type GivenFacts = Readonly<Record<string, string | number>>;

const longestFact = 200;

function filled(template: string, facts: GivenFacts): string {
  return template.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    Object.hasOwn(facts, name) ? shortened(String(facts[name])) : whole,
  );
}

function shortened(fact: string): string {
  const visible = fact.replaceAll(/\s+/g, " ");
  return visible.length <= longestFact ? visible : `${visible.slice(0, longestFact).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
