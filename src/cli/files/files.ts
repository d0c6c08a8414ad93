/** Reads the files that a command or a scenario names, as text; whatever is wrong with one is a problem with a way out. */
import { isUtf8 } from "node:buffer";
import { createReadStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { NamedText } from "../../index.ts";
import type { FileProblem, Loaded } from "../problem.ts";
import { fileProblem, refused } from "../problem.ts";
import { otherKind } from "./file-kind.ts";
import type { Reach } from "./reach.ts";
import { isInReach } from "./reach.ts";

export type FileKind = keyof typeof megabytes;

/** The largest file of each kind that is read. */
const megabytes = {
  template: 4,
  scenario: 16,
  calendar: 4,
  market: 512,
  rows: 512,
  table: 4,
  portfolio: 512,
  result: 256,
  contract: 16,
  story: 16,
  binding: 4,
  subject: 4,
} as const;
const megabyte = 1_000_000;

/** Standard input, where a command names a file. */
export const standardInput = "-";

/**
 * The text of a file, under the name that messages show.
 *
 * A file that another file names has to be an ordinary one within reach; on the command line, pipes and `-` are fine as
 * well. What is out of reach is not opened, and nothing is said of what is in it.
 */
export async function readText(path: string, kind: FileKind, reach: Reach): Promise<Loaded<NamedText>> {
  const bytes = await readBytes(path, kind, reach);
  if (!bytes.ok) return bytes;
  const read = decoded(bytes.value, shownName(path));
  const other = read.ok && reach === "command" && isNamed(kind) ? otherKind(path, read.value, kind) : undefined;
  return other === undefined ? read : refused(other);
}

/** The same as bytes, for what need not be text. */
export async function readBytes(path: string, kind: FileKind, reach: Reach): Promise<Loaded<Buffer>> {
  const name = shownName(path);
  if (!isInReach(path, reach)) return refused(outOfReach(name, kind));
  try {
    const bytes = await bytesOf(path, kind, reach);
    return Buffer.isBuffer(bytes) ? { ok: true, value: bytes } : refused(bytes);
  } catch (error) {
    return refused(unreadable(name, kind, reach, error));
  }
}

/** What a command is given, rather than another file. */
function isNamed(kind: FileKind): kind is "template" | "scenario" {
  return kind === "template" || kind === "scenario";
}

/** A path as messages show it: from the working directory where it lies there, else as it is. */
export function shownName(path: string): string {
  if (path === standardInput) return "<standard input>";
  const fromHere = relative(process.cwd(), path);
  return fromHere === "" || fromHere.startsWith("..") ? path : fromHere.replaceAll(sep, "/");
}

async function bytesOf(path: string, kind: FileKind, reach: Reach): Promise<Buffer | FileProblem> {
  const limit = megabytes[kind] * megabyte;
  const name = shownName(path);
  if (path === standardInput) return (await readUpTo(process.stdin, limit)) ?? tooLarge(name, kind);
  // Looked at before it is opened: to open a pipe can take until somebody writes to it.
  const stats = statSync(path);
  if (stats.isDirectory()) return isFolder(name, kind);
  if (stats.isFile()) return stats.size > limit ? tooLarge(name, kind) : readFileSync(path);
  if (reach !== "command") return fileProblem(name, `${name} is not an ordinary file`, `name ${fileWords(kind)}`);
  if (stats.isFIFO() && !/^\/(?:dev|proc)\//.test(resolve(path))) {
    return fileProblem(
      name,
      `${name} is a named pipe, and nothing may ever be written into it`,
      "give it as standard input, with `-` for its name",
    );
  }
  return (await readUpTo(createReadStream(path), limit)) ?? tooLarge(name, kind);
}

/** A kind of file as messages name it. */
function nounOf(kind: FileKind): string {
  return kind === "rows" ? "file of rows" : kind;
}

function fileWords(kind: FileKind): string {
  return kind === "rows" ? "a file of rows" : `a ${kind} file`;
}

function outOfReach(name: string, kind: FileKind): FileProblem {
  const message = `The ${nounOf(kind)} ${name} lies outside the folder of the file that names it and outside the folder you are in`;
  return fileProblem(
    name,
    message,
    "run the command from a folder that holds both, or copy it beside the file that names it",
  );
}

async function readUpTo(stream: AsyncIterable<Buffer>, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function decoded(bytes: Buffer, name: string): Loaded<NamedText> {
  if (isUtf8(bytes)) return { ok: true, value: { name, text: bytes.toString("utf8") } };
  const line = lineOfFirstStray(bytes);
  const where = line === undefined ? "" : `; the first byte that does not fit is on line ${line}`;
  const help = "save it as plain text in UTF-8; a spreadsheet or archive has to be exported first";
  return refused(fileProblem(name, `${name} is not text in UTF-8${where}`, help));
}

/** Undefined where the bytes do not even look like lines of some text. */
function lineOfFirstStray(bytes: Buffer): number | undefined {
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  // The text is only cut where a stray byte was, so what stands before its sign is as it is in the file.
  const before = bytes.toString("utf8").split("\uFFFD", 1)[0] ?? "";
  return before.split("\n").length;
}

function isFolder(name: string, kind: FileKind): FileProblem {
  const inside = kind === "scenario" ? "a scenario in it; only `tenor test` takes folders" : `${fileWords(kind)} in it`;
  return fileProblem(name, `${name} is a folder, not a ${nounOf(kind)}`, `name ${inside}`);
}

function tooLarge(name: string, kind: FileKind): FileProblem {
  const help =
    kind === "market" ? "leave out the years that the note never looks at" : "check that it is the right file";
  return fileProblem(name, `${name} is larger than ${megabytes[kind]} MB, the limit for a ${nounOf(kind)}`, help);
}

function unreadable(name: string, kind: FileKind, reach: Reach, error: unknown): FileProblem {
  const whence = reach === "command" ? "the folder you are in" : "the folder of the file that names it";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return fileProblem(name, `There is no ${nounOf(kind)} ${name}`, `check the path; it counts from ${whence}`);
    case "EACCES":
    case "EPERM":
      return fileProblem(name, `${name} may not be read`, "give yourself permission to read it");
    case "ELOOP":
      return fileProblem(name, `${name} is a link that leads back to itself`, "name the file that it should lead to");
    case "ERR_STRING_TOO_LONG":
      return tooLarge(name, kind);
    case "":
      throw error;
    default:
      return fileProblem(name, `${name} can't be read (${code})`, "check the disk or the connection that it is on");
  }
}

/** Writes a file; the problem, where the system refuses. */
export function writeText(path: string, text: string): FileProblem | undefined {
  try {
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return fileProblem(path, `${path} can't be written (${code})`, "give yourself permission to write it");
  }
}
