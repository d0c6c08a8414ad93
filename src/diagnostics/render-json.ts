import type { Span } from "../source/span.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./registry/entry.ts";

/** What `tenor check --json` prints: diagnostics as data for other programs, in the order given. */
export function checkReport(diagnostics: readonly Diagnostic[]): CheckReport {
  return {
    format: "tenor/check@1",
    diagnostics: diagnostics.map(({ code, severity, span, message, related, help, fix }) => ({
      code,
      severity,
      message,
      ...placeOf(span),
      related: related.map((it) => {
        const { file, line, column } = placeOf(it.span);
        return { file, line, column, message: it.label };
      }),
      help: help ?? null,
      fix: fix === undefined ? null : { ...placeOf(fix.span), text: fix.text },
    })),
  };
}

export interface CheckReport {
  readonly format: "tenor/check@1";
  readonly diagnostics: readonly DiagnosticJson[];
}

export interface DiagnosticJson extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Pick<Place, "file" | "line" | "column"> & { readonly message: string })[];
  readonly help: string | null;
  readonly fix: (Place & { readonly text: string }) | null;
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is excluded. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function placeOf({ source, start, end }: Span): Place {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return { file: source.name, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
