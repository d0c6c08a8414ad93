/** The text of the JavaScript function for a routine: `run(memory, whole, tables, first, end)`. */
import { assertNever } from "../../base/assert-never.ts";
import type { Index, Mask, Num, Routine, Step } from "./ir.ts";

export function printJavaScript({ body, locals, masks, counters, failed, first, end }: Routine): string {
  const declared = [
    ...Array.from({ length: locals }, (_, id) => `n${id} = 0`),
    ...Array.from({ length: masks }, (_, id) => `m${id} = false`),
    ...Array.from({ length: counters }, (_, id) => `c${id} = 0`),
  ];
  return [
    `"use strict";`,
    `let failed = false${declared.map((it) => `, ${it}`).join("")};`,
    `${printIndex(first)} = first; ${printIndex(end)} = end;`,
    ...body.map(printStep),
    `if (failed) memory[${failed}] = 1;`,
  ].join("\n");
}

function printBlock(steps: readonly Step[]): string {
  return `{\n${steps.map(printStep).join("\n")}\n}`;
}

function printStep(step: Step): string {
  switch (step.kind) {
    case "SetNumber":
      return `n${step.local} = ${printNumber(step.value)};`;
    case "SetMask":
      return `m${step.local} = ${printMask(step.value)};`;
    case "SetCounter":
      return `c${step.id} = ${printIndex(step.value)};`;
    case "Store":
      return `memory[${printPlace(step.base, step.at)}] = ${printNumber(step.value)};`;
    case "Insert":
      return printInsert(step);
    case "Fail":
      return `if (${printMask(step.mask)}) failed = true;`;
    case "Leave":
      return `if (${printMask(step.mask)}) break;`;
    case "When":
      return `if (${printMask(step.mask)}) ${printBlock(step.body)}`;
    case "If": {
      const otherwise = step.otherwise === undefined ? "" : ` else ${printBlock(step.otherwise)}`;
      return `if (${printIndex(step.flag)} !== 0) ${printBlock(step.body)}${otherwise}`;
    }
    case "Loop": {
      const counter = `c${step.counter}`;
      const next =
        step.next === undefined ? `${counter} += 1` : `${counter} = whole[${step.next + 1} + ${counter} | 0]`;
      return `for (${counter} = ${printIndex(step.from)}; ${counter} < ${printIndex(step.to)}; ${next}) ${printBlock(step.body)}`;
    }
    default:
      return assertNever(step);
  }
}

/** Most figures are not among the lowest, so the last is looked at first. */
function printInsert({ which, locals, value }: Extract<Step, { kind: "Insert" }>): string {
  const sign = which === "lowest" ? "<" : ">";
  const put = (place: number): string => {
    const local = `n${locals[place]}`;
    if (place === 0) return `${local} = it;`;
    const before = `n${locals[place - 1]}`;
    return `if (it ${sign} ${before}) { ${local} = ${before}; ${put(place - 1)} } else ${local} = it;`;
  };
  const last = locals.length - 1;
  return `{ const it = ${printNumber(value)}; if (it ${sign} n${locals[last]}) { ${put(last)} } }`;
}

function printPlace(base: number, index: Index): string {
  if (index.kind === "At") return String(base + index.value);
  return base === 0 ? printIndex(index) : `${base} + ${printIndex(index)} | 0`;
}

function printIndex(index: Index): string {
  switch (index.kind) {
    case "At":
      return String(index.value);
    case "Counter":
      return `c${index.id}`;
    case "Listed":
      return `whole[${printPlace(index.base, index.at)}]`;
    case "Plus":
      return `(${printIndex(index.left)} + ${printIndex(index.right)} | 0)`;
    default:
      return assertNever(index);
  }
}

function printNumber(value: Num): string {
  switch (value.kind) {
    case "Figure":
      return printFigure(value.value);
    case "Local":
      return `n${value.id}`;
    case "Memory":
      return `memory[${printPlace(value.base, value.at)}]`;
    case "Table":
      return `tables[${printPlace(value.base, value.at)}]`;
    case "Operation":
      return `(${printNumber(value.left)} ${value.operator} ${printNumber(value.right)})`;
    case "Least":
    case "Greatest": {
      const [left, right] = [printNumber(value.left), printNumber(value.right)];
      return `(${right} ${value.kind === "Least" ? "<" : ">"} ${left} ? ${right} : ${left})`;
    }
    case "Whole":
      return value.towards === "zero" ? `Math.trunc(${printNumber(value.value)})` : printEven(printNumber(value.value));
    case "Choose":
      return `(${printMask(value.mask)} ? ${printNumber(value.yes)} : ${printNumber(value.no)})`;
    default:
      return assertNever(value);
  }
}

/** To the nearest whole number, halves to the even one: 2^52 has no room for halves. Of a figure below zero likewise. */
function printEven(value: string): string {
  return `(${value} < 0 ? ${value} - 4503599627370496 + 4503599627370496 : ${value} + 4503599627370496 - 4503599627370496)`;
}

function printFigure(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value < 0 || Object.is(value, -0) ? `(-${String(-value)})` : String(value);
}

function printMask(mask: Mask): string {
  switch (mask.kind) {
    case "Fixed":
      return String(mask.value);
    case "MaskLocal":
      return `m${mask.id}`;
    case "Flagged":
      return `(${printIndex(mask.flag)} !== 0)`;
    case "Compares":
      return `(${printNumber(mask.left)} ${mask.operator} ${printNumber(mask.right)})`;
    case "Both":
      return `(${printMask(mask.left)} && ${printMask(mask.right)})`;
    case "Either":
      return `(${printMask(mask.left)} || ${printMask(mask.right)})`;
    case "Not":
      return `!${printMask(mask.of)}`;
    default:
      return assertNever(mask);
  }
}
