import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { runCommandLine } from "../../src/cli/program.ts";
import type { Paint } from "../../src/cli/render/parts/paint.ts";
import { createPaint } from "../../src/cli/render/parts/paint.ts";
import type { Output } from "../../src/cli/terminal.ts";

/** Runs a command line in this process, with what it writes caught. */
export async function tenor(args: readonly string[], { width = 80, colour = false } = {}): Promise<Ran> {
  const [out, err] = [new Caught(width, colour), new Caught(width, colour)];
  const status = await runCommandLine(args, { out, err });
  return { status, out: out.text, err: err.text };
}

class Caught implements Output {
  text = "";
  readonly paint: Paint;
  readonly isTerminal = false;
  readonly isUnicode = true;
  readonly width: number;

  constructor(width: number, colour: boolean) {
    this.width = width;
    this.paint = createPaint(colour);
  }

  write(text: string): void {
    this.text += text;
  }
}

const executable = fileURLToPath(new URL("../../bin/tenor.mjs", import.meta.url));
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface HowToRun {
  readonly input?: string;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the real executable in a process of its own, without a terminal and without what the environment says about colours. */
export function spawnTenor(
  args: readonly string[],
  { input = "", folder = projectFolder, env = {} }: HowToRun = {},
): Ran {
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...rest, ...env },
  });
  return { status, out: stdout, err: stderr };
}

/** What the published schema of a command finds wrong with its output; null where nothing. */
export function schemaProblems(command: string, out: string): ValidateFunction["errors"] {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(`${projectFolder}schemas/${command}.json`, "utf8")) as object);
  validate(JSON.parse(out));
  return validate.errors ?? null;
}
