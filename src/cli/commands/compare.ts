import { compareInstruments } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { openComparison } from "../files/open-comparison.ts";
import { isReport, wrongReportOptions } from "../html/report-options.ts";
import type { Run } from "../options.ts";
import { comparedFrom } from "../receipts/made-from.ts";
import { refuse, wrongUse } from "../refuse.ts";
import { renderComparison } from "../render/compare/comparison.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

/** `tenor compare SUBJECT SUBJECT… --story FILE`: instruments side by side in one story. */
export const run: Run = async (subjects, options, terminal) => {
  const { story, binding, full, json, html, xlsx } = options;
  const wrong = wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  if (story === undefined) return wrongUse("name the story with --story FILE", terminal);
  if (subjects.length < 2) return wrongUse("name at least two subjects", terminal);
  const opened = await openComparison(subjects, story, binding);
  if (!opened.ok) return refuse(opened.diagnostics, json, terminal);
  const { comparison } = opened.value;
  showWarnings(comparison.warnings, terminal);
  const from = () => comparedFrom(opened.value, { subjects, story, binding });
  if (isReport(options)) {
    const { writeComparison } = await import("../html/write-report.ts");
    const written = await writeComparison(comparison, { html, xlsx, text: undefined, terminal, from });
    return written.ok ? exitStatus.fine : refuse(written.diagnostics, json, terminal);
  }
  const compared = compareInstruments(comparison);
  if (!compared.ok) return refuse(compared.diagnostics, json, terminal);
  const { out } = terminal;
  if (json) writeJson(terminal, { format: "tenor/compare@3", ...compared.value, madeFrom: from() });
  else out.write(renderComparison(compared.value, full ?? false, out.width, out.paint));
  return exitStatus.fine;
};
