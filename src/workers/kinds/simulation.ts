/** Paths of a simulation: chunks of them, and single ones in both engines. */
import type { NamedText, OpenSimulation, Result, SimulationSettings, SimulationTexts } from "../../index.ts";
import { compile, openSimulation } from "../../index.ts";
import type { Guard } from "../shape.ts";
import { isText, isWhole, listOf, objectOf, orNull, pairOf, tableOf } from "../shape.ts";
import type { Work } from "../work.ts";
import type { Kind, Opened } from "./kind.ts";
import type { FileReference } from "./references.ts";
import { dataFrom, dataGuards, isFile, isTemplate } from "./references.ts";
import type { AskedAsJson, SimulationWork } from "./simulation-parts.ts";
import { simulationBytes } from "./simulation-parts.ts";

const isYesOrNo: Guard<boolean> = (value) => typeof value === "boolean";
const isWork = objectOf<SimulationWork>({
  template: isTemplate,
  scenario: isFile,
  ...dataGuards,
  prices: orNull(isFile),
  asked: objectOf<AskedAsJson>({
    model: isText,
    seed: pairOf(isWhole, isWhole),
    through: orNull(isWhole),
    values: listOf(isText),
    charted: isWhole,
    plan: orNull(isText),
    exact: isYesOrNo,
    variants: listOf(listOf(pairOf(isText, isText))),
  }),
  limits: tableOf(isWhole),
});
export const simulation: Kind = {
  open(work: Work): Opened {
    const { files, settings } = work;
    if (!isWork(settings)) return { ok: false, failed: "The settings of the simulation have another shape" };
    const opened = opening(new Map(Object.entries(files)), settings);
    if (!opened.ok) return { ok: false, failed: opened.diagnostics[0]?.code ?? "The simulation can't be opened" };
    return { ok: true, run: (part) => simulationBytes(opened.value, part) };
  },
};

function opening(files: ReadonlyMap<string, string>, work: SimulationWork): Result<OpenSimulation> {
  const textOf = ({ name, file }: FileReference): NamedText => {
    const text = files.get(file);
    if (text === undefined) throw new Error(`The file ${name} of the simulation is not sent with it`);
    return { name, text };
  };
  const { template, additions } = work.template;
  const { text, name } = textOf(template);
  const compiled = compile(text, name, ...additions.map(textOf));
  if (!compiled.ok) return compiled;
  return openSimulation(compiled.value, textsOf(work, textOf), settingsOf(work.asked), work.limits);
}

function textsOf(work: SimulationWork, textOf: (file: FileReference) => NamedText): SimulationTexts {
  const { template, scenario, prices } = work;
  return {
    scenario: textOf(scenario),
    ...dataFrom(work, template.exchange, textOf),
    ...(prices && { prices: textOf(prices) }),
  };
}

function settingsOf({ through, plan, ...rest }: AskedAsJson): SimulationSettings {
  return { ...rest, ...(through !== null && { through }), ...(plan !== null && { plan }) };
}
