import type { BaseParser, ILookaheadStrategy } from "chevrotain";
import { LLkLookaheadStrategy } from "chevrotain";

type LookaheadOf<Build extends (options: never) => unknown> = ReturnType<Build>;
type ForAlternation = ILookaheadStrategy["buildLookaheadForAlternation"];
type ForOptional = ILookaheadStrategy["buildLookaheadForOptional"];

/**
 * Chevrotain's own lookahead, computed for a choice of the grammar when a text first reaches it. A template uses a part
 * of the grammar, and computing all of it took longer than reading a small template.
 */
export class LookaheadWhenUsed extends LLkLookaheadStrategy implements ILookaheadStrategy {
  override buildLookaheadForAlternation(options: Parameters<ForAlternation>[0]): LookaheadOf<ForAlternation> {
    let lookahead: LookaheadOf<ForAlternation> | undefined;
    const build = () => super.buildLookaheadForAlternation(options);
    return function whenUsed(this: BaseParser, alternatives) {
      lookahead ??= build();
      return lookahead.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Parameters<ForOptional>[0]): LookaheadOf<ForOptional> {
    let lookahead: LookaheadOf<ForOptional> | undefined;
    const build = () => super.buildLookaheadForOptional(options);
    return function whenUsed(this: BaseParser) {
      lookahead ??= build();
      return lookahead.call(this);
    };
  }
}
