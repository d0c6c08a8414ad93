/** What a workbook was made from, as JSON in a custom property of the document: written and read. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const part = "docProps/custom.xml";

/** The workbook with this property in place of the one that it had. The same parts give the same bytes. */
export function workbookWithInputs(workbook: Uint8Array, json: string | undefined): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(workbook)));
  if (json !== undefined) {
    parts.set(part, strToU8(propertiesWith(json)));
    addOnce(parts, "[Content_Types].xml", "</Types>", contentType);
    addOnce(parts, "_rels/.rels", "</Relationships>", relationship);
  }
  // The archive has the time at which it was written; a fixed one takes its place. Without a zone it is the same everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: "1980-01-02T00:00:00" });
}

/** Undefined where a file is no workbook, or does not say it. */
export function inputsOfWorkbook(workbook: Uint8Array): string | undefined {
  try {
    const found = unzipSync(workbook, {
      filter: ({ name, originalSize }) => name === part && originalSize < mostBytes,
    });
    const content = found[part];
    const json = content && /<vt:lpwstr>([^<]*)<\/vt:lpwstr>/.exec(strFromU8(content))?.[1];
    return json?.replaceAll(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
  } catch {
    return undefined;
  }
}

const mostBytes = 4_000_000;

function propertiesWith(json: string): string {
  const escaped = json.replaceAll(/[&<>]/g, (it) => entities[it] ?? it);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="made from"><vt:lpwstr>${escaped}</vt:lpwstr></property></Properties>`;
}

function addOnce(parts: Map<string, Uint8Array>, name: string, end: string, added: string): void {
  const text = strFromU8(parts.get(name) ?? new Uint8Array());
  if (!text.includes(added)) parts.set(name, strToU8(text.replace(end, added + end)));
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const contentType = `<Override ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml" PartName="/${part}"/>`;
const relationship = `<Relationship Id="rId-custom" Type="${office}/relationships/custom-properties" Target="${part}"/>`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const characters: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
