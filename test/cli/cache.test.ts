/** Compiled templates in the user's cache: the same results with and without, and nothing that stops a command. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cacheFolder, keyOf, readEntry, writeEntry } from "../../src/cli/compiled/cache.ts";
import { serialized } from "../../src/cli/compiled/serialized.ts";
import { check } from "../../src/index.ts";
import { spawnTenor } from "./tenor.ts";

const data = "test/data/cli";
const scenario = "examples/juniper-first-eighteen-months/scenario.json";
const temporary = mkdtempSync(join(tmpdir(), "tenor-cache-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const emptyFolder = () => mkdtempSync(join(temporary, "cache-"));
const runIn = (cache: string, ...args: readonly string[]) =>
  spawnTenor(args, { env: { TENOR_CACHE: "", XDG_CACHE_HOME: cache } });
const one = keyOf("one");

/** An entry with other bytes behind what it was made from. */
function withAnother(entry: Buffer, bytes: Buffer): Buffer {
  const head = entry.subarray(0, Math.ceil((4 + entry.readUInt32LE()) / 16) * 16);
  return Buffer.concat([head, bytes, head, bytes]);
}

/** Templates; the folder beside them is that of the program's own code. */
const entriesOf = (cache: string) => readdirSync(join(cache, "tenor")).filter((it) => it !== "code");
const codeOf = (cache: string) => readdirSync(join(cache, "tenor/code")).map((it) => join(cache, "tenor/code", it));

describe("a command", () => {
  test.each([
    ["check", [`${data}/broken.tenor`]],
    ["run", ["--json", scenario]],
    // Its words come from clauses in which a note's names stand for the clause's own.
    ["explain", ["--full", scenario, "Conversion Price", "--on", "2006-11-20"]],
    ["readings", [`${data}/terms/loan.tenor`]],
    ["schema", [`${data}/terms/loan.tenor`]],
  ])("%s %j says the same without the cache, filling it, and from it", (command, args) => {
    const cache = emptyFolder();
    const without = spawnTenor([command, ...args]);
    expect(runIn(cache, command, ...args)).toEqual(without);
    expect(entriesOf(cache)).toHaveLength(1);
    expect(runIn(cache, command, ...args)).toEqual(without);
  });

  test("takes what is in the cache; with --no-cache it does not", () => {
    const cache = emptyFolder();
    const sound = ["check", `${data}/terms/loan.tenor`];
    runIn(cache, ...sound);
    const path = join(cache, "tenor", entriesOf(cache)[0] ?? "");
    const faults = serialized(check("section 1", "another.tenor"));
    writeFileSync(path, withAnother(readFileSync(path), faults));
    expect(runIn(cache, ...sound).out).toContain("another.tenor");
    expect(runIn(cache, ...sound, "--no-cache").out).toBe("no problems in 1 file\n");
  });

  test("passes over what was made of another text, whatever file it lies in", () => {
    const cache = emptyFolder();
    const sound = ["check", `${data}/terms/loan.tenor`];
    runIn(cache, ...sound);
    const [soundEntry = ""] = entriesOf(cache);
    runIn(cache, "check", `${data}/broken.tenor`);
    const [faultyEntry = ""] = entriesOf(cache).filter((it) => it !== soundEntry);
    copyFileSync(join(cache, "tenor", faultyEntry), join(cache, "tenor", soundEntry));
    expect(runIn(cache, ...sound).out).toBe("no problems in 1 file\n");
  });

  test("passes over a damaged entry, and mends it", () => {
    const cache = emptyFolder();
    const args = ["check", `${data}/broken.tenor`];
    const { out } = runIn(cache, ...args);
    const path = join(cache, "tenor", entriesOf(cache)[0] ?? "");
    const entry = readFileSync(path);
    const oneByteOff = Buffer.from(entry);
    oneByteOff[entry.length - 10] = (entry[entry.length - 10] ?? 0) ^ 1;
    for (const damaged of [entry.subarray(0, entry.length - 1), oneByteOff, Buffer.alloc(0)]) {
      writeFileSync(path, damaged);
      expect(runIn(cache, ...args).out).toBe(out);
      expect(readFileSync(path)).toEqual(entry);
    }
  });

  test("keeps the program's own code once it has succeeded, and starts from it", () => {
    const cache = emptyFolder();
    const args = ["check", `${data}/terms/loan.tenor`];
    runIn(cache, "check", `${data}/broken.tenor`);
    expect(entriesOf(cache)).toHaveLength(1);
    expect(() => codeOf(cache)).toThrow("ENOENT");
    const first = runIn(cache, ...args);
    // That of the command line, of the command and of the compiler.
    const kept = codeOf(cache).map((path) => [path, statSync(path).mtimeMs]);
    expect(kept).toHaveLength(3);
    expect(runIn(cache, ...args)).toEqual(first);
    expect(codeOf(cache).map((path) => [path, statSync(path).mtimeMs])).toEqual(kept);
  });

  test("passes over code that does not fit, and makes it anew", () => {
    const cache = emptyFolder();
    const args = ["check", `${data}/terms/loan.tenor`];
    const first = runIn(cache, ...args);
    for (const path of codeOf(cache)) writeFileSync(path, withAnother(readFileSync(path), Buffer.from("another V8's")));
    expect(runIn(cache, ...args)).toEqual(first);
    // All but that of the compiler, which has nothing to do once the template is in the cache.
    expect(codeOf(cache).filter((path) => statSync(path).size < 10_000)).toHaveLength(1);
  });

  test("runs where the cache can't be written", () => {
    const file = join(temporary, "a-file");
    writeFileSync(file, "");
    expect(runIn(file, "check", `${data}/terms/loan.tenor`)).toEqual({
      status: 0,
      out: "no problems in 1 file\n",
      err: "",
    });
  });
});

describe("the folder", () => {
  test.each([
    ["XDG_CACHE_HOME comes first", { XDG_CACHE_HOME: "/xdg", HOME: "/ann" }, "linux", "/xdg/tenor"],
    ["else it is .cache at home", { HOME: "/ann" }, "linux", "/ann/.cache/tenor"],
    ["a relative folder is ignored", { XDG_CACHE_HOME: "xdg", HOME: "/ann" }, "linux", "/ann/.cache/tenor"],
    ["Windows has its own", { LOCALAPPDATA: "/ann/Local", HOME: "/ann" }, "win32", "/ann/Local/tenor"],
    ["without a home there is none", {}, "linux", undefined],
    ["it can be switched off", { TENOR_CACHE: "off", HOME: "/ann" }, "linux", undefined],
  ])("%s", (_, env, platform, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder);
  });

  test("gives what was written, and nothing for another key", () => {
    const folder = join(emptyFolder(), "tenor");
    writeEntry(folder, one, Buffer.from("1"));
    expect(readEntry(folder, one)).toEqual(Buffer.from("1"));
    expect(readEntry(folder, keyOf("two"))).toBeUndefined();
    expect(readEntry(folder, { ...one, madeFrom: "on" })).toBeUndefined();
    expect(readdirSync(folder)).toEqual([one.file]);
  });

  test("keeps two hundred entries at most: the oldest goes", () => {
    const folder = emptyFolder();
    for (let count = 0; count < 200; count += 1) {
      const path = join(folder, `old-${count}`);
      writeFileSync(path, "");
      utimesSync(path, 1000 + count, 1000 + count);
    }
    writeEntry(folder, keyOf("new"), Buffer.from("1"));
    const names = readdirSync(folder);
    expect(names).toHaveLength(200);
    expect(names).toContain(keyOf("new").file);
    expect(names).not.toContain("old-0");
  });

  test("keeps 64 MB at most, and no entry over 16 MB, as it is written twice", () => {
    const folder = emptyFolder();
    for (let count = 0; count < 5; count += 1) {
      const key = keyOf(`entry-${count}`);
      writeEntry(folder, key, Buffer.alloc(7_500_000));
      utimesSync(join(folder, key.file), 1000 + count, 1000 + count);
    }
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes).toHaveLength(4);
    writeEntry(folder, keyOf("large"), Buffer.alloc(8_000_001));
    expect(readEntry(folder, keyOf("large"))).toBeUndefined();
  });

  test("a folder in the way of an entry stops nothing", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, one.file));
    writeEntry(folder, one, Buffer.from("1"));
    expect(readEntry(folder, one)).toBeUndefined();
  });
});
