/** An object whose fields are gone over by their names, as a walk does that need not know each kind of node. */
export type Fields = Readonly<Record<string, unknown>>;

export function hasFields(part: unknown): part is Fields {
  return typeof part === "object" && part !== null;
}
