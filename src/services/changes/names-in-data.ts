/** Where scenarios and bindings say a name of the template: as a key, or as a text. */
import type { JsonNode, JsonObject } from "../../inputs/json.ts";
import { readJson } from "../../inputs/json.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { Place } from "../place.ts";
import { placeOf } from "../place.ts";
import type { Files } from "../project.ts";
import type { Term } from "../terms.ts";

/** A file with data, as it was read. */
export interface DataFile {
  readonly name: string;
  readonly root: JsonNode;
}

/** Keys whose texts are no names of the template. */
const otherTexts = new Set(["title", "id", "for", "section", "expect", "note", "none", "scenario", "calendar", "file"]);

/** `owners` are the events and the list by whose name a member is spoken of. */
export function namesInData({ root }: DataFile, term: Term, owners: ReadonlySet<string>): Place[] {
  const ids = new Map(
    objectsIn(root).flatMap((it) => {
      const [id, event] = [textAt(it, "id"), textAt(it, "event")];
      return id === undefined || event === undefined ? [] : [[id, event] as const];
    }),
  );
  const found: Place[] = [];
  const enter = (span: Span, length: number) => {
    // A text may have words before the name: `payable Interest`. Behind both stands a quote.
    const { file, end } = placeOf(span);
    found.push({ file, start: end - 1 - length, end: end - 1 });
  };
  const isMember = (own: string | undefined) => term.kind === "member" && own !== undefined && owners.has(own);
  const walk = (node: JsonNode, key: string, event: string | undefined, above: string): void => {
    if (node.kind === "array") for (const it of node.items) walk(it, key, event, above);
    if (node.kind === "text" && isTextOf(node.text, key, above, term)) enter(node.span, term.name.length);
    if (node.kind !== "object") return;
    const asked = textAt(node, "of");
    const isRow = above === "terms";
    const own = isRow ? key : (textAt(node, "event") ?? (asked === undefined ? event : (ids.get(asked) ?? event)));
    for (const member of node.members.values()) {
      if (isKeyOf(member.key, key, isMember(own), term)) enter(member.keySpan, term.name.length);
      const isAskedOf = member.key === "value" && member.value.kind === "text" && member.value.text === term.name;
      if (isAskedOf && !isRow && isMember(own)) enter(member.value.span, term.name.length);
      if (!(isAskedOf && asked !== undefined && ids.has(asked)))
        walk(member.value, member.key, own, isRow ? above : key);
    }
  };
  walk(root, "", undefined, "");
  return found;
}

/** `above` is the key of the object in which `key` stands; of what a row of a list has, it is that of the deal terms. */
function isTextOf(text: string, key: string, above: string, term: Term): boolean {
  if (term.kind === "choice") return above === "readings" && key === term.of && text === term.name;
  if (term.kind !== "name" || otherTexts.has(key) || above === "readings" || above === "terms") return false;
  return (
    text === term.name ||
    (key === "due" && /^[a-z ]+ $/.test(text.slice(0, -term.name.length)) && text.endsWith(term.name))
  );
}

function isKeyOf(key: string, above: string, isMember: boolean, term: Term): boolean {
  if (key !== term.name) return false;
  if (term.kind === "member") return isMember && above !== "terms";
  return term.kind === "reading" ? above === "readings" : term.kind === "name" && above === "terms";
}

function textAt({ members }: JsonObject, key: string): string | undefined {
  const value = members.get(key)?.value;
  return value?.kind === "text" ? value.text : undefined;
}

function objectsIn(node: JsonNode): JsonObject[] {
  if (node.kind === "array") return node.items.flatMap(objectsIn);
  if (node.kind !== "object") return [];
  return [node, ...[...node.members.values()].flatMap(({ value }) => objectsIn(value))];
}

/** Data files around, each read again only where its text has changed. */
export class DataFiles {
  readonly #read = new Map<string, { readonly text: string; readonly root: JsonNode | undefined }>();

  /** Scenarios for a template, and the binding beside it. */
  filesFor(template: string, { read, dataFiles = () => [] }: Files): DataFile[] {
    const base = template.slice(template.lastIndexOf("/") + 1).replace(/\.tenor$/, "");
    const binding = template.replace(/\.tenor$/, ".binding.json");
    return [...new Set([...dataFiles(), binding])].flatMap((name) => {
      const text = read(name);
      if (text === undefined || (name !== binding && !text.includes(base))) return [];
      const root = this.#rootOf(name, text);
      if (root === undefined) return [];
      const note = root.kind === "object" ? textAt(root, "note") : undefined;
      const isFor = note?.slice(note.lastIndexOf("/") + 1).replace(/\.tenor$/, "") === base;
      return name === binding || isFor ? [{ name, root }] : [];
    });
  }

  #rootOf(name: string, text: string): JsonNode | undefined {
    const known = this.#read.get(name);
    if (known?.text === text) return known.root;
    const document = readJson(new SourceFile(name, text));
    const root = document.ok ? document.value.root : undefined;
    this.#read.set(name, { text, root });
    return root;
  }
}
