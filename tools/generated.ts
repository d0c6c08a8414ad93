/** What one generator answers for. Paths are relative to the project's root, with `/`. */
export interface Generated {
  /** Path to full text, each ending in a newline. Deterministic: no dates, no host paths. */
  readonly files: ReadonlyMap<string, string>;
  /** A folder in which only this generator puts files, so that what it stops making is removed. */
  readonly ownedFolder?: string;
}
