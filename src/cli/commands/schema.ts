import { templateSchema } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile } from "../files/open-scenario.ts";
import type { Run } from "../options.ts";
import { refuse } from "../refuse.ts";
import { writeJson } from "../write-json.ts";

/** `tenor schema TEMPLATE`: a JSON Schema for the template's scenarios. */
export const run: Run = async ([path = ""], _options, terminal) => {
  const compiled = await compileFile(path, "command");
  if (!compiled.ok) return refuse(compiled.diagnostics, false, terminal);
  writeJson(terminal, templateSchema(compiled.value.program));
  return exitStatus.fine;
};
