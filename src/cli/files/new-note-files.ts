/** The questions and pieces that `tenor new` puts notes together from, as they come with Tenor. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NoteQuestion } from "../../index.ts";
import { questionsFrom } from "../../index.ts";
import { packageFolder } from "./folders.ts";

export interface NoteParts {
  readonly questions: readonly NoteQuestion[];
  readonly pieces: string;
}

export function readNoteParts(): NoteParts {
  const read = (name: string) => readFileSync(join(packageFolder(), "terms", "new-note", name), "utf8");
  return { questions: questionsFrom(read("questions.json")), pieces: read("note.pieces") };
}
