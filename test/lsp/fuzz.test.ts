/** Whatever a text has become, the server answers: no error, nothing logged, every question of the protocol. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutateBytes, mutateStatements, mutateTokens } from "../../tools/fuzz/mutate-text.ts";
import { randomFor } from "../../tools/fuzz/random.ts";
import { questionsOf, refusalsOf } from "../../tools/fuzz/server-questions.ts";
import { startClient } from "./client.ts";

const templates = ["terms", "terms/library"].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".tenor"))
    .map((file) => `${folder}/${file}`),
);

const truncate = (text: string, random: ReturnType<typeof randomFor>) => text.slice(0, random.below(text.length));
const edits = [truncate, mutateBytes, mutateTokens, mutateStatements] as const;

test.each(templates)("%s", { timeout: 60_000 }, async (path) => {
  const client = await startClient();
  const text = readFileSync(path, "utf8");
  const uri = `file://${process.cwd()}/${path}`;
  client.open(uri, text);
  for (let index = 0; index < (path.includes("library") ? 2 : 6); index += 1) {
    const random = randomFor(5, index);
    const edited = random.pick(edits)(text, random, text);
    client.change(uri, edited);
    const questions = questionsOf(uri, edited, random);
    await Promise.all(
      questions.map(async ([method, params]) => {
        const refusal = await client.ask(method, params).then(
          () => "",
          (error: Error) => error.message,
        );
        // A name that can't be given is refused with words, which is an answer.
        expect(refusal === "" || refusalsOf(method).test(refusal), refusal).toBe(true);
      }),
    );
  }
  expect(client.logged).toEqual([]);
  client.end();
});
