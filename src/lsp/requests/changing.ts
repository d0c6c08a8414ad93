/** What changes a text: names, fixes, form. */
import type { CodeAction, TextEdit as ProtocolEdit, WorkspaceEdit } from "vscode-languageserver";
import { CodeActionKind, ErrorCodes, ResponseError } from "vscode-languageserver";
import type { TextEdit } from "../../index.ts";
import { applied } from "../../index.ts";
import { pathOf } from "../host.ts";
import type { Session } from "../session.ts";
import { diagnosticOf, rangeOf } from "../shapes.ts";

export function answerChanging(session: Session): void {
  const { connection, service } = session;
  const { documentOf } = session.documents;
  const editOf = ({ place, text }: TextEdit): ProtocolEdit => ({ range: rangeOf(place, documentOf), newText: text });
  const workspaceEditOf = (edits: readonly TextEdit[]): WorkspaceEdit => {
    const changes: Record<string, ProtocolEdit[]> = {};
    for (const edit of edits) {
      const { uri } = documentOf(edit.place.file);
      changes[uri] = [...(changes[uri] ?? []), editOf(edit)];
    }
    return { changes };
  };
  connection.onPrepareRename(
    session.answering((params) => {
      const at = service.renameable(...session.at(params));
      return at === undefined ? null : { range: rangeOf(at, documentOf), placeholder: at.term.name };
    }, null),
  );
  connection.onRenameRequest((params) => {
    const renamed = session.answering(() => service.rename(...session.at(params), params.newName), { edits: [] })(
      params,
    );
    // The protocol has no other way to say why a name can't be taken.
    if ("refused" in renamed) return new ResponseError(ErrorCodes.InvalidParams, renamed.refused);
    return workspaceEditOf(renamed.edits);
  });
  connection.onCodeAction(
    session.answering(({ textDocument: { uri }, range }) => {
      const path = pathOf(uri);
      const document = documentOf(path);
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const fixes = service.fixes(path);
      const here = fixes.filter(({ finding: { place } }) => place.start <= end && start <= place.end);
      const quick = here.map(({ finding, edit, title }): CodeAction => {
        const diagnostics = [diagnosticOf(finding, [], documentOf)];
        return { title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: true, edit: workspaceEditOf([edit]) };
      });
      const safe = fixes.filter(({ isSafe }) => isSafe).map(({ edit }) => edit);
      const { done } = applied(document.getText(), safe);
      const all = {
        title: "Fix all that keeps the words",
        kind: CodeActionKind.SourceFixAll,
        edit: workspaceEditOf(done),
      };
      return done.length === 0 ? quick : [...quick, all];
    }, []),
  );
  connection.onDocumentFormatting(
    session.answering(({ textDocument: { uri } }) => service.format(pathOf(uri)).map(editOf), []),
  );
  connection.onDocumentRangeFormatting(
    session.answering(({ textDocument: { uri }, range }) => {
      const document = documentOf(pathOf(uri));
      const stretch = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return service.format(pathOf(uri), stretch).map(editOf);
    }, []),
  );
}
