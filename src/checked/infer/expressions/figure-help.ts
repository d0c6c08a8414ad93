import { textOf } from "../../../source/span.ts";
import type { Expression, NumberLiteral } from "../../../syntax/ast.ts";
import type { Quantity, ValueType } from "../../../units/value-type.ts";
import { money, price, rate, sameUnit, shares } from "../../../units/value-type.ts";
import type { Symbols } from "../../ast.ts";
import type { Value } from "../../tree.ts";

/** How a figure of each kind is written, and of which other kinds it may be that lacks its sign or its last words. */
const forms: readonly (readonly [type: Quantity, form: string, mayLack: readonly NumberLiteral["unit"][]])[] = [
  [price, "$F per share", ["money", "number"]],
  [money, "$F", ["number"]],
  [shares, "F shares", ["number"]],
  [rate, "F% per year", ["percent"]],
];

/** Where names are looked up. */
interface Declared {
  readonly symbols: Symbols;
}

/** Where a figure that is written down stands beside a value of another kind, it may lack what makes it one of that kind. */
export function figureHelp(left: Value, right: Value, context: Declared): string | undefined {
  return figureOfKind(left, right.type, context) ?? figureOfKind(right, left.type, context);
}

/** The same where a value of one kind is wanted. */
export function figureOfKind(value: Value, type: ValueType, { symbols }: Declared): string | undefined {
  const [, form, mayLack] = forms.find(([it]) => type.kind === "quantity" && sameUnit(type.unit, it.unit)) ?? [];
  const name = value.kind === "NameReference" ? value.name.text : undefined;
  const figure = name === undefined ? value : declaredAs(name, symbols);
  if (form === undefined || figure?.kind !== "NumberLiteral") return undefined;
  if (!mayLack?.includes(figure.unit)) return undefined;
  const [, sign = "", digits = ""] = /^(-?)(.*)$/.exec(textOf(figure.span).replaceAll(/[$%\s]/g, "")) ?? [];
  const right = sign + form.replace("F", digits);
  return name === undefined
    ? `write \`${right}\` if that is what is meant`
    : `write \`${right}\` where \`${name}\` is declared, if that is what is meant`;
}

function declaredAs(name: string, symbols: Symbols): Expression | undefined {
  const statement = symbols.noteLevel.get(name)?.statement;
  if (statement?.kind === "Definition") return statement.value;
  return statement?.kind === "StateDeclaration" ? statement.initial : undefined;
}
