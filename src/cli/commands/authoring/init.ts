import { basename } from "node:path";
import { layOut } from "../../../index.ts";
import { exitStatus } from "../../exit-status.ts";
import { readContractFile } from "../../files/contract-file.ts";
import { writeFile } from "../../html/write-file.ts";
import type { Run } from "../../options.ts";
import { refuse } from "../../refuse.ts";

/** `tenor init CONTRACT`: a template to begin with, from a contract's text. */
export const run: Run = async ([path = ""], { write }, terminal) => {
  const contract = await readContractFile(path, "command");
  if (!contract.ok) return refuse(contract.diagnostics, false, terminal);
  const text = layOut(contract.value.text, basename(path));
  const problem = write === undefined ? undefined : writeFile(write, text, terminal);
  if (problem !== undefined) return refuse([problem], false, terminal);
  if (write === undefined) terminal.out.write(text);
  return exitStatus.fine;
};
