import type { Command } from "commander";
import { visibleJson } from "../../index.ts";
import { pageWithInputs } from "../../reports.ts";
import { exitStatus } from "../exit-status.ts";
import { readText } from "../files/files.ts";
import type { Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import type { Difference, ReadResult } from "../receipts/read-result.ts";
import { inputDifferences, isObject, pageFormat, readResult } from "../receipts/read-result.ts";
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
  const read = await readText(path, "result", "command");
  if (!read.ok) return read;
  const { text, name } = read.value;
  const result = readResult(read.value);
  if (!result.ok) return result;
  const main = scenario === undefined ? mainOf(path, result.value) : { ok: true as const, value: scenario };
  if (!main.ok) return main;
  const again = await runAgain(result.value, name, main.value, program);
  if (!again.ok) return again;
  const now = again.value.result;
  const inputs = inputDifferences(result.value.madeFrom, now.madeFrom);
  const other =
    result.value.format === pageFormat
      ? bytesDiffer("page", pageWithInputs(text), pageWithInputs(again.value.text))
      : resultDifferences(result.value.data, now.data);
  const found = [...inputs, ...other];
  const differs = found.length > 0 ? found : bytesDiffer("bytes", text, placedAt(now, result.value, again.value.text));
  return { ok: true, value: { result: result.value, differs } };
}

function bytesDiffer(what: string, was: string, now: string): Difference[] {
  return was === now ? [] : [{ what, was: was.length, now: now.length }];
}

/** What is printed now, as if its files lay where they did. */
function placedAt({ data, format, madeFrom }: ReadResult, was: ReadResult, text: string): string {
  const { scenario, asked } = was.madeFrom;
  const from = { ...madeFrom, asked, ...(isObject(scenario) && { scenario }) };
  if (format === pageFormat) return pageWithInputs(text, JSON.stringify(from));
  return visibleJson(`${JSON.stringify({ ...data, madeFrom: from }, null, 2)}\n`);
}
