/** States of events: each begins as its event is applied, and goes on from there as any other. */
import { lazily } from "../../base/lazily.ts";
import type { State, Value } from "../../core/core.ts";
import { depthOf } from "../../core/depth.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import { bindingOf, slotOf } from "../state/run.ts";
import { History } from "../values/history.ts";
import type { Problem } from "../values/problem.ts";
import { Absent } from "../values/problem.ts";
import { notFixed } from "./definitions.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

/** Holds the state of an event from the moment on at which it is applied. */
export function holdState(state: State, of: Occurrence, value: Value | Problem, { run, point }: Moment): void {
  const history = new History<Value | Problem>();
  history.record(point, value);
  run.states.set(slotOf(state.key, of), { state, of, history });
}

export function startOf({ name, initial }: State, of: Occurrence, moment: Moment, compiler: StartCompiler) {
  if (initial === undefined) return new Absent({ kind: "not set", state: name });
  const depth = 2 + depthOf(initial);
  moment.run.enter(depth, initial.span);
  const value = moment.run.untraced(() => compiler.value(initial)(moment, bindingOf(of)));
  moment.run.leave(depth);
  return value;
}
type StartCompiler = Pick<TypedCompiler, "value">;

/** While its event is being applied, what is read of a state is its start. */
export function stateOfEventReader(state: State, compiler: StartCompiler) {
  const { initial } = state;
  const code = lazily(() => (initial === undefined ? undefined : compiler.value(initial)));
  const once: StartCompiler = { value: () => code() ?? (() => new Absent({ kind: "not set", state: state.name })) };
  return (of: Occurrence, moment: Moment): Value | Problem => {
    const { run, point } = moment;
    const { fixedAt, refused } = of;
    if (fixedAt === undefined || fixedAt > point || refused !== undefined) return notFixed(state, of);
    const slot = slotOf(state.key, of);
    if (!run.states.has(slot)) holdState(state, of, startOf(state, of, moment, once), moment);
    const value = run.states.get(slot)?.history.at(point) ?? notFixed(state, of);
    run.tracer?.state(slot, value, moment);
    return value;
  };
}
