import type { Account, Expr } from "../../core/core.ts";
import type { CompiledAccount } from "../state/run.ts";
import type { TypedCompiler } from "./typed-compiler.ts";
import { compileCounting } from "./typed-compiler.ts";

/** An account with what it accrues as code. */
export function compileAccount(account: Account, compiler: TypedCompiler): CompiledAccount {
  const { figure, day, condition } = compiler;
  const { accrual } = account;
  if (accrual === undefined) return { account, accrual };
  const holds = (expr: Expr | undefined) => (expr === undefined ? undefined : condition(expr));
  return {
    account,
    accrual: {
      rate: figure(accrual.rate),
      base: figure(accrual.base),
      onEach: accrual.onEach,
      counting: compileCounting(accrual, compiler),
      from: day(accrual.from),
      condition: holds(accrual.condition),
      dayOfPayment: holds(accrual.dayOfPayment),
    },
  };
}
