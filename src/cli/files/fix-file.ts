import type { NamedText } from "../../index.ts";
import { applied, fixesOf, placeOf } from "../../index.ts";
import { findingsOf } from "../compiled/compiled.ts";
import type { Loaded } from "../problem.ts";
import { refused } from "../problem.ts";
import { writeText } from "./files.ts";
import { readTemplate } from "./templates/template-files.ts";

/** A fix may show what was hidden behind it; so often it is looked again. */
const mostRounds = 20;

/**
 * Writes the ways out that the findings of a file have, and says how many; those that change words only where asked to. What
 * can't be read has no findings.
 */
export async function fixFile(path: string, isUnsafe: boolean): Promise<Loaded<number>> {
  const read = await readTemplate(path, "command");
  if (!read.ok) return { ok: true, value: 0 };
  const { template, additions } = read.value;
  const texts: readonly NamedText[] = [template, ...additions];
  // Of stories and plans, the template comes first.
  let own = (/\.(?:stories|plans)\.tenor$/.test(path) ? additions[0] : undefined) ?? template;
  let count = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const [first = own, ...others] = texts.map((it) => (it.name === own.name ? own : it));
    const found = await findingsOf({ template: first, additions: others });
    const findings = found.map((diagnostic) => ({ diagnostic, place: placeOf(diagnostic.span) }));
    const fixes = fixesOf(findings, () => own.text).filter(
      ({ edit, isSafe }) => edit.place.file === own.name && (isUnsafe || isSafe),
    );
    const { text, done } = applied(
      own.text,
      fixes.map(({ edit }) => edit),
    );
    if (done.length === 0 || text === own.text) break;
    own = { ...own, text };
    count += done.length;
  }
  const unwritten = count === 0 ? undefined : writeText(path, own.text);
  return unwritten === undefined ? { ok: true, value: count } : refused(unwritten);
}
