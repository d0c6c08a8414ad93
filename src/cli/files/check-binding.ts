import { parseBinding, readBinding } from "../../index.ts";
import type { Problem } from "../problem.ts";
import { readText } from "./files.ts";
import { compileFile } from "./open-scenario.ts";

const ending = ".binding.json";

export const isBinding = (path: string): boolean => path.endsWith(ending);

/** What is wrong with the binding of the template beside it. */
export async function checkBinding(path: string): Promise<readonly Problem[]> {
  const read = await readText(path, "binding", "command");
  if (!read.ok) return read.diagnostics;
  const template = await compileFile(`${path.slice(0, -ending.length)}.tenor`, "command");
  if (!template.ok) return template.diagnostics;
  const binding = readBinding(parseBinding(read.value.text, read.value.name), template.value.program);
  return binding.ok ? [] : binding.diagnostics;
}
