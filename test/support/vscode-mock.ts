/**
 * As much of VS Code's API as the extension and its language client touch: documents, commands, providers, the test view, panels.
 * What nothing looks at is a class or a function that does nothing.
 */
import { pathToFileURL } from "node:url";

type Fn = (...args: never[]) => unknown;

class Disposable {
  readonly dispose: () => void;
  constructor(dispose: () => void = () => undefined) {
    this.dispose = dispose;
  }
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const it of all) it.dispose();
    });
  }
}

class EventEmitter<T> {
  readonly #listeners = new Set<(it: T) => unknown>();
  readonly event = (listener: (it: T) => unknown, self?: object): Disposable => {
    const bound = self === undefined ? listener : listener.bind(self);
    this.#listeners.add(bound);
    return new Disposable(() => this.#listeners.delete(bound));
  };
  async fire(it: T): Promise<void> {
    for (const listener of this.#listeners) await listener(it);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly authority = "";
  readonly query = "";
  readonly fragment = "";
  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  get fsPath(): string {
    return this.path;
  }
  static parse(text: string): Uri {
    const { protocol, pathname } = new URL(text);
    return new Uri(protocol.slice(0, -1), decodeURIComponent(pathname));
  }
  static file(path: string): Uri {
    return new Uri("file", path);
  }
  toString(): string {
    return this.scheme === "file" ? pathToFileURL(this.path).href : `${this.scheme}:${this.path}`;
  }
}

class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...numbers: readonly [Position, Position] | readonly [number, number, number, number]) {
    [this.start, this.end] =
      numbers.length === 2 ? numbers : [new Position(numbers[0], numbers[1]), new Position(numbers[2], numbers[3])];
  }
}

class Holding {
  readonly given: readonly unknown[];
  constructor(...given: readonly unknown[]) {
    this.given = given;
  }
}

class CodeActionKind {
  static readonly Empty = new CodeActionKind("");
  static readonly QuickFix = new CodeActionKind("quickfix");
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === "" ? part : `${this.value}.${part}`);
  }
}

class MarkdownString {
  value: string;
  isTrusted = false;
  constructor(value = "") {
    this.value = value;
  }
}

class Hover extends Holding {
  get contents(): unknown {
    return this.given[0];
  }
}

class TestMessage {
  readonly message: string;
  location: unknown;
  constructor(message: string) {
    this.message = message;
  }
}

class TestRunRequest {
  readonly include: readonly TestItem[] | undefined;
  constructor(include?: readonly TestItem[]) {
    this.include = include;
  }
}

class CancellationTokenSource {
  readonly #emitter = new EventEmitter<void>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#emitter.event };
  cancel(): void {}
  dispose(): void {}
}

interface TestItem {
  readonly id: string;
  readonly label: string;
  readonly uri: Uri;
  range?: unknown;
}

/** A document as the editor has it open. */
export function documentOf(path: string, languageId: string, text: string) {
  return {
    uri: Uri.file(path),
    fileName: path,
    languageId,
    version: 1,
    isClosed: false,
    isDirty: false,
    getText: () => text,
    save: () => Promise.resolve(true),
  };
}
type Document = ReturnType<typeof documentOf>;

/** What happened in the test view. */
export interface TestLog {
  readonly passed: string[];
  readonly failed: { readonly label: string; readonly says: readonly string[] }[];
  readonly errored: string[];
}

export interface MockedCode {
  /** The module that the extension takes for VS Code's. */
  readonly api: object;
  readonly commands: Map<string, Fn>;
  /** By the method that registers it, the providers that there are. */
  readonly providers: Map<string, unknown[]>;
  readonly diagnostics: Map<string, readonly unknown[]>;
  readonly tests: TestLog;
  readonly testItems: Map<string, TestItem>;
  readonly panels: { readonly title: string; readonly webview: { html: string } }[];
  readonly messages: string[];
  /** What people answer when they are asked. */
  readonly answers: { pick?: string | undefined; input?: string | undefined; file?: string | undefined };
  readonly shown: { readonly path: string; line: number | undefined }[];
  /** Has a document in front of the user, with the cursor on a line. */
  readonly activate: (document: Document, line?: number) => Promise<void>;
}

export function mockVsCode(root: string, documents: Document[], command: readonly string[]): MockedCode {
  const [editorChanged, selectionChanged] = [new EventEmitter<unknown>(), new EventEmitter<unknown>()];
  const code = {
    commands: new Map<string, Fn>(),
    providers: new Map<string, unknown[]>(),
    diagnostics: new Map<string, readonly unknown[]>(),
    tests: { passed: [], failed: [], errored: [] } satisfies TestLog as TestLog, // cast: lists are empty at first
    testItems: new Map<string, TestItem>(),
    panels: [] as { title: string; webview: { html: string } }[],
    messages: [] as string[],
    answers: {} as MockedCode["answers"],
    shown: [] as { path: string; line: number | undefined }[],
  };
  const nothing = () => new Disposable();
  const settings = new Map<string, unknown>([["command", command]]);
  const editorOf = (document: Document, line = 0) => ({
    document,
    selection: { active: new Position(line, 0) },
    revealRange: ({ start }: Range) => {
      const shown = code.shown.find(({ path }) => path === document.fileName);
      if (shown) shown.line = start.line;
    },
  });
  let active: ReturnType<typeof editorOf> | undefined;
  const visible: unknown[] = [];
  const items = {
    add: (item: TestItem) => code.testItems.set(item.id, item),
    [Symbol.iterator]: () => code.testItems.entries(),
  };
  const known: Record<string, unknown> = {
    version: "1.100.0",
    env: { language: "en", appName: "a mock", uiKind: 1 },
    l10n: { t: (text: string) => text },
    workspace: {
      workspaceFolders: [{ uri: Uri.file(root), name: "tenor", index: 0 }],
      textDocuments: documents,
      notebookDocuments: [],
      getConfiguration: () => ({ get: (key: string, byDefault: unknown) => settings.get(key) ?? byDefault }),
      getWorkspaceFolder: () => ({ uri: Uri.file(root), name: "tenor", index: 0 }),
      createFileSystemWatcher: () => ({
        onDidCreate: nothing,
        onDidChange: nothing,
        onDidDelete: nothing,
        dispose: nothing,
      }),
    },
    languages: {
      match: (selector: readonly { readonly language?: string }[], { languageId }: Document) =>
        [selector].flat().some(({ language }) => language === languageId) ? 10 : 0,
      createDiagnosticCollection: () => ({
        set: (uri: Uri, found: readonly unknown[] | undefined) => code.diagnostics.set(uri.path, found ?? []),
        delete: (uri: Uri) => code.diagnostics.delete(uri.path),
        dispose: nothing,
      }),
      setLanguageConfiguration: nothing,
    },
    commands: {
      registerCommand: (name: string, run: Fn) => {
        code.commands.set(name, run);
        return new Disposable();
      },
    },
    window: {
      get activeTextEditor() {
        return active;
      },
      visibleTextEditors: visible,
      tabGroups: { all: [], onDidChangeTabs: nothing },
      onDidChangeActiveTextEditor: editorChanged.event,
      onDidChangeTextEditorSelection: selectionChanged.event,
      createOutputChannel: () => ({
        append: nothing,
        appendLine: nothing,
        show: nothing,
        dispose: nothing,
        error: nothing,
        info: nothing,
        warn: nothing,
        debug: nothing,
        trace: nothing,
        onDidChangeLogLevel: nothing,
        logLevel: 0,
      }),
      showQuickPick: () => Promise.resolve(code.answers.pick),
      showInputBox: () => Promise.resolve(code.answers.input),
      showOpenDialog: () =>
        Promise.resolve(code.answers.file === undefined ? undefined : [Uri.file(code.answers.file)]),
      showErrorMessage: (text: string) => Promise.resolve(void code.messages.push(text)),
      showInformationMessage: (text: string) => Promise.resolve(void code.messages.push(text)),
      showTextDocument: (uri: Uri) => {
        code.shown.push({ path: uri.path, line: undefined });
        const editor = editorOf(documentOf(uri.path, "markdown", ""));
        visible.push(editor);
        return Promise.resolve(editor);
      },
      createWebviewPanel: (_: string, title: string) => {
        const panel = { title, webview: { html: "" } };
        code.panels.push(panel);
        return panel;
      },
    },
    tests: {
      createTestController: () => ({
        items,
        createRunProfile: nothing,
        createTestItem: (id: string, label: string, uri: Uri): TestItem => ({ id, label, uri }),
        createTestRun: () => ({
          started: nothing,
          passed: ({ label }: TestItem) => code.tests.passed.push(label),
          failed: ({ label }: TestItem, says: readonly TestMessage[]) =>
            code.tests.failed.push({ label, says: says.map(({ message }) => message) }),
          errored: ({ label }: TestItem) => code.tests.errored.push(label),
          end: nothing,
        }),
        dispose: nothing,
      }),
    },
    ...{
      CodeActionKind,
      Disposable,
      EventEmitter,
      Uri,
      Position,
      Range,
      MarkdownString,
      Hover,
      TestMessage,
      TestRunRequest,
      CancellationTokenSource,
    },
  };
  return {
    ...code,
    api: withTheRest(known, code.providers),
    activate: async (document, line = 0) => {
      active = editorOf(document, line);
      await editorChanged.fire(active);
      await selectionChanged.fire({ textEditor: active });
    },
  };
}

/** Names that nothing above has: a class, or in a part of the API a function that registers and does no more. */
function withTheRest(known: Record<string, unknown>, providers: Map<string, unknown[]>): object {
  const parts = ["workspace", "languages", "window", "commands"];
  const registering = (part: object) =>
    new Proxy(part, {
      get: (target, key, self) => {
        if (Reflect.has(target, key) || typeof key !== "string") return Reflect.get(target, key, self) as unknown;
        return (...args: readonly unknown[]) => {
          const provider = args.find(
            (it) =>
              typeof it === "object" && it !== null && Object.values(it).some((member) => typeof member === "function"),
          );
          providers.set(key, [...(providers.get(key) ?? []), provider]);
          return new Disposable();
        };
      },
    });
  for (const part of parts) known[part] = registering(Object(known[part]));
  return new Proxy(known, {
    get: (target, key) => {
      if (typeof key === "string" && !Reflect.has(target, key)) target[key] = class extends Holding {};
      return Reflect.get(target, key) as unknown;
    },
  });
}
