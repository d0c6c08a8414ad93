import type { Command } from "commander";
import { visibleJson } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { readBytes, shownName } from "../files/files.ts";
import type { Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import type { Difference, JsonObject, ReadResult } from "../receipts/read-result.ts";
import { inputDifferences, isObject, readResult } from "../receipts/read-result.ts";
import { resultDifferences } from "../receipts/result-differences.ts";
import type { MadeAgain } from "../receipts/run-again.ts";
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
  const main = mainOf(path, result.value, scenario);
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
  const differs = found.length > 0 ? found : await furtherDifferences(file, result.value, again.value);
  return { ok: true, value: { result: result.value, differs } };
}

function bytesDiffer(what: string, was: Buffer, now: Buffer): Difference[] {
  return was.equals(now) ? [] : [{ what, was: was.length, now: now.length }];
}

/** Where nothing else differs: what was asked and what else stands among the inputs, then how it is written. */
async function furtherDifferences(file: Buffer, was: ReadResult, { file: made, result }: MadeAgain) {
  const from = placedAs(was.madeFrom, result.madeFrom);
  const found = resultDifferences(was.madeFrom, from, "/madeFrom");
  return found.length > 0 ? found : bytesDiffer("bytes", file, await madeWith(from, result, made));
}

/** What is made now says where its files are; the main one may lie elsewhere than it did. Nothing else is taken over. */
function placedAs(was: JsonObject, now: JsonObject): JsonObject {
  const main = ["scenario", "template", "story"].find((name) => isObject(now[name]));
  return {
    ...now,
    ...(main !== undefined && { [main]: withNameOf("file", was[main], now[main]) }),
    ...(main === "story" && { asked: withNameOf("story", was.asked, now.asked) }),
  };
}

function withNameOf(key: string, was: unknown, now: unknown): unknown {
  return isObject(was) && isObject(now) && typeof was[key] === "string" ? { ...now, [key]: was[key] } : now;
}

/** The file that was made, if it said this of its inputs. */
async function madeWith(from: JsonObject, { container, data }: ReadResult, made: Buffer): Promise<Buffer> {
  if (container !== undefined) return container.withInputs(made, JSON.stringify(from));
  return Buffer.from(visibleJson(`${JSON.stringify({ ...data, madeFrom: from }, null, 2)}\n`));
}
