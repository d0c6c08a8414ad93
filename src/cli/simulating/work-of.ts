/** A simulation as work that is handed out: its texts by their content, and what is asked. */
import { createHash } from "node:crypto";
import type { NamedText, SimulationSettings, SimulationTexts } from "../../index.ts";
import type { FileReference } from "../../workers/kinds/references.ts";
import type { SimulationWork } from "../../workers/kinds/simulation-parts.ts";
import type { Work } from "../../workers/work.ts";
import type { OpenTemplate } from "../files/open-scenario.ts";
import { limitsAsked } from "../limits.ts";

export function workOf(template: OpenTemplate, texts: SimulationTexts, asked: SimulationSettings): Work {
  const files = new Map<string, string>();
  const file = ({ name, text }: NamedText): FileReference => {
    const hash = createHash("sha256").update(text).digest("hex");
    files.set(hash, text);
    return { name, file: hash };
  };
  const orNull = (it: NamedText | undefined) => (it === undefined ? null : file(it));
  const series = [...(texts.series ?? [])].map(([name, text]) => ({ series: name, text: file(text) }));
  const settings: SimulationWork = {
    template: {
      template: file(template.files.template),
      additions: template.files.additions.map(file),
      exchange: orNull(texts.exchange),
    },
    scenario: file(texts.scenario),
    market: [...(texts.market ? [{ series: null, text: file(texts.market) }] : []), ...series],
    calendar: orNull(texts.calendar),
    rows: [...(texts.rows ?? [])].map(([path, text]) => ({ path, text: file(text) })),
    prices: orNull(texts.prices),
    asked: asJson(asked),
    limits: { ...limitsAsked() },
  };
  return { kind: "simulation", files: Object.fromEntries(files), settings };
}

function asJson({ model, seed, through, values, charted, plan, exact, variants }: SimulationSettings) {
  const given = { through: through ?? null, plan: plan ?? null, exact: exact === true };
  return { model, seed, values, charted, variants, ...given };
}
