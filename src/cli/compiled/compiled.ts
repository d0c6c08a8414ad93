/** Findings and programs of templates: from the cache, or from the compiler, which is loaded for it. */
import type { Diagnostic, Result } from "../../index.ts";
import type { TemplateFiles } from "../files/templates/template-files.ts";
import type { EntryKey } from "./cache.ts";
import { cacheFolder, keyOf, readEntry, writeEntry } from "./cache.ts";
import type { CompiledProgram } from "./compiler.ts";
import { revived } from "./serialized.ts";

export async function findingsOf(files: TemplateFiles): Promise<readonly Diagnostic[]> {
  // cast: bytes say nothing of types; what `compiler` wrote under this name has this one.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return (await compiled("findings", files)) as readonly Diagnostic[];
}

export async function programOf(files: TemplateFiles): Promise<Result<CompiledProgram>> {
  // cast: as above.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return (await compiled("program", files)) as Result<CompiledProgram>;
}

/** With the cache and without, what comes back was bytes in between, so that both give the same. */
async function compiled(what: "findings" | "program", files: TemplateFiles): Promise<unknown> {
  const folder = compilerHash === undefined ? undefined : cacheFolder(process.env, process.platform);
  const key = keyFor(what, files);
  const known = folder === undefined ? undefined : readEntry(folder, key);
  if (known !== undefined) return revived(known);
  const { compiler } = await import("./compiler.ts");
  const bytes = compiler[what](files);
  if (folder !== undefined) writeEntry(folder, key, bytes);
  return revived(bytes);
}

/** Put in when the command line is bundled: sources that run as they are have no cache. */
declare const TENOR_COMPILER: string;
const compilerHash = typeof TENOR_COMPILER === "undefined" ? undefined : TENOR_COMPILER;

/** Everything that the bytes depend on: what made them, for which reader, and of which texts. */
function keyFor(what: string, { template, additions }: TemplateFiles): EntryKey {
  const texts = [template, ...additions].flatMap(({ name, text }) => [name, text]);
  return keyOf(compilerHash ?? "", process.versions.v8, what, ...texts);
}
