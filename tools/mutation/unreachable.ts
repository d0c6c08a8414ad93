/** Leaves out what no test can reach: what an `invariant` says, and the default of a switch that is complete. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** What is looked at of Babel's tree. */
interface Node {
  readonly type: string;
  readonly callee?: { readonly name?: string };
  readonly expression?: Node;
  readonly test?: unknown;
  readonly consequent?: readonly Node[];
  readonly argument?: Node | null;
}

function shouldIgnore({ node }: { readonly node: Node }): string | undefined {
  const statement = node.type === "ExpressionStatement" ? node.expression : node;
  if (isCallOf("invariant", statement)) return "an invariant holds";
  const [only] = node.type === "SwitchCase" && node.test === null ? (node.consequent ?? []) : [];
  return isCallOf("assertNever", only?.argument) ? "a switch is complete" : undefined;
}

function isCallOf(name: string, node: Node | null | undefined): boolean {
  return node?.type === "CallExpression" && node.callee?.name === name;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "unreachable", { shouldIgnore })];
