import type { RunView } from "./run-source.ts";

/** The values of the note, as against those of an event, that the template marks with a role. */
export function namesWith(role: string, { program }: Pick<RunView, "program">): string[] {
  return program.roles.flatMap((it) => {
    return it.role === role && program.askable.get(it.name)?.noteLevel !== undefined ? [it.name] : [];
  });
}
