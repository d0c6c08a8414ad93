import { dirname, resolve } from "node:path";
import type { ExpectedAnswer, NamedText } from "../../index.ts";
import { Replay } from "../../index.ts";
import { standardInput } from "../files/files.ts";
import type { Templates } from "../files/open-scenario.ts";
import { openText } from "../files/open-scenario.ts";
import type { Problem } from "../problem.ts";
import type { CaseReport, UnansweredQuestion } from "./report.ts";
import { notRun, reportOf } from "./report.ts";

/** Runs a scenario that has been read, and compares its answers with what it expects. */
export async function testScenarioText(path: string, read: NamedText, templates: Templates): Promise<CaseReport> {
  const folder = path === standardInput ? process.cwd() : dirname(resolve(path));
  const opened = await openText(read, folder, templates);
  if (!opened.ok) return unreadable(read, opened.diagnostics);
  const { template, loaded } = opened.value;
  const replay = new Replay(template, loaded);
  const verdicts = replay.test();
  if (!verdicts.ok) return unreadable(read, verdicts.diagnostics);
  const refused = replay.unexpectedRefusals();
  return reportOf(read.name, loaded.scenario.name, verdicts.value, loaded, refused.ok ? refused.value : []);
}

/** A scenario that can't be run fails in each question that expects something. */
export function unreadable({ name, text }: NamedText, problems: readonly Problem[]): CaseReport {
  const { scenario, questions } = looseScenario(text);
  return notRun(name, scenario, questions, problems);
}

/** The name of a scenario; empty where it can't be read. */
export function scenarioName(text: string): string {
  return looseScenario(text).scenario;
}

/** What is known of a scenario with problems: its name, and its questions that expect something. */
function looseScenario(text: string): { readonly scenario: string; readonly questions: readonly UnansweredQuestion[] } {
  const data = parsed(text);
  const ask = Array.isArray(data.ask) ? data.ask.map(asRecord).filter((question) => "expect" in question) : [];
  return { scenario: textIn(data, "scenario") ?? "", questions: ask.map(looseQuestion) };
}

function looseQuestion(question: Readonly<Record<string, unknown>>): UnansweredQuestion {
  const [value = "", section = ""] = [textIn(question, "value"), textIn(question, "section")];
  const expected = looseExpectation(question.expect);
  return { value, on: textIn(question, "on"), of: textIn(question, "of"), section, expected };
}

function looseExpectation(expect: unknown): ExpectedAnswer {
  if (typeof expect === "string" || typeof expect === "boolean") return expect;
  const error = textIn(asRecord(expect), "error");
  return error === undefined ? null : { error };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}

function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  // cast: any object has keys with values of which nothing is known.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
}

function textIn(data: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
