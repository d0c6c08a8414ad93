/** Finds the prices of readings while nobody types, a run at a time, and has the editor ask for its hints again. */
import type { Session } from "./session.ts";

/** Milliseconds without a change before it begins. */
const quiet = 250;

export class PriceFinder {
  readonly #session: Session;
  readonly #canRefresh: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, canRefresh: () => boolean) {
    this.#session = session;
    this.#canRefresh = canRefresh;
  }

  /** Begins anew: something that prices depend on may have changed. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(false), quiet);
  }

  /** One run, and then the messages that have arrived since. */
  #next(isFound: boolean): void {
    try {
      const { documents, service } = this.#session;
      const isMore = documents.paths().some((path) => service.findPrice(path));
      if (isMore) this.#timer = setTimeout(() => this.#next(true), 0);
      else if (isFound && this.#canRefresh()) this.#refresh();
    } catch (error) {
      this.#session.log(error);
    }
  }

  /** An editor that is just closing answers with an error, and needs no hints. */
  #refresh(): void {
    this.#session.connection.languages.inlayHint.refresh().catch(() => undefined);
  }
}
