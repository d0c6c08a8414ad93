/** Work handed out through a real Redis server that speaks TLS alone, with a certificate and a password of the test's own. */
import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ended, freePort, heard, said } from "../support/started.ts";

const missing = [
  ["redis-server", "--version"],
  ["openssl", "version"],
].flatMap(([name = "", how = ""]) => (spawnSync(name, [how]).status === 0 ? [] : [name]));
if (missing.length > 0) process.stderr.write(`${missing.join(", ")} not installed: Redis is not tried with TLS\n`);

const password = "a word of this test";

describe.skipIf(missing.length > 0)("through Redis with TLS", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-tls-"));
  const certificate = join(folder, "certificate.pem");
  const rows = join(folder, "rows.csv");
  const running = new Set<ChildProcess>();
  let url = "";

  beforeAll(async () => {
    const key = join(folder, "key.pem");
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", certificate];
    expect(spawnSync("openssl", [...made, ...subject]).status).toBe(0);
    const port = String(await freePort());
    const place = ["--port", "0", "--tls-port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
    const files = ["--tls-cert-file", certificate, "--tls-key-file", key, "--tls-ca-cert-file", certificate];
    const options = ["--tls-auth-clients", "no", "--requirepass", password];
    const server = spawn("redis-server", [...place, ...files, ...options], { stdio: "pipe" });
    running.add(server);
    await said(server, "Ready to accept connections");
    url = `rediss://localhost:${port}`;
    const loan = resolve("examples/term-loan/scenario.json");
    const lines = Array.from({ length: 12 }, (_, index) => `${loan},2023-03-30,${1000 + index}`);
    writeFileSync(rows, `scenario,as of,terms.Loan Amount\n${lines.join("\n")}\n`);
  }, 30_000);

  afterAll(async () => {
    await Promise.all([...running].map((it) => ended(it, "SIGKILL")));
    rmSync(folder, { recursive: true, force: true });
  });

  const asked = ["portfolio", rows, "--value", "Level Payment", "--json", "--chunk", "4"];
  const trusted = { NODE_EXTRA_CA_CERTS: certificate, TENOR_REDIS_PASSWORD: password };

  test("a worker and a command that trust the certificate and know the password give the bytes of one process", async () => {
    const worker = started(["worker", "--redis", url, "--threads", "1"], trusted);
    await said(worker, "ready for work");
    const [alone, through] = await Promise.all([
      output(started([...asked, "--threads", "1"], {})),
      output(started([...asked, "--redis", url], trusted)),
    ]);
    expect(through).toEqual({ ...alone, status: 0 });
    await ended(worker, "SIGINT");
    expect(heard.get(worker)).toContain("stopped after 3 chunks, 0 failed");
  });

  test.each([
    ["an unknown certificate", { TENOR_REDIS_PASSWORD: password }, /self[- ]signed certificate/],
    ["a wrong password", { ...trusted, TENOR_REDIS_PASSWORD: "another" }, /WRONGPASS/],
    ["no password", { NODE_EXTRA_CA_CERTS: certificate }, /NOAUTH/],
  ])("%s is a message, and the password is not in it", async (_name, environment, reason) => {
    const { status, out } = await output(started([...asked, "--redis", url], environment));
    expect({ status, hasReason: reason.test(out), hasPassword: out.includes(password) }).toEqual({
      ...{ status: 1, hasReason: true, hasPassword: false },
    });
  });

  /** Node reads which certificates to trust as it starts. */
  function started(args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, "cache"), ...environment };
    const made = spawn(process.execPath, ["src/cli/main.ts", ...args], { stdio: "pipe", env });
    running.add(made);
    return made;
  }
});

function output(of: ChildProcess): Promise<{ readonly status: number | null; readonly out: string }> {
  let out = "";
  of.stdout?.on("data", (part: Buffer) => {
    out += part.toString();
  });
  return new Promise((done) => of.once("close", (status) => done({ status, out })));
}
