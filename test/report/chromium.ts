/** Chromium for the tests of pages: the system's own, since no browser comes with the packages. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** TENOR_CHROMIUM names it; without that, the first on the PATH. Undefined where there is none. */
export function chromiumPath(): string | undefined {
  if (process.env.TENOR_CHROMIUM) return process.env.TENOR_CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** As root Chromium has no sandbox; and it has nothing to ask of the network here. */
const flags =
  "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run";

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags.split(" ") });
}
