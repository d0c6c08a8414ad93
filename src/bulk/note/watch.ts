/** What a path keeps beside what the note needs: levels of values day by day, and which limits cut something back. */
import type { CoreProgram, Power } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, figure } from "../routine/ir.ts";
import type { Compiling, Moment } from "./compiling.ts";
import type { Shares } from "./shares.ts";

/** Of a value, the levels at the ends of the days that are looked at: one after the other from a place on. */
export interface LevelPlaces {
  readonly days: readonly PlainDate[];
  /** In the order of the setting. */
  readonly bases: readonly number[];
  /** What a share had become by then, where a path may change that. */
  readonly shares: number | undefined;
}

/** A limit of a power by its number, and the place that is not 0 where it cut something back. */
export interface CountedLimit {
  readonly power: Power;
  readonly limit: number;
  readonly place: number;
}

export class Watch {
  readonly #compiling: Compiling;
  readonly #limits: readonly CountedLimit[];
  #levels: LevelPlaces = { days: [], bases: [], shares: undefined };

  constructor(compiling: Compiling) {
    this.#compiling = compiling;
    const { builder, program, setting } = compiling;
    const powers = setting.counts === true ? [...program.powers.values()] : [];
    this.#limits = powers.flatMap((power) =>
      power.limits.map((_, limit) => ({ power, limit, place: builder.room(1) })),
    );
  }

  get limits(): readonly CountedLimit[] {
    return this.#limits;
  }
  get levels(): LevelPlaces {
    return this.#levels;
  }

  /** Where it is beyond the least limit: each that is no more than that one is marked. */
  countLimits({ event }: Power, isBeyond: Mask, least: Num, limits: readonly Num[]): void {
    const own = this.#limits.filter(({ power }) => power.event === event);
    if (own.length === 0) return;
    const { builder } = this.#compiling;
    builder.when(isBeyond, () => {
      for (const { limit, place } of own) {
        const value = limits[limit];
        if (value === undefined) continue;
        const isLeast: Mask = { kind: "Compares", operator: "===", left: value, right: least };
        builder.when(isLeast, () => builder.store(place, at(0), figure(1)));
      }
    });
  }

  /** Keeps the levels of a day; `active` says which days are looked at. */
  keepLevels(
    moment: Moment,
    active: readonly boolean[],
    shares: Shares,
    read: (name: string, moment: Moment) => Num,
  ): void {
    const { builder, setting, days, today, program, gaps } = this.#compiling;
    const { tracked = [] } = setting;
    const looked = active.flatMap((is, day) => (is ? [day] : []));
    const places = new Map(looked.map((day, index) => [day, index]));
    const bases = tracked.map(() => builder.room(looked.length));
    const ofShares = shares.canChange ? builder.room(looked.length) : undefined;
    this.#levels = { days: looked.map((day) => asPlainDate(days.origin + day)), bases, shares: ofShares };
    const list = builder.list(active.map((_, day) => places.get(day) ?? 0));
    const place: Index = builder.listed(list, today);
    if (ofShares !== undefined) builder.store(ofShares, place, shares.now());
    for (const [index, name] of tracked.entries()) {
      if (!changesWithEvents(name, program))
        gaps.push({ section: "", what: `${name}, which moves from day to day by itself`, span: undefined });
      builder.store(bases[index] ?? 0, place, read(name, moment));
    }
  }
}

/** Whether a value is the same until something is changed: then its levels on the days of changes are all that it has. */
function changesWithEvents(name: string, program: CoreProgram): boolean {
  const asked = program.askable.get(name)?.noteLevel;
  if (asked === undefined || asked.kind !== "definition") return asked?.kind === "state" || asked?.kind === "param";
  const definition = program.definitions.get(asked.key);
  return definition !== undefined && isTimeless(definition.value, program);
}
