/** Reads a contract's text: plain text, Markdown, or a Word document. */
import { dirname, resolve } from "node:path";
import type { NamedText } from "../../index.ts";
import { contractFindings, contractNamedIn, textOfWordDocument } from "../../index.ts";
import type { Loaded, Problem } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";
import { readBytes, readText, shownName, standardInput } from "./files.ts";
import type { Reach } from "./reach.ts";
import { reachFrom } from "./reach.ts";

export async function readContractFile(path: string, reach: Reach): Promise<Loaded<NamedText>> {
  if (!/\.docx$/i.test(path)) return readText(path, "contract", reach);
  const bytes = await readBytes(path, "contract", reach);
  if (!bytes.ok) return bytes;
  const name = shownName(path);
  const text = await textOfWordDocument(bytes.value);
  if (text !== undefined) return { ok: true, value: { name, text } };
  return refused(fileProblem(name, `${name} is no Word document`, "save it as .docx again, or as plain text"));
}

/** What a template names of the contract's text and the text does not have; nothing where its head names no text. */
export async function findingsAgainstContract(file: string, template: NamedText): Promise<readonly Problem[]> {
  const named = contractNamedIn(template);
  if (named === undefined) return [];
  const folder = file === standardInput ? process.cwd() : dirname(resolve(file));
  const contract = await readContractFile(resolve(folder, named), reachFrom(folder));
  return contract.ok ? contractFindings(template, contract.value) : contract.diagnostics;
}
