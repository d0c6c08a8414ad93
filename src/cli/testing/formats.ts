/** What tests gave, in the forms that other tools read: JUnit's XML, and the Test Anything Protocol. */
import { visibleText } from "../../index.ts";
import type { CaseReport, Failure } from "./report.ts";

/** A suite for each file, a case for each scenario or story; a case that fails lists its questions. */
export function junitXml(reports: readonly CaseReport[]): string {
  const files = [...new Set(reports.map(({ file }) => file))];
  const suites = files.map((file) =>
    suiteXml(
      file,
      reports.filter((it) => it.file === file),
    ),
  );
  const failed = reports.filter(({ failures }) => failures.length > 0).length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tenor" tests="${reports.length}" failures="${failed}">\n${suites.join("")}</testsuites>\n`;
}

function suiteXml(file: string, reports: readonly CaseReport[]): string {
  const failed = reports.filter(({ failures }) => failures.length > 0).length;
  const cases = reports.map(({ scenario, failures }) => {
    const open = `    <testcase classname="${escaped(file)}" name="${escaped(scenario)}"`;
    if (failures.length === 0) return `${open}/>\n`;
    const lines = failures.map(failureWords).join("\n");
    const [first = ""] = lines.split("\n");
    return `${open}>\n      <failure message="${escaped(first)}">${escaped(lines)}</failure>\n    </testcase>\n`;
  });
  return `  <testsuite name="${escaped(file)}" tests="${reports.length}" failures="${failed}">\n${cases.join("")}  </testsuite>\n`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return visibleText(text).replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A line for each scenario or story, version 13 of the protocol. */
export function tapLines(reports: readonly CaseReport[]): string {
  const lines = reports.map(({ file, scenario, failures }, index) => {
    const name = visibleText(`${file}: ${scenario}`).replaceAll("#", "\\#");
    const line = `${failures.length === 0 ? "ok" : "not ok"} ${index + 1} - ${name}`;
    return [line, ...failures.map((failure) => `  # ${visibleText(failureWords(failure))}`)].join("\n");
  });
  return ["TAP version 13", `1..${reports.length}`, ...lines, ""].join("\n");
}

/** One question: what it asked for, what it expected and what it got. */
function failureWords({ value, on, of, section, expected, got }: Failure): string {
  const place = [of && `of ${of}`, on && `on ${on}`, section && `(${section})`].filter((it) => it).join(" ");
  return `${value} ${place}: expected ${answerWords(expected)}, got ${answerWords(got)}`.trim();
}

function answerWords(answer: Failure["expected"] | Failure["got"]): string {
  if (answer === null) return "no value";
  if (typeof answer !== "object") return String(answer);
  return "message" in answer ? `an error ${answer.error}: ${String(answer.message)}` : `an error ${answer.error}`;
}
