import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";

/** A fault that the compiler finds, with its file. */
export interface Fault {
  readonly file: string;
  readonly message: string;
}

const root = resolve(import.meta.dirname, "../..");
const config = ts.getParsedCommandLineOfConfigFile(
  resolve(root, "tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
);
const options: ts.CompilerOptions = { ...config?.options, noEmit: true };
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Other texts for some files, from the ones they have. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

/** What the compiler finds in some folders where some files had other texts. Nothing is written. */
export function faultsWith(changes: Changes, folders: readonly string[]): Fault[] {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, settings) => {
    const change = changes[relative(root, resolve(name))];
    if (change !== undefined) return ts.createSourceFile(name, change(readFileSync(name, "utf8")), settings);
    if (!parsed.has(name)) parsed.set(name, read(name, settings));
    return parsed.get(name);
  };
  const isWanted = (name: string) => folders.some((folder) => relative(root, resolve(name)).startsWith(`${folder}/`));
  const roots = (config?.fileNames ?? []).filter(isWanted);
  const program = ts.createProgram(roots, options, host);
  const files = program.getSourceFiles().filter(({ fileName }) => isWanted(fileName));
  return files.flatMap((file) =>
    program.getSemanticDiagnostics(file).map(({ messageText }) => ({
      file: relative(root, file.fileName),
      message: ts.flattenDiagnosticMessageText(messageText, " "),
    })),
  );
}
