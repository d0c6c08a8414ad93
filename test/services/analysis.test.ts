/** What an editor is told after an edit is what a first look at the text would tell. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkSource } from "../../src/driver/templates.ts";
import type { NamedText } from "../../src/index.ts";
import type { Analysis } from "../../src/services/analysis.ts";
import { Analyst } from "../../src/services/analysis.ts";
import { occurrencesOf, occurrencesOfTerm } from "../../src/services/occurrences.ts";
import { termKey } from "../../src/services/terms.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { placeInFile } from "../../src/source/span.ts";
import { mutateBytes, mutateStatements, mutateTokens } from "../../tools/fuzz/mutate-text.ts";
import { randomFor } from "../../tools/fuzz/random.ts";
import { clausesFor } from "../support/library.ts";

const storied = ["juniper-2005", "secured-services-2006"];
const named = ["post-money-safe", "preferred-conversion", "term-loan", ...storied];

function textsOf(name: string): NamedText[] {
  const files = [`terms/${name}.tenor`, ...(storied.includes(name) ? [`terms/${name}.stories.tenor`] : [])];
  return files.map((file) => ({ name: file, text: readFileSync(file, "utf8") }));
}

/** What one look at some texts finds, in a form that can be compared. */
function foundAnew(texts: readonly NamedText[]): string[] {
  const [source, ...additions] = texts.map(({ name, text }) => new SourceFile(name, text));
  return source === undefined ? [] : inWords(checkSource(source, additions).diagnostics);
}

function inWords(found: ReturnType<typeof checkSource>["diagnostics"]): string[] {
  return found.map(({ code, span, message, help }) => {
    const { start, end } = placeInFile(span);
    return `${span.source.name} ${start}-${end} ${code} ${message} ${help}`;
  });
}

describe.each(named)("%s", (name) => {
  const [template = { name, text: "" }, ...stories] = textsOf(name);
  const clauses = clausesFor(template.text);

  test("after each of many edits, what is found is what a first look finds", { timeout: 300_000 }, () => {
    const analyst = new Analyst();
    // A first look at the largest, with its two hundred stories, takes a second.
    const count = template.text.length + (stories[0]?.text.length ?? 0) > 100_000 ? 8 : 24;
    let { text } = template;
    for (let index = 0; index < count; index += 1) {
      const random = randomFor(11, index);
      const mutate = random.pick([mutateBytes, mutateTokens, mutateStatements]);
      const edited = mutate(text, random, template.text);
      const kept = analyst.analyse({ ...template, text: edited }, [...stories, ...clauses]);
      const anew = foundAnew([{ ...template, text: edited }, ...stories, ...clauses]);
      expect(inWords(kept.checked.diagnostics).toSorted(), `edit ${index}`).toEqual(anew.toSorted());
      // Now and then the edit is taken back, as whoever types does.
      text = random.chance(3) ? edited : template.text;
      if (edited.length > 2 * template.text.length || edited.length < template.text.length / 2) text = template.text;
    }
  });

  test("statements that an edit does not touch are the same objects, read and checked once", () => {
    const analyst = new Analyst();
    const before = analyst.analyse(template, [...stories, ...clauses]);
    const at = template.text.indexOf(" means ");
    const edited = `${template.text.slice(0, at)} means 1 + ${template.text.slice(at + 7)}`;
    const after = analyst.analyse({ ...template, text: edited }, [...stories, ...clauses]);
    const known = new Set(before.files.flatMap(({ units }) => units));
    expect(after.files.flatMap(({ units }) => units).filter((unit) => !known.has(unit))).toHaveLength(1);
    const checked = new Set(before.checked.program.statements.map(({ statement }) => statement));
    // A story is checked with all that it expects; of two hundred many expect something that follows from the edit.
    const clausesAlone = after.checked.program.statements.filter(({ statement }) => statement.kind !== "Story");
    const anew = clausesAlone.filter(({ statement }) => !checked.has(statement));
    expect(anew.length).toBeLessThan(clausesAlone.length / 3);
  });

  test("after each of many edits, names stand for what a first look says, and are found by what they stand for", () => {
    const analyst = new Analyst();
    const additions = [...stories, ...clauses];
    const found = (analysis: Analysis) => analysis.files.flatMap((file) => occurrencesOf(file, analysis));
    let { text } = template;
    for (let index = 0; index < 4; index += 1) {
      const random = randomFor(12, index);
      text = random.pick([mutateTokens, mutateStatements])(text, random, template.text);
      const kept = analyst.analyse({ ...template, text }, additions);
      const all = found(kept);
      expect(all, `edit ${index}`).toEqual(found(new Analyst().analyse({ ...template, text }, additions)));
      for (const { term } of all.filter((_, place) => place % 100 === index)) {
        const alike = all.filter((it) => termKey(it.term) === termKey(term));
        expect(occurrencesOfTerm(term, kept), termKey(term)).toEqual(alike);
      }
    }
  });
});
