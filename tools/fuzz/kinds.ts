/** The kinds of random input: how one is made, what is done with it, and which promise it breaks. */
import type { NamedText } from "../../src/index.ts";
import { check, compile, loadScenario, parse, runScenario } from "../../src/index.ts";
import { runCommandWords } from "./command-words.ts";
import type { Corpus, Story } from "./corpus.ts";
import { mutateJson } from "./mutate-json.ts";
import { mutateBytes, mutateCsv, mutateStatements, mutateTokens } from "./mutate-text.ts";
import { brokenByDiagnostics, brokenByOutcome, brokenByTree } from "./promises.ts";
import type { Random } from "./random.ts";

export interface Tried {
  /** The input, for whoever wants to try it again. */
  readonly input: string;
  /** Tries it. What throws here has its input noted with it. */
  readonly broken: () => string | undefined | Promise<string | undefined>;
}

export type Kind = "template" | "clause" | "scenario" | "market" | "calendar" | "command line";

export const kinds: Readonly<Record<Kind, (corpus: Corpus, random: Random) => Tried>> = {
  template: (corpus, random) => {
    const text = changed(random.pick(corpus.templates).text, corpus, random);
    return { input: text, broken: () => brokenByTemplate(text, usedIn(text, corpus.clauses)) };
  },
  clause: (corpus, random) => {
    const { template, clauses } = random.pick(corpus.stories.filter((it) => it.template.text.length < 20_000));
    const used = usedIn(template.text, clauses);
    if (used.length === 0) return { input: "", broken: () => undefined };
    const clause = random.pick(used);
    const text = changed(clause.text, corpus, random);
    const others = used.filter((it) => it !== clause);
    return { input: text, broken: () => brokenByClause(template, others, { ...clause, text }) };
  },
  scenario: (corpus, random) => {
    const story = smallStory(corpus, random);
    const scenario = { ...story.scenario, text: mutateJson(story.scenario.text, random) };
    return { input: scenario.text, broken: () => brokenByStory({ ...story, scenario }) };
  },
  market: (corpus, random) => {
    const story = random.pick(corpus.stories.filter((it) => it.market !== undefined));
    const market = { name: "market.csv", text: mutateCsv(story.market?.text ?? "", random) };
    return { input: market.text, broken: () => brokenByStory({ ...story, market }) };
  },
  calendar: (corpus, random) => {
    const calendar = { name: "calendar.csv", text: mutateCsv(sampleCalendar, random) };
    return { input: calendar.text, broken: () => brokenByStory({ ...smallStory(corpus, random), calendar }) };
  },
  "command line": (_, random) => runCommandWords(random),
};

const sampleCalendar = `from,to\n2019-01-01,2030-12-31\nholiday\n2020-01-01\n2020-07-03\n2020-12-25\n2021-01-01\n`;

function changed(text: string, { templates }: Corpus, random: Random): string {
  const other = random.pick(templates).text;
  switch (random.below(3)) {
    case 0:
      return mutateBytes(text, random);
    case 1:
      return mutateTokens(text, random, other);
    default:
      return mutateStatements(text, random, other);
  }
}

function smallStory({ stories }: Corpus, random: Random): Story {
  return random.pick(stories.filter(({ template }) => template.text.length < 20_000));
}

/** The clauses that a template uses, and those that they use. */
function usedIn(text: string, clauses: readonly NamedText[]): NamedText[] {
  const first = clauses.filter((it) => text.includes(`use "${titleOf(it.text)}"`));
  const inner = first.flatMap((it) => (it.text === text ? [] : usedIn(it.text, clauses)));
  return [...new Set([...first, ...inner])];
}

function titleOf(clause: string): string {
  return /^clause "([^"]*)"/m.exec(clause)?.[1] ?? "";
}

function brokenByTemplate(text: string, clauses: readonly NamedText[]): string | undefined {
  const diagnostics = check(text, "fuzz.tenor", ...clauses);
  const broken = brokenByDiagnostics(diagnostics, text);
  if (broken !== undefined) return broken;
  const tree = parse(text, "fuzz.tenor");
  if (tree.diagnostics.length === 0) {
    const spans = tree.value.statements.map(({ span }) => span);
    // Places count in the text as it was read, without a byte order mark.
    const dropped = brokenByTree(spans[0]?.source.text ?? text, spans);
    if (dropped !== undefined) return dropped;
  } else if (diagnostics.length === 0) return "a text that does not parse checks clean";
  if (/^clause /m.test(text)) return undefined;
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const compiled = compile(text, "fuzz.tenor", ...clauses);
  return compiled.ok ? undefined : "a text without errors does not compile";
}

/** A clause that does not parse is a finding of every note that uses it. */
function brokenByClause(template: NamedText, clauses: readonly NamedText[], clause: NamedText): string | undefined {
  const diagnostics = check(template.text, template.name, ...clauses, clause);
  const broken = brokenByDiagnostics(diagnostics, clause.text);
  if (broken !== undefined) return broken;
  const isUsed = template.text.includes(`use "${titleOf(clause.text)}"`);
  const hasErrors = parse(clause.text, clause.name).diagnostics.length > 0;
  return isUsed && hasErrors && diagnostics.length === 0 ? "a clause that does not parse checks clean" : undefined;
}

const templatesReady = new Map<string, ReturnType<typeof compile>>();

function brokenByStory({ template, clauses, scenario, market, calendar }: Story): string | undefined {
  const compiled = templatesReady.get(template.name) ?? compile(template.text, template.name, ...clauses);
  templatesReady.set(template.name, compiled);
  if (!compiled.ok) return `${template.name} does not compile`;
  const texts = { scenario, ...(market && { market }), ...(calendar && { calendar }) };
  const loaded = loadScenario(compiled.value, texts, { steps: 2_000_000, days: 20_000 });
  const input = [scenario, market, calendar].map((it) => it?.text ?? "").join("\n");
  if (!loaded.ok) {
    return loaded.diagnostics.length === 0
      ? "refused without a finding"
      : brokenByDiagnostics(loaded.diagnostics, input);
  }
  const run = runScenario(compiled.value, loaded.value);
  if (!run.ok) return brokenByDiagnostics(run.diagnostics, input);
  const { ask, events } = loaded.value.scenario;
  return brokenByOutcome(
    run.value.outcome,
    ask.length,
    events.map(({ event }) => event),
    input,
  );
}
