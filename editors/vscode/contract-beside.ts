import type { Disposable, TextEditor } from "vscode";
import { commands, Range, TextEditorRevealType, Uri, ViewColumn, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

interface Part {
  readonly uri: string;
  readonly line: number;
}

/** Opens the contract's text beside a template, and keeps it in step with the cursor. */
export function showContract(client: LanguageClient): readonly Disposable[] {
  let shown: TextEditor | undefined;
  const partAt = (editor: TextEditor) =>
    client.sendRequest<Part | null>("tenor/contract", {
      textDocument: { uri: editor.document.uri.toString() },
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    });
  const reveal = (beside: TextEditor, { line }: Part) => {
    beside.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
  };
  return [
    commands.registerCommand("tenor.showContract", async () => {
      const editor = window.activeTextEditor;
      const part = editor && (await partAt(editor));
      if (part === undefined || part === null) {
        void window.showInformationMessage(
          'The head of the note names no text that has this section: text: "contract.md"',
        );
        return;
      }
      shown = await window.showTextDocument(Uri.parse(part.uri), {
        viewColumn: ViewColumn.Beside,
        preserveFocus: true,
      });
      reveal(shown, part);
    }),
    window.onDidChangeTextEditorSelection(async ({ textEditor }) => {
      if (textEditor.document.languageId !== "tenor" || shown === undefined) return;
      const part = await partAt(textEditor);
      const isStillThere = window.visibleTextEditors.includes(shown);
      if (!isStillThere) shown = undefined;
      else if (part !== null && part.uri === shown.document.uri.toString()) reveal(shown, part);
    }),
  ];
}
