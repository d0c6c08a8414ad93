/** One of several sequences; a sequence alone is a choice of one. */
export type Choice = readonly Sequence[];

export interface Sequence {
  readonly parts: readonly Part[];
  /** The name of what has to hold, beside the next tokens. */
  readonly gate: string | undefined;
  /** Whether it goes before a later alternative with the same opening. */
  readonly isFirst: boolean;
}

/** A token, a rule, any word of a role, or a group in brackets; and how often. */
export type Part = (Named | { readonly kind: "group"; readonly choice: Choice }) & { readonly often: Often };
interface Named {
  readonly kind: "token" | "rule" | "role" | "list";
  readonly name: string;
  readonly label: string | undefined;
}
export type Often = "" | "?" | "*" | "+";

/** Reads a rule in the notation of `productions.ts`. */
export function readProduction(text: string): Choice {
  const pieces = text.match(/[()|~]|[?*+]|\[\w+\]|(?:\w+:)?(?:<\w+>|#?\w+)/g) ?? [];
  let at = 0;
  const read = choice();
  require(at === pieces.length && pieces.join("") === text.replaceAll(/\s+/g, ""));
  return read;

  function require(isRight: boolean): void {
    if (!isRight) throw new Error(`The grammar has a rule that can't be read: ${text}`);
  }

  function choice(): Choice {
    const sequences = [sequence()];
    while (takes("|")) sequences.push(sequence());
    return sequences;
  }

  function sequence(): Sequence {
    const isFirst = takes("~");
    const gate = pieces[at]?.startsWith("[") ? pieces[at++]?.slice(1, -1) : undefined;
    const parts: Part[] = [];
    while (at < pieces.length && pieces[at] !== "|" && pieces[at] !== ")") parts.push(part());
    return { parts, gate, isFirst };
  }

  function part(): Part {
    if (!takes("(")) return { ...named(pieces[at++] ?? ""), often: often() };
    const inside = choice();
    require(takes(")"));
    return { kind: "group", choice: inside, often: often() };
  }

  function often(): Often {
    return (["?", "*", "+"] as const).find(takes) ?? "";
  }

  function takes(piece: string): boolean {
    if (pieces[at] !== piece) return false;
    at += 1;
    return true;
  }
}

function named(piece: string): Named {
  const [name = "", label] = piece.split(":").toReversed();
  if (name.startsWith("<")) return { kind: "role", name: name.slice(1, -1), label };
  if (name.startsWith("#")) return { kind: "list", name: name.slice(1), label };
  return { kind: /^[A-Z]/.test(name) ? "token" : "rule", name, label };
}
