/** What no story has to notice or to reach, each with the reason: a list in JSON, beside the template or named. */
import { existsSync } from "node:fs";
import type { Boundary, MutantResult } from "../../index.ts";
import { readText } from "../files/files.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";
import { lineText } from "../render/testing/places.ts";

/** One reason, and everything in a section that it explains. */
export interface Explained {
  readonly section: string;
  readonly why: string;
  readonly changes?: readonly ExplainedChange[];
  readonly sides?: readonly ExplainedSide[];
}

/** A change: the line of the template in which it is made, what is written there, and what would be written instead. */
export interface ExplainedChange {
  readonly in: string;
  readonly from: string;
  readonly to: string;
}

export interface ExplainedSide {
  readonly threshold: string;
  readonly side: string;
}

/** A reason that nothing needs: what it is about is noticed or covered, or no longer there. */
export type Stale = { readonly section: string } & (ExplainedChange | ExplainedSide);

export interface MutationReport {
  readonly tried: number;
  readonly unnoticed: readonly (MutantResult & { readonly why?: string | undefined })[];
  readonly stale: readonly Stale[];
}

export interface BoundaryReport {
  readonly found: readonly (Omit<Boundary, "sides"> & { readonly sides: readonly ExplainedBoundarySide[] })[];
  readonly stale: readonly Stale[];
}

export type ExplainedBoundarySide = Boundary["sides"][number] & { readonly why?: string | undefined };

export function withReasons(results: readonly MutantResult[], explained: readonly Explained[]): MutationReport {
  const reasons = explained.flatMap(({ section, why, changes = [] }) => changes.map((it) => ({ section, why, it })));
  const used = new Set<ExplainedChange>();
  const unnoticed = results.flatMap((result) => {
    if (result.noticedBy !== undefined) return [];
    const { section, from, to } = result.mutant;
    const line = lineText(result.mutant);
    const reason = reasons.find(({ section: where, it }) => {
      return where === section && it.in === line && it.from === from && it.to === to;
    });
    if (reason !== undefined) used.add(reason.it);
    return [{ ...result, why: reason?.why }];
  });
  const stale = reasons.filter(({ it }) => !used.has(it)).map(({ section, it }) => ({ section, ...it }));
  return { tried: results.length, unnoticed, stale };
}

/** A side that no input comes near may be explained as well. */
export function sidesWithReasons(found: readonly Boundary[], explained: readonly Explained[]): BoundaryReport {
  const reasons = explained.flatMap(({ section, why, sides = [] }) => sides.map((it) => ({ section, why, it })));
  const used = new Set<ExplainedSide>();
  const withWhy = found.map(({ threshold, sides }) => ({
    threshold,
    sides: sides.map((side): ExplainedBoundarySide => {
      if (side.coveredBy !== undefined) return side;
      const reason = reasons.find(({ section, it }) => {
        return section === threshold.section && it.threshold === threshold.words && it.side === side.side;
      });
      if (reason !== undefined) used.add(reason.it);
      return { ...side, why: reason?.why };
    }),
  }));
  const stale = reasons.filter(({ it }) => !used.has(it)).map(({ section, it }) => ({ section, ...it }));
  return { found: withWhy, stale };
}

/** The list that a command names, or else the one beside the template, `note.explained.json` for `note.tenor`. */
export async function explainedFor(
  template: string,
  { explained, section }: { readonly explained?: string; readonly section?: string },
): Promise<Loaded<readonly Explained[]>> {
  const beside = template.replace(/\.tenor$/, ".explained.json");
  const path = explained ?? (beside !== template && existsSync(beside) ? beside : undefined);
  if (path === undefined) return { ok: true, value: [] };
  const read = await readExplained(path);
  if (!read.ok || section === undefined) return read;
  return { ok: true, value: read.value.filter((it) => it.section === section) };
}

async function readExplained(path: string): Promise<Loaded<readonly Explained[]>> {
  const read = await readText(path, "result", "command");
  if (!read.ok) return read;
  const list = parsed(read.value.text);
  if (list?.every(isExplained)) return { ok: true, value: list };
  const help =
    'write [{ "section": "4.2", "why": "…", "changes": [{ "in": "…", "from": "…", "to": "…" }], "sides": [{ "threshold": "…", "side": "…" }] }], as ' +
    "`tenor mutate --json` and `tenor test --boundaries --json` print them";
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
  const fields = textsOf(it, ["section", "why"]);
  if (fields === undefined) return false;
  const parts = (key: string): readonly unknown[] | undefined => {
    const list: unknown = fields.get(key) ?? [];
    return Array.isArray(list) ? list : undefined;
  };
  const [changes, sides] = [parts("changes"), parts("sides")];
  return (
    changes?.every((one) => textsOf(one, ["in", "from", "to"]) !== undefined) === true &&
    sides?.every((one) => textsOf(one, ["threshold", "side"]) !== undefined) === true
  );
}

/** The fields of an object in which all of these are texts. */
function textsOf(it: unknown, keys: readonly string[]): ReadonlyMap<string, unknown> | undefined {
  if (typeof it !== "object" || it === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(it));
  return keys.every((key) => typeof fields.get(key) === "string") ? fields : undefined;
}
