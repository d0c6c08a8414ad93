/** What can't be compiled, said before anything runs: the paths take much longer. */
import type { OpenSimulation } from "../../index.ts";
import type { Terminal } from "../terminal.ts";

export function sayNotCompiled({ notCompiled }: Pick<OpenSimulation, "notCompiled">, { err }: Terminal): void {
  const said = new Set(
    notCompiled.map(({ section, what, changes }) => {
      const of = changes === undefined ? "" : ` (with ${changes.map((it) => it.join(" ")).join(", ")})`;
      return `${section === "" ? "" : `${section}: `}${what}${of}`;
    }),
  );
  if (said.size === 0) return;
  err.write(`not compiled, so these paths run in the exact engine:\n${[...said].map((it) => `  ${it}\n`).join("")}`);
}
