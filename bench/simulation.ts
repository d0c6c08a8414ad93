/** The three-year note over price paths that are made for it: whole simulations, on one thread and on two. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { compile, openSimulation } from "../src/index.ts";
import { ensured } from "./cases.ts";
import { median, processorTime } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const note = "bench/notes/three-year";
const terms = { Principal: "3000000", "Shares Outstanding": "400000000" };
const plan = "monthly conversion";
const model = "gbm?volatility=80%&price=0.07";
/** Milliseconds a path: 20,000 a second. */
const aim = 1 / 20;
const pathsOfRound = 1_000;

export function simulation(): Row[] {
  const each = oneThread();
  const [one, two] = [1, 2].map(onThreads);
  const what = "a whole simulation of three years, 757 days a path";
  return [
    { what, beside: "20,000 paths a second", ratio: each / aim, aim: 1, figures: `${inTime(each)} a path` },
    {
      what: `${what}, on two threads`,
      beside: "on one thread",
      ratio: (two ?? 0) / (one ?? 1),
      aim: 1 / 1.6,
      figures: `${Math.round(1_000 / (two ?? 1))} paths a second, on one ${Math.round(1_000 / (one ?? 1))}`,
    },
  ];
}

/** Milliseconds of the processor for a path, with its figures and their distributions. */
function oneThread(): number {
  const [text, plans] = [`${note}.tenor`, `${note}.plans.tenor`].map((name) => ({
    name,
    text: readFileSync(name, "utf8"),
  }));
  const template = ensured(compile(text?.text ?? "", text?.name ?? "", ...(plans ? [plans] : [])));
  const scenario = { scenario: "bench", note: "three-year", terms, events: [], ask: [] };
  const texts = { scenario: { name: "bench.json", text: JSON.stringify(scenario) } };
  const asked = { model, seed: [1, 0] as const, values: [], charted: 0, variants: [], plan };
  const opened = ensured(openSimulation(template, texts, asked));
  if (opened.notCompiled.length > 0) throw new Error("the note of the bench is compiled");
  const rounds = Array.from({ length: 15 }, (_, round) => {
    const start = processorTime();
    ensured(opened.run({ first: round * pathsOfRound, count: pathsOfRound }));
    return (processorTime() - start) / pathsOfRound;
  });
  return median(rounds.slice(3));
}

/** Milliseconds by the clock for a path, without those that it takes to start. */
function onThreads(threads: number): number {
  const [few, many] = [4_096, 40 * 4_096];
  const rounds = Array.from({ length: 3 }, () => (seconds(many, threads) - seconds(few, threads)) / (many - few));
  return 1_000 * median(rounds);
}

function seconds(paths: number, threads: number): number {
  const subject = `${note}.tenor?${Object.entries(terms)
    .map((it) => it.join("="))
    .join("&")}`;
  const args = ["simulate", subject, "--plan", plan, "--model", model, "--paths", String(paths), "--json"];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["bin/tenor.mjs", ...args, "--threads", String(threads)]);
  if (status !== 0) throw new Error(String(stderr));
  return (performance.now() - start) / 1_000;
}
