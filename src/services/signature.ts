/** What belongs to the event of a story or to the clause of a `use`, while it is typed. */
import type { Token } from "../../grammar/tokens.ts";
import { textOf } from "../source/span.ts";
import { titleOf } from "../syntax/clauses/expand.ts";
import type { Analysis, FileView } from "./analysis.ts";
import { tokensBefore } from "./completion/complete.ts";
import { writtenType } from "./describe.ts";

export interface Signature {
  readonly label: string;
  readonly parts: readonly { readonly label: string; readonly says: string }[];
  /** The part that is being written; undefined for none. */
  readonly active: number | undefined;
}

export function signatureAt(file: FileView, offset: number, analysis: Analysis): Signature | undefined {
  const { tokens } = tokensBefore(file, offset);
  const [opening, second] = tokens;
  if (opening?.tokenType.name === "Use" && second !== undefined) return ofClause(second, tokens, analysis);
  return opening?.tokenType.name === "Test" ? ofEvent(tokens, analysis) : undefined;
}

const nameIn = ({ image }: Token) => image.replaceAll(/\s+/g, " ");

/** `Notice of Conversion, Principal Converted: money`: the fields of the event of the line. */
function ofEvent(tokens: readonly Token[], { checked }: Analysis): Signature | undefined {
  const from = tokens.findLastIndex(({ tokenType: { name } }) => name === "On" || name.endsWith("Line"));
  const line = tokens.slice(from);
  const declared = line.map((it) => checked.program.symbols.noteLevel.get(nameIn(it))?.statement);
  const event = declared.find((it) => it?.kind === "EventDeclaration");
  if (event?.kind !== "EventDeclaration" || line[0]?.tokenType.name !== "On") return undefined;
  const parts = event.fields.map(({ name, type, isOptional, initial }) => ({
    label: `${name.text}: ${writtenType(type)}`,
    says: initial ? `if not said: ${textOf(initial.span)}` : isOptional ? "may be left out" : "",
  }));
  const said = line.map(nameIn);
  const active = event.fields.findLastIndex(({ name }) => said.some((it) => it.startsWith(name.text)));
  return shaped(event.name.text, parts, active);
}

function ofClause(title: Token, tokens: readonly Token[], { clauses }: Analysis): Signature | undefined {
  const name = title.image.slice(1, -1);
  const clause = clauses.find(({ value }) => titleOf(value.statements) === name);
  const named = (clause?.value.statements ?? []).filter((it) => it.kind === "Takes" || it.kind === "Gives");
  const parts = named.map((it) => ({ label: it.name.text, says: it.meaning?.text ?? "" }));
  const said = tokens.map(nameIn);
  const active = parts.findIndex(
    ({ label }) => label === said.findLast((it) => parts.some((part) => part.label === it)),
  );
  return clause === undefined ? undefined : shaped(`use "${name}"`, parts, active);
}

function shaped(head: string, parts: Signature["parts"], active: number): Signature {
  const label = [head, ...parts.map((it) => it.label)].join(", ");
  return { label, parts, active: active < 0 ? undefined : active };
}
