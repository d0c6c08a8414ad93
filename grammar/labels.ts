/** The label that comes after these: Roman where they begin with `(i)`, a letter where with `(a)`. */
export function labelAfter(labels: readonly string[]): string {
  if (labels[0] === "(i)") return romanLabel(labels.length);
  const last = labels.at(-1)?.charAt(1) ?? "`";
  return `(${String.fromCharCode(last.charCodeAt(0) + 1)})`;
}

/** The label of an entry, counted from 0, in a list that opens with `(i)`. */
export function romanLabel(index: number): string {
  return `(${romanFigures[index] ?? "?"})`;
}

const romanFigures: readonly string[] = ["", "x", "xx", "xxx", "xl", "l"].flatMap((tens, index) =>
  ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    .map((ones) => tens + ones)
    .filter((figure) => index > 0 || figure !== ""),
);
