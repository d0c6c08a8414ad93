/** Variants of a simulation: the same paths under other deal terms, readings or parameters of the model. */
import type { Result } from "../../diagnostics/result.ts";
import { parseSubject, readSubject, subjectText } from "../../inputs/subject/read-subject.ts";
import { isParameter } from "../../paths/model-parameters.ts";
import type { LoadedScenario } from "../scenarios.ts";
import type { Template } from "../templates.ts";
import type { SimulationAsked } from "./load-simulation.ts";

/** What a variant changes, by name: `Discount` to `80%`, `volatility` to `60%`. */
export type Changes = readonly (readonly [name: string, value: string])[];

/** What a simulation is loaded from. */
export interface Variant {
  readonly loaded: LoadedScenario;
  readonly asked: SimulationAsked;
}

/** A name of the model's parameters is one; any other name is a deal term or a reading. */
export function changed(template: Template, { loaded, asked }: Variant, changes: Changes): Result<Variant> {
  const ofModel = changes.filter(([name]) => isParameter(name));
  const ofNote = changes.filter(([name]) => !isParameter(name));
  const model = ofModel.reduce((text, [name, value]) => withParameter(text, name, value), asked.model);
  const text = subjectText("", ofNote, template.program);
  const read = readSubject(parseSubject(text, ofNote.map((it) => it.join("=")).join("&")), template.program);
  if (!read.ok) return read;
  const { scenario } = loaded;
  const terms = new Map([...scenario.terms, ...read.value.terms]);
  const readings = new Map([...scenario.readings, ...read.value.readings]);
  const lists = new Map([...(scenario.lists ?? []), ...read.value.lists]);
  const other = { ...loaded, scenario: { ...scenario, terms, lists, readings }, warnings: [] };
  return { ok: true, value: { loaded: other, asked: { ...asked, model } } };
}

/** The text of a model in which a parameter has another value. */
function withParameter(model: string, name: string, value: string): string {
  const [kind = "", ...rest] = model.split("?");
  const others = rest
    .join("?")
    .split("&")
    .filter((part) => part !== "" && part.split("=")[0]?.trim() !== name);
  return `${kind}?${[...others, `${name}=${value}`].join("&")}`;
}

/** `NAME=VALUE&NAME=VALUE`; undefined where something has no name or no value. */
export function readChanges(text: string): Changes | undefined {
  const parts = text.split("&").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
  });
  return parts.every(([name, value], index) => name !== "" && value !== "" && text.split("&")[index]?.includes("="))
    ? parts
    : undefined;
}
