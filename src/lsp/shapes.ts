/** Places and findings in the words of the protocol. */
import type { CompletionItem, Diagnostic, DocumentSymbol, Location, Range } from "vscode-languageserver";
import { CompletionItemKind, DiagnosticSeverity, SymbolKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Completion, Finding, OutlineItem, OutlineKind, Place } from "../index.ts";

/** The document of a path, open or stored. */
export type DocumentOf = (path: string) => TextDocument;

export function rangeOf({ file, start, end }: Place, documentOf: DocumentOf): Range {
  const document = documentOf(file);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function locationOf(place: Place, documentOf: DocumentOf): Location {
  return { uri: documentOf(place.file).uri, range: rangeOf(place, documentOf) };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
} as const;

export function diagnosticOf(
  { diagnostic, place }: Finding,
  related: readonly Place[],
  documentOf: DocumentOf,
): Diagnostic {
  const { code, severity, message, label, help } = diagnostic;
  const lines = [message, ...(label === undefined ? [] : [label]), ...(help === undefined ? [] : [`help: ${help}`])];
  lines.push(`for more: tenor explain --code ${code}`);
  return {
    range: rangeOf(place, documentOf),
    severity: severities[severity],
    code,
    source: "tenor",
    message: lines.join("\n"),
    relatedInformation: diagnostic.related.flatMap((it, index) => {
      const at = related[index];
      return at === undefined ? [] : [{ location: locationOf(at, documentOf), message: it.label }];
    }),
  };
}

const completionKinds = {
  word: CompletionItemKind.Keyword,
  figure: CompletionItemKind.Unit,
  name: CompletionItemKind.Variable,
  member: CompletionItemKind.Field,
  text: CompletionItemKind.Text,
  section: CompletionItemKind.Reference,
} as const;

const orderOfKinds = ["member", "name", "section", "text", "figure", "word"] as const;

export function completionItemOf(
  { label, kind, detail, insert, replaces }: Completion,
  documentOf: DocumentOf,
): CompletionItem {
  return {
    label,
    kind: completionKinds[kind],
    ...(detail !== "" && { detail }),
    filterText: insert,
    sortText: `${orderOfKinds.indexOf(kind)} ${label}`,
    textEdit: { range: rangeOf(replaces, documentOf), newText: insert },
  };
}

export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  section: SymbolKind.Namespace,
  event: SymbolKind.Event,
  value: SymbolKind.Variable,
  state: SymbolKind.Property,
  account: SymbolKind.Object,
  rule: SymbolKind.Operator,
  power: SymbolKind.Function,
  duty: SymbolKind.Method,
  default: SymbolKind.Boolean,
  reading: SymbolKind.Enum,
  story: SymbolKind.Constructor,
  clause: SymbolKind.Module,
  note: SymbolKind.File,
  other: SymbolKind.String,
};

export function symbolOf(item: OutlineItem, documentOf: DocumentOf): DocumentSymbol {
  return {
    name: item.name === "" ? "…" : item.name,
    ...(item.detail !== "" && { detail: item.detail }),
    kind: symbolKinds[item.kind],
    range: rangeOf(item.place, documentOf),
    selectionRange: rangeOf(item.nameAt, documentOf),
    children: item.items.map((it) => symbolOf(it, documentOf)),
  };
}
