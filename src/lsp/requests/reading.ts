/** What is shown about a place: hovers, definitions, references, completion, signatures, calls. */
import type { CallHierarchyItem } from "vscode-languageserver";
import { SymbolKind } from "vscode-languageserver";
import type { Call, Occurrence } from "../../index.ts";
import type { Session } from "../session.ts";
import { completionItemOf, locationOf, rangeOf } from "../shapes.ts";

export function answerReading(session: Session): void {
  const { connection, service } = session;
  const { documentOf } = session.documents;
  connection.onHover(
    session.answering((params) => {
      const hover = service.hover(...session.at(params));
      return (
        hover && { contents: { kind: "markdown", value: hover.markdown }, range: rangeOf(hover.place, documentOf) }
      );
    }, undefined),
  );
  connection.onDefinition(
    session.answering(
      (params) => service.definition(...session.at(params)).map((it) => locationOf(it, documentOf)),
      [],
    ),
  );
  connection.onReferences(
    session.answering((params) => {
      const found = service.references(...session.at(params));
      const shown = params.context.includeDeclaration ? found : found.filter(({ isDeclaration }) => !isDeclaration);
      return shown.map((it) => locationOf(it, documentOf));
    }, []),
  );
  connection.onDocumentHighlight(
    session.answering((params) => {
      const [path, offset] = session.at(params);
      const here = service.references(path, offset).filter(({ file }) => file === path);
      return here.map((it) => ({ range: rangeOf(it, documentOf) }));
    }, []),
  );
  connection.onCompletion(
    session.answering(
      (params) => service.completions(...session.at(params)).map((it) => completionItemOf(it, documentOf)),
      [],
    ),
  );
  connection.onSignatureHelp(
    session.answering((params) => {
      const found = service.signature(...session.at(params));
      if (found === undefined) return undefined;
      const parameters = found.parts.map(({ label, says }) => ({ label, ...(says !== "" && { documentation: says }) }));
      const activeParameter = found.active ?? null;
      return { signatures: [{ label: found.label, parameters, activeParameter }], activeSignature: 0, activeParameter };
    }, undefined),
  );
  answerCalls(session);
}

function answerCalls(session: Session): void {
  const { connection, service } = session;
  const { documentOf } = session.documents;
  const itemOf = (it: Occurrence): CallHierarchyItem => {
    const { uri, range } = locationOf(it, documentOf);
    return { name: it.term.name, kind: SymbolKind.Variable, uri, range, selectionRange: range };
  };
  const rangesOf = ({ places }: Call) => places.map((it) => rangeOf(it, documentOf));
  const startOf = ({ uri, selectionRange: { start } }: CallHierarchyItem) =>
    session.at({ textDocument: { uri }, position: start });
  connection.languages.callHierarchy.onPrepare(
    session.answering((params) => {
      const at = service.callAt(...session.at(params));
      return at === undefined ? null : [itemOf(at)];
    }, null),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    session.answering(({ item }) => {
      const calls = service.incoming(...startOf(item));
      return calls.map((call) => ({ from: itemOf(call.declared), fromRanges: rangesOf(call) }));
    }, null),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    session.answering(({ item }) => {
      const calls = service.outgoing(...startOf(item));
      return calls.map((call) => ({ to: itemOf(call.declared), fromRanges: rangesOf(call) }));
    }, null),
  );
}
