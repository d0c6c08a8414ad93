/** Text read from left to right: what stands at a place is taken, or the place stays. */
export class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get rest(): string {
    return this.text.slice(this.at);
  }

  /** Takes what matches here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = new RegExp(`^(?:${pattern.source})`).exec(this.rest);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  need(pattern: RegExp): RegExpExecArray {
    return this.take(pattern) ?? this.fail(`/${pattern.source}/`);
  }

  /** What `read` gives; where it fails, undefined, and the place stays. */
  attempt<T>(read: () => T): T | undefined {
    const { at } = this;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      this.at = at;
      return undefined;
    }
  }

  fail(wanted: string): never {
    throw new Unread(`no ${wanted} at “${this.rest.slice(0, 60)}” of “${this.text}”`);
  }
}

class Unread extends Error {}
