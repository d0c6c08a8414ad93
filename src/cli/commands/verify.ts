import type { Command } from "commander";
import { visibleJson } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { readBytes, shownName } from "../files/files.ts";
import type { Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import type { Difference, ReadResult } from "../receipts/read-result.ts";
import { inputDifferences, isObject, readResult } from "../receipts/read-result.ts";
import { resultDifferences } from "../receipts/result-differences.ts";
import { mainOf, runAgain } from "../receipts/run-again.ts";
import { refuse } from "../refuse.ts";
import { renderVerdict } from "../render/verify.ts";
import { writeJson } from "../write-json.ts";

/** `tenor verify RESULT`: runs a result again, and says whether every byte agrees. */
export const run: Run = async ([path = ""], { json, scenario }, terminal, program) => {
  const verified = await verify(path, scenario, program);
  if (!verified.ok) return refuse(verified.diagnostics, json, terminal);
  const { differs, result } = verified.value;
  const agrees = differs.length === 0;
  const { out } = terminal;
  if (json) writeJson(terminal, { format: "tenor/verify@1", agrees, differs });
  else out.write(renderVerdict(path, result, differs, out.width, out.paint));
  return agrees ? exitStatus.fine : exitStatus.failed;
};

interface Verified {
  readonly result: ReadResult;
  readonly differs: readonly Difference[];
}

async function verify(path: string, scenario: string | undefined, program: Command): Promise<Loaded<Verified>> {
  const read = await readBytes(path, "result", "command");
  if (!read.ok) return read;
  const [name, file] = [shownName(path), read.value];
  const result = await readResult(name, file);
  if (!result.ok) return result;
  const main = scenario === undefined ? mainOf(path, result.value) : { ok: true as const, value: scenario };
  if (!main.ok) return main;
  const again = await runAgain(result.value, name, main.value, program);
  if (!again.ok) return again;
  const { file: made, result: now } = again.value;
  const { container, data, madeFrom } = result.value;
  const inputs = inputDifferences(madeFrom, now.madeFrom);
  const others =
    container === undefined
      ? resultDifferences(data, now.data)
      : bytesDiffer(container.what, file, await container.withInputs(made, (await container.inputsOf(file)) ?? ""));
  const found = [...inputs, ...others];
  const differs = found.length > 0 ? found : bytesDiffer("bytes", file, await placedAt(now, result.value, made));
  return { ok: true, value: { result: result.value, differs } };
}

function bytesDiffer(what: string, was: Buffer, now: Buffer): Difference[] {
  return was.equals(now) ? [] : [{ what, was: was.length, now: now.length }];
}

/** What is made now, as if its files lay where they did. */
async function placedAt({ data, container, madeFrom }: ReadResult, was: ReadResult, made: Buffer): Promise<Buffer> {
  const { scenario, template, asked } = was.madeFrom;
  const main = isObject(scenario) ? { scenario } : "template" in madeFrom ? { template } : {};
  const from = { ...madeFrom, asked, ...main };
  if (container !== undefined) return container.withInputs(made, JSON.stringify(from));
  return Buffer.from(visibleJson(`${JSON.stringify({ ...data, madeFrom: from }, null, 2)}\n`));
}
