/** Puts a routine together: blocks of steps, locals, room in the arrays, and what has been worked out already. */
import { invariant } from "../../base/invariant.ts";
import type { Index, Mask, Num, Routine, Step } from "./ir.ts";
import { at, isLeaf, plus } from "./ir.ts";

export class Builder {
  readonly #blocks: Step[][] = [[]];
  readonly #known: Map<string, Num | Mask>[] = [new Map()];
  readonly #whole: number[] = [];
  readonly #tables: number[] = [];
  readonly #lists = new Map<string, number>();
  #size = 0;
  #locals = 0;
  #masks = 0;
  #counters = 0;

  emit(...steps: readonly Step[]): void {
    this.#blocks.at(-1)?.push(...steps);
  }

  /** The steps that something emits, by themselves; what it works out is known only there. */
  block(fill: () => void): Step[] {
    this.#blocks.push([]);
    this.#known.push(new Map());
    fill();
    this.#known.pop();
    const steps = this.#blocks.pop();
    invariant(steps !== undefined, "each block is closed once");
    return steps;
  }

  when(mask: Mask, fill: () => void): void {
    if (mask.kind === "Fixed" && !mask.value) return;
    const body = this.block(fill);
    if (mask.kind === "Fixed") this.emit(...body);
    else if (body.length > 0) this.emit({ kind: "When", mask, body });
  }

  ifFlag(flag: Index, fill: () => void, otherwise?: () => void): void {
    if (flag.kind === "At") {
      this.emit(...this.block(flag.value === 0 ? (otherwise ?? (() => undefined)) : fill));
      return;
    }
    const body = this.block(fill);
    const other = otherwise === undefined ? [] : this.block(otherwise);
    if (body.length + other.length === 0) return;
    this.emit({
      kind: "If",
      flag,
      body,
      ...(other.length > 0 && { otherwise: other }),
    });
  }

  loop(from: Index, to: Index, fill: (counter: Index) => void): void {
    const counter = this.counter();
    invariant(counter.kind === "Counter", "a loop counts");
    const end = to.kind === "Listed" ? this.settled(to) : to;
    const body = this.block(() => fill(counter));
    this.emit({ kind: "Loop", counter: counter.id, from, to: end, body });
  }

  /** Looked up once, where it is read several times. */
  settled(value: Index): Index {
    const counter = this.counter();
    if (counter.kind === "Counter") this.emit({ kind: "SetCounter", id: counter.id, value });
    return counter;
  }

  counter(): Index {
    return { kind: "Counter", id: this.#counters++ };
  }

  /** A local that is set anew as the run goes on. */
  local(): number {
    return this.#locals++;
  }
  maskLocal(): number {
    return this.#masks++;
  }

  set(local: number, value: Num): void {
    this.emit({ kind: "SetNumber", local, value, isFresh: false });
  }
  setMask(local: number, value: Mask): void {
    this.emit({ kind: "SetMask", local, value, isFresh: false });
  }

  /** A value that may be read several times. */
  keep(value: Num): Num {
    if (isLeaf(value)) return value;
    const local = this.local();
    this.emit({ kind: "SetNumber", local, value, isFresh: true });
    return { kind: "Local", id: local };
  }
  keepMask(value: Mask): Mask {
    if (value.kind === "Fixed" || value.kind === "MaskLocal" || value.kind === "Flagged") return value;
    const local = this.maskLocal();
    this.emit({ kind: "SetMask", local, value, isFresh: true });
    return { kind: "MaskLocal", id: local };
  }

  least(left: Num, right: Num): Num {
    return { kind: "Least", left: this.keep(left), right: this.keep(right) };
  }
  greatest(left: Num, right: Num): Num {
    return { kind: "Greatest", left: this.keep(left), right: this.keep(right) };
  }

  fail(mask: Mask): void {
    if (mask.kind !== "Fixed" || mask.value) this.emit({ kind: "Fail", mask });
  }

  /** What was worked out before in this block or one around it, in the state that still holds. */
  known(key: string): Num | Mask | undefined {
    return this.#known.findLast((it) => it.has(key))?.get(key);
  }
  remember(key: string, value: Num | Mask): void {
    this.#known.at(-1)?.set(key, value);
  }
  /** To be called where a state changes. */
  forget(): void {
    for (const known of this.#known) known.clear();
  }

  /** Whole numbers, the same on every path. */
  list(values: readonly number[]): number {
    return this.#store("i", values, this.#whole);
  }
  table(values: readonly number[]): number {
    return this.#store("f", values, this.#tables);
  }
  #store(kind: string, values: readonly number[], into: number[]): number {
    const key = `${kind}${values.join(",")}`;
    const base = this.#lists.get(key) ?? into.length;
    if (!this.#lists.has(key)) for (const it of values) into.push(it);
    this.#lists.set(key, base);
    return base;
  }
  listed(base: number, place: Index): Index {
    if (place.kind === "At") return at(this.#whole[base + place.value] ?? 0);
    return { kind: "Listed", base, at: place };
  }
  tabled(base: number, place: Index): Num {
    if (place.kind === "At") return { kind: "Figure", value: this.#tables[base + place.value] ?? 0 };
    return { kind: "Table", base, at: place };
  }

  /** Room for so many figures of each path. */
  room(count: number): number {
    const base = this.#size;
    this.#size += count;
    return base;
  }
  memory(base: number, place: Index): Num {
    return { kind: "Memory", base, at: place };
  }
  store(base: number, place: Index, value: Num): void {
    this.emit({ kind: "Store", base, at: place, value });
  }
  next(place: Index): Index {
    return plus(place, at(1));
  }

  routine(first: Index, end: Index, failed: number): Routine {
    return {
      body: this.#blocks[0] ?? [],
      ...{
        first,
        end,
        failed,
        locals: this.#locals,
        masks: this.#masks,
        counters: this.#counters,
      },
      whole: Int32Array.from(this.#whole),
      tables: Float64Array.from(this.#tables),
      size: this.#size,
    };
  }
}
