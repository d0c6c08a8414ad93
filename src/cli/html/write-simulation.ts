/** Writes the page of a simulation to the file that the command names. */
import type { Merging, OpenSimulation, SimulationResult } from "../../index.ts";
import { renderReport, simulationReport } from "../../reports.ts";
import type { Loaded } from "../problem.ts";
import { refused } from "../problem.ts";
import type { Swept } from "../simulating/asked.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "./write-file.ts";

interface Shown {
  readonly model: string;
  readonly seed: string;
  readonly sweep: readonly Swept[];
  readonly result: SimulationResult;
}

export async function writeSimulation(
  file: string,
  simulation: OpenSimulation,
  merged: Merging,
  shown: Shown,
  terminal: Terminal,
): Promise<Loaded<undefined>> {
  const page = simulationReport(simulation, merged, shown);
  if (!page.ok) return page;
  const problem = writeFile(file, await renderReport(page.value), terminal);
  return problem === undefined ? { ok: true, value: undefined } : refused(problem);
}
