/** Reads a contract's text: plain text, Markdown, or a Word document. */
import type { NamedText } from "../../index.ts";
import { textOfWordDocument } from "../../index.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";
import { readBytes, readText, shownName } from "./files.ts";
import type { Reach } from "./reach.ts";

export async function readContractFile(path: string, reach: Reach): Promise<Loaded<NamedText>> {
  if (!/\.docx$/i.test(path)) return readText(path, "contract", reach);
  const bytes = await readBytes(path, "contract", reach);
  if (!bytes.ok) return bytes;
  const name = shownName(path);
  const text = await textOfWordDocument(bytes.value);
  if (text !== undefined) return { ok: true, value: { name, text } };
  return refused(fileProblem(name, `${name} is no Word document`, "save it as .docx again, or as plain text"));
}
