/** A command of a page, and what stands under it. */
interface Shown {
  readonly command: readonly string[];
  readonly shown: string;
}

/** Lines that start with `$ tenor` are commands; what follows each is what it prints. */
export function commandsIn(text: string): Shown[] {
  return text
    .split(/^\$ tenor /m)
    .slice(1)
    .map((part) => {
      const [first = "", ...rest] = part.split("\n");
      const words = [...first.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
      return { command: words, shown: rest.join("\n") };
    });
}

/** `…` alone on a line stands for lines that are left out. */
export function containsInOrder(output: string, shown: string): boolean {
  let from = 0;
  return shown.split(/^…\n/m).every((piece) => {
    const at = output.indexOf(piece.trimEnd(), from);
    from = at + piece.length;
    return at !== -1;
  });
}
