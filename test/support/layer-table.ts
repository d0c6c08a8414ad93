import { layers } from "./layers.ts";

/** The table of layers as docs/architecture.md shows it: folder, what it may look at, types only, packages, reason. */
export function layerTable(): string[][] {
  return Object.entries(layers).map(([name, layer]) => [
    `\`${name}\``,
    listed(layer.mayLookAt),
    listed(layer.typesOf),
    [...(layer.isShell ? ["the platform"] : []), ...(layer.packages ?? []).map((it) => `\`${it}\``)].join(", ") || "–",
    layer.reason,
  ]);
}

const foundation = "`base`, `source`, `units`, `diagnostics`";

function listed(folders: readonly string[] = []): string {
  const all = folders.map((it) => `\`${it}\``).join(", ");
  return all.replace(foundation, "foundation") || "–";
}
