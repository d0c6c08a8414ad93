import { generateCstDts } from "chevrotain";
import { TenorParser } from "../../grammar/parser.ts";
import type { Generated } from "../generated.ts";

/** Types of the concrete syntax tree, one a grammar rule. */
export async function generate(): Promise<Generated> {
  const rules = new TenorParser({ skipValidations: false }).getGAstProductions();
  const types = generateCstDts(rules, { includeVisitorInterface: false });
  return { files: new Map([["grammar/cst.generated.d.ts", types.endsWith("\n") ? types : `${types}\n`]]) };
}
