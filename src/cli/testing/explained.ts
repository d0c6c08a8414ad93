/** Changes that nobody has to notice, each with the reason. */
import type { MutantResult } from "../../index.ts";
import { readText } from "../files/files.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";

export interface Explained {
  readonly section: string;
  /** What is written, and what would be written instead, as the command prints them. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface MutationReport {
  readonly tried: number;
  readonly unnoticed: readonly (MutantResult & { readonly why?: string | undefined })[];
  /** Explanations of changes that some story notices, or that can't be made any more. */
  readonly stale: readonly Explained[];
}

export function withReasons(results: readonly MutantResult[], explained: readonly Explained[]): MutationReport {
  const used = new Set<Explained>();
  const unnoticed = results.flatMap((result) => {
    if (result.noticedBy !== undefined) return [];
    const { section, from, to } = result.mutant;
    const reason = explained.find((it) => it.section === section && it.from === from && it.to === to);
    if (reason !== undefined) used.add(reason);
    return [{ ...result, why: reason?.why }];
  });
  return { tried: results.length, unnoticed, stale: explained.filter((it) => !used.has(it)) };
}

/** Reads a list of explanations from a JSON file. */
export async function readExplained(path: string): Promise<Loaded<readonly Explained[]>> {
  const read = await readText(path, "result", "command");
  if (!read.ok) return read;
  const list = parsed(read.value.text);
  if (list?.every(isExplained)) return { ok: true, value: list };
  const help =
    'write [{ "section": "4.2", "from": "…", "to": "…", "why": "…" }], with from and to as `tenor mutate --json` prints them';
  return refused(fileProblem(read.value.name, `${read.value.name} is no list of explanations`, help));
}

function parsed(text: string): readonly unknown[] | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function isExplained(it: unknown): it is Explained {
  if (typeof it !== "object" || it === null) return false;
  const fields = new Map(Object.entries(it));
  return ["section", "from", "to", "why"].every((key) => typeof fields.get(key) === "string");
}
