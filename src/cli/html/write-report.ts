/** Writes the pages of reports to the files that commands name. Loaded only for that, and the charts after it. */
import type { LoadedComparison, Question, ReadingEffects, Replay, Result } from "../../index.ts";
import { visibleText } from "../../index.ts";
import type { Page } from "../../reports.ts";
import {
  comparisonReport,
  explainReport,
  readingsReport,
  renderReport,
  renderWorkbook,
  runReport,
} from "../../reports.ts";
import { readContractFile } from "../files/contract-file.ts";
import type { Loaded } from "../problem.ts";
import { refused } from "../problem.ts";
import type { ComparedFrom, MadeFrom } from "../receipts/made-from.ts";
import { withContract } from "../receipts/made-from.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "./write-file.ts";

/**
 * Where a page and the workbook of its tables go, `-` for a page on standard output, the contract's text, where a file is
 * named for it, and what the page is made from.
 */
export interface Target {
  readonly html: string | undefined;
  readonly xlsx: string | undefined;
  readonly text: string | undefined;
  readonly terminal: Terminal;
  readonly from: () => MadeFrom | ComparedFrom;
}

export function writeRunReport(replay: Replay, target: Target): Promise<Loaded<undefined>> {
  return write(target, (contract) => runReport(replay, contract));
}

export function writeExplanation(replay: Replay, question: Question, target: Target): Promise<Loaded<undefined>> {
  return write(target, (contract) => explainReport(replay, question, contract));
}

export function writeReadings(replay: Replay, effects: ReadingEffects, target: Target): Promise<Loaded<undefined>> {
  return write(target, (contract) => readingsReport(replay, effects, contract));
}

export function writeComparison(comparison: LoadedComparison, target: Target): Promise<Loaded<undefined>> {
  return write(target, () => comparisonReport(comparison));
}

/** `make` gets the contract's text. */
async function write(
  { html, xlsx, text, terminal, from }: Target,
  make: (contract: string | undefined) => Result<Page>,
): Promise<Loaded<undefined>> {
  const contract = text === undefined ? undefined : await readContractFile(text, "command");
  if (contract?.ok === false) return contract;
  const made = make(contract?.value.text);
  if (!made.ok) return made;
  if (text !== undefined) warnOfOtherContract(text, made.value, terminal);
  const page = { ...made.value, madeFrom: JSON.stringify(withContract(from(), text, contract?.value)) };
  const written = [
    ...(html === undefined ? [] : [writeFile(html, await renderReport(page), terminal)]),
    ...(xlsx === undefined ? [] : [writeFile(xlsx, await renderWorkbook(page), terminal)]),
  ];
  const problem = written.find((it) => it !== undefined);
  return problem === undefined ? { ok: true, value: undefined } : refused(problem);
}

/** A text in which most sections are missing may be that of another contract. */
function warnOfOtherContract(path: string, { contract }: Page, { err }: Terminal): void {
  const found = contract.filter((section) => section.text.length > 0).length;
  if (found * 3 >= contract.length * 2) return;
  const what = `${visibleText(path)} has ${found} of the ${contract.length} sections that the page cites`;
  err.write(`warning: ${what}: is it the text of this contract?\n`);
}
