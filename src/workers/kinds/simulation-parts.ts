/** The parts of a simulation, and what their bytes say. It loads no compiler, which who hands out the parts does not need. */
import type { CheckedPath, ChunkData, OpenSimulation, Result, SimulationSettings } from "../../index.ts";
import { isWhole, listOf, objectOf } from "../shape.ts";
import type { Part } from "../work.ts";
import type { DataReference, FileReference, TemplateReference } from "./references.ts";

/** What is asked, as JSON has it: what is left out stands as null. */
export interface AskedAsJson {
  readonly model: string;
  readonly seed: readonly [number, number];
  readonly through: number | null;
  readonly values: readonly string[];
  readonly charted: number;
  readonly plan: string | null;
  readonly exact: boolean;
  readonly variants: SimulationSettings["variants"];
}

export interface SimulationWork extends DataReference {
  readonly template: TemplateReference;
  readonly scenario: FileReference;
  readonly prices: FileReference | null;
  readonly asked: AskedAsJson;
  readonly limits: Readonly<Record<string, number>>;
}

/** Paths from one on, under all variants; or single paths in both engines. */
export type SimulationPart =
  | { readonly first: number; readonly count: number }
  | { readonly checks: readonly number[] };

const isRange = objectOf<Extract<SimulationPart, { first: number }>>({ first: isWhole, count: isWhole });
const isCheck = objectOf<Extract<SimulationPart, { checks: unknown }>>({ checks: listOf(isWhole) });

/** Throws where the paths can't be run: whoever asked runs them again, and says why in full. */
export function simulationBytes(opened: OpenSimulation, part: Part): Uint8Array {
  if (isCheck(part)) return bytesOf(opened.check(part.checks));
  if (!isRange(part)) throw new Error("The paths of the simulation have another shape");
  return bytesOf(opened.run(part));
}

/** What {@link simulationBytes} gave for a range of paths. */
export function chunkIn(bytes: Uint8Array): ChunkData {
  return JSON.parse(new TextDecoder().decode(bytes));
}

export function checkedIn(bytes: Uint8Array): CheckedPath[] {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function bytesOf<T>(result: Result<T>): Uint8Array {
  if (!result.ok) throw new Error(`The paths could not be run: ${result.diagnostics[0]?.code ?? ""}`);
  return new TextEncoder().encode(JSON.stringify(result.value));
}
