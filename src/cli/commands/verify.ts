import type { Command } from "commander";
import { visibleJson } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { readText } from "../files/files.ts";
import { openScenario } from "../files/open-scenario.ts";
import type { Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import { madeFrom } from "../receipts/made-from.ts";
import type { Difference, JsonObject, ReadResult } from "../receipts/read-result.ts";
import { inputDifferences, isObject, readResult } from "../receipts/read-result.ts";
import { resultDifferences } from "../receipts/result-differences.ts";
import { runAgain, scenarioOf } from "../receipts/run-again.ts";
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
  const text = await readText(path, "result", "command");
  if (!text.ok) return text;
  const result = readResult(text.value);
  if (!result.ok) return result;
  const place = scenario === undefined ? scenarioOf(path, result.value) : { ok: true as const, value: scenario };
  if (!place.ok) return place;
  const opened = await openScenario(place.value);
  if (!opened.ok) return opened;
  const again = await runAgain(result.value, text.value.name, place.value, program);
  if (!again.ok) return again;
  const { command, asked } = result.value;
  const now = madeFrom(opened.value, command, result.value.scenario, Object.fromEntries(asked));
  const inputs = inputDifferences(result.value.madeFrom, now);
  const places = resultDifferences(result.value.data, JSON.parse(again.value));
  const found = [...inputs, ...places];
  const differs = found.length > 0 ? found : byteDifferences(text.value.text, result.value, again.value);
  return { ok: true, value: { result: result.value, differs } };
}

/** Where nothing else differs, whether it is written otherwise. */
function byteDifferences(text: string, { scenario }: ReadResult, again: string): Difference[] {
  const now: unknown = JSON.parse(again);
  const same = isObject(now) ? placedAt(now, scenario) : again;
  return text === same ? [] : [{ what: "bytes", was: text.length, now: same.length }];
}

/** What is printed now, as if the scenario lay where it did. */
function placedAt(now: JsonObject, file: string): string {
  const { madeFrom: from } = now;
  const made = isObject(from) && isObject(from.scenario) ? { ...from, scenario: { ...from.scenario, file } } : from;
  return visibleJson(`${JSON.stringify({ ...now, madeFrom: made }, null, 2)}\n`);
}
