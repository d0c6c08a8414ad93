import type { SyntaxFinding } from "../../grammar/messages/syntax-error.ts";
import { readUnit } from "./units.ts";

/**
 * What else is worded otherwise in a statement, behind what was found first. The statement is read again with the first
 * put right, and so on. Only wordings that are known count: what the grammar merely did not expect may follow from the first.
 */
export function furtherFindings(text: string, first: SyntaxFinding, currencies: readonly string[]): SyntaxFinding[] {
  const further: SyntaxFinding[] = [];
  let [read, last, longer] = [text, first, 0];
  while (further.length < mostFindings && isWording(last)) {
    const edit = last.fix ?? last.onward;
    if (edit === undefined) break;
    read = read.slice(0, edit.start) + edit.text + read.slice(edit.end);
    longer += edit.text.length - (edit.end - edit.start);
    const { outcome } = readUnit(read, currencies);
    const mended = edit.start + edit.text.length;
    if ("cst" in outcome || outcome.finding.start < mended || !isWording(outcome.finding)) break;
    last = outcome.finding;
    further.push(asWritten(last, longer, mended));
  }
  return further;
}

const mostFindings = 8;

function isWording({ code, help }: SyntaxFinding): boolean {
  return wordings.has(code) || (code === "TN1001" && help !== undefined);
}

const wordings: ReadonlySet<string> = new Set(["TN1006", "TN1008", "TN1024", "TN1032", "TN1035"]);

/** At its place in the text as written; a fix that takes in what was put right before is of another text. */
// oxlint-disable-next-line no-unused-vars -- what goes on behind it is of the text that was put right
function asWritten({ onward: _, fix, ...finding }: SyntaxFinding, longer: number, mended: number): SyntaxFinding {
  const placed = { ...finding, start: finding.start - longer, end: finding.end - longer };
  if (fix === undefined || fix.start < mended) return placed;
  return { ...placed, fix: { ...fix, start: fix.start - longer, end: fix.end - longer } };
}
