/** The model on a scenario as it stands on disk. */
import type { AcceptanceScenario } from "../../support/acceptance.ts";
import type { Answer } from "./answers.ts";
import type { ScenarioFile } from "./case.ts";
import { readCase } from "./case.ts";
import { readHolidays, readMarket } from "./market.ts";
import { runModel } from "./run.ts";

export function modelAnswers({ texts }: Pick<AcceptanceScenario, "texts">): (Answer | undefined)[] {
  const file = JSON.parse(texts.scenario.text) as ScenarioFile;
  const market = readMarket(texts.market?.text ?? "");
  return runModel(readCase(file, market, readHolidays(texts.calendar?.text ?? "")), file.ask);
}
