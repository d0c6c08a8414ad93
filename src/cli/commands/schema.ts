import { templateSchema } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile } from "../files/open-scenario.ts";
import { refuse } from "../refuse.ts";
import type { Terminal } from "../terminal.ts";
import { writeJson } from "../write-json.ts";

/** `tenor schema TEMPLATE`: a JSON Schema for the template's scenarios. */
export async function runSchema(path: string, terminal: Terminal): Promise<ExitStatus> {
  const compiled = await compileFile(path, "command");
  if (!compiled.ok) return refuse(compiled.problems, false, terminal);
  writeJson(terminal, templateSchema(compiled.value.program));
  return exitStatus.fine;
}
