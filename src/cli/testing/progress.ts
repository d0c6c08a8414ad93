import type { Output } from "../terminal.ts";

/** Shorter runs than this, in milliseconds, show no progress. */
const patience = 400;

/** How far a long run has come, on one line of a terminal that is wiped at the end. Elsewhere nothing. */
export class Progress {
  readonly #output: Output;
  readonly #total: number;
  readonly #start = performance.now();
  #isShown = false;

  constructor(output: Output, total: number) {
    this.#output = output;
    this.#total = total;
  }

  show(done: number, what: string): void {
    if (!this.#output.isTerminal || performance.now() - this.#start < patience) return;
    this.wipe();
    const line = `${done} of ${this.#total}  ${what}`.slice(0, this.#output.width - 1);
    this.#output.write(this.#output.paint.dim(line));
    this.#isShown = true;
  }

  wipe(): void {
    if (this.#isShown) this.#output.write("\r\u001B[2K");
    this.#isShown = false;
  }
}
