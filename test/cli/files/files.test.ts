import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readText } from "../../../src/cli/files/files.ts";
import type { Reach } from "../../../src/cli/files/reach.ts";
import { foldersNamed } from "../../../src/cli/files/reach.ts";
import { findTemplate } from "../../../src/cli/files/templates/find-template.ts";
import type { Loaded } from "../../../src/cli/problem.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenor-files-")));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function messageOf(read: Loaded<unknown>): string {
  return read.ok ? "" : read.diagnostics.map(({ message, help }) => `${message} | ${help ?? ""}`).join("\n");
}

test("a text is read with its name", async () => {
  expect(await readText(file("plain.json", "{ }"), "scenario", "command")).toMatchObject({
    ok: true,
    value: { text: "{ }" },
  });
});

test("what is no text says where", async () => {
  const latin = file("latin.json", new Uint8Array([0x22, 0x0a, 0x0a, 0xe9, 0x22]));
  expect(messageOf(await readText(latin, "scenario", "command"))).toMatch(/not text in UTF-8; .* line 3 \| save it/);
  const archive = file("archive.json", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]));
  expect(messageOf(await readText(archive, "scenario", "command"))).toMatch(/not text in UTF-8 \| /);
});

test("a folder, a file that is not there and one that is too large each have a way out", async () => {
  expect(messageOf(await readText(folder, "template", "command"))).toContain("is a folder, not a template | name");
  expect(messageOf(await readText(join(folder, "none.csv"), "market", [folder]))).toContain("There is no market");
  const large = file("large.tenor", "");
  truncateSync(large, 4_000_001);
  expect(messageOf(await readText(large, "template", "command"))).toContain(
    "larger than 4 MB, the limit for a template",
  );
});

test("a scenario may not name a device, nor a pipe without a writer", async () => {
  expect(messageOf(await readText("/dev/zero", "market", ["/dev"]))).toContain("is not an ordinary file");
  execFileSync("mkfifo", [join(folder, "pipe.csv")]);
  expect(messageOf(await readText(join(folder, "pipe.csv"), "market", [folder]))).toContain("is not an ordinary file");
});

test("a link that leads back to itself is said to be one", async () => {
  symlinkSync(join(folder, "round.csv"), join(folder, "round.csv"));
  expect(messageOf(await readText(join(folder, "round.csv"), "market", "command"))).toContain("leads back to itself");
});

test("what a file names has to lie within reach, links followed", async () => {
  const inside = join(folder, "c");
  file("c/own/data.csv", "own");
  file("secret.csv", "secret");
  symlinkSync(join(folder, "secret.csv"), join(inside, "link.csv"));
  symlinkSync(folder, join(inside, "up"));
  const read = async (path: string, reach: Reach) => messageOf(await readText(path, "market", reach));
  expect(await read(join(inside, "own/data.csv"), [inside])).toBe("");
  for (const path of ["../secret.csv", "link.csv", "up/secret.csv", "own/../../secret.csv", "../none.csv"]) {
    expect(await read(resolve(inside, path), [inside])).toContain("lies outside the folder of the file that names it");
  }
  expect(await read("/etc/passwd", [inside])).not.toContain("root");
  expect(await read(join(inside, "link.csv"), [inside, folder])).toBe("");
  expect(await read(join(inside, "link.csv"), "command")).toBe("");
});

test("one command for files of several folders vouches for the folder that holds them", () => {
  expect(foldersNamed(["/a/b/c/1.json", "/a/b/d/2.json"])).toEqual(["/a/b"]);
  expect(foldersNamed(["/a/b/1.json", "/a/b/2.json"])).toEqual(["/a/b"]);
  expect(foldersNamed(["/a/1.json", "/c/2.json"])).toEqual([]);
  expect(foldersNamed(["/a/bc/1.json", "/a/b/2.json"])).toEqual(["/a"]);
});

test("a name is looked for in the scenario's folder, above it, and among Tenor's own terms", () => {
  const template = file("a/terms/my-note.tenor", "");
  mkdirSync(join(folder, "a/stories/deep"), { recursive: true });
  const find = (name: string) => findTemplate({ kind: "name", text: name }, join(folder, "a/stories/deep"), "s.json");
  expect(find("my-note")).toEqual({ ok: true, value: template });
  expect(find("juniper-2005")).toMatchObject({ ok: true });
  expect(messageOf(find("my-nose"))).toContain("there is no terms/my-nose.tenor | put the template");
});

test("a path stays in the scenario's folder or the working directory", () => {
  const inside = file("b/own.tenor", "");
  file("outside.tenor", "");
  symlinkSync(join(folder, "outside.tenor"), join(folder, "b/link.tenor"));
  const find = (path: string) => findTemplate({ kind: "path", text: path }, join(folder, "b"), "s.json");
  expect(find("own.tenor")).toEqual({ ok: true, value: inside });
  expect(messageOf(find("../outside.tenor"))).toContain("lies outside its folder");
  expect(messageOf(find("link.tenor"))).toContain("lies outside its folder");
  expect(messageOf(find("none.tenor"))).toContain("there is no");
});

test("a named pipe that nothing writes into is refused", { skip: process.platform === "win32" }, async () => {
  const pipe = join(folder, "pipe.tenor");
  spawnSync("mkfifo", [pipe]);
  expect(messageOf(await readText(pipe, "template", "command"))).toMatch(
    /is a named pipe.* \| give it as standard input/,
  );
  expect(messageOf(await readText(pipe, "template", [folder]))).toContain("is not an ordinary file");
});
