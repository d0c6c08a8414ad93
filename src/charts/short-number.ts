/** A number at an axis, short: `$0.05`, `2.5M`, `20%`. Not for figures that a reader relies on. */
export function shortNumber(value: number, sign: string): string {
  const size = Math.abs(value);
  const unit = units.find(({ from }) => size >= from);
  const digits = String(Number((value / (unit?.size ?? 1)).toPrecision(4)));
  const figure = digits + (unit?.letter ?? "");
  if (sign === "%") return `${figure}%`;
  return figure.startsWith("-") ? `-${sign}${figure.slice(1)}` : sign + figure;
}

const units = [
  { from: 1e9, size: 1e9, letter: "B" },
  { from: 1e6, size: 1e6, letter: "M" },
  { from: 1e4, size: 1e3, letter: "k" },
];
