import type { CstNode, IOrAlt, IParserErrorMessageProvider, IRecognitionException, Rule, TokenType } from "chevrotain";
import { CstParser, EOF } from "chevrotain";
import type { StatementCstNode } from "./cst.generated.d.ts";
import { labelAfter } from "./labels.ts";
import { LookaheadWhenUsed } from "./lookahead.ts";
import type { Token } from "./tokens.ts";
import { tokens as t, tokenTypes } from "./tokens.ts";
import type { Role } from "./vocabulary.ts";
import { namesIn } from "./words.ts";

/**
 * Reads the tokens of one statement. There is no recovery: a statement parses as a whole or gives its first error.
 *
 * The parser is built on first use.
 */
export function parseStatement(statement: Token[]): {
  readonly cst: StatementCstNode;
  readonly error?: IRecognitionException;
} {
  const reader = theParser();
  reader.input = statement;
  // cast: Chevrotain's own type knows no rules; the generated one is written from those of this parser.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const cst = reader.statement() as StatementCstNode;
  const [error] = reader.errors;
  return error === undefined ? { cst } : { cst, error };
}

/** The rules of the grammar, by name, as data. */
export function productions(): Readonly<Record<string, Rule>> {
  return theParser().getGAstProductions();
}

function theParser(): TenorParser {
  parser ??= new TenorParser({ skipValidations: true });
  return parser;
}

let parser: TenorParser | undefined;

/** Two tokens tell every choice of the grammar; a test has Chevrotain look for choices that they don't. */
const maxLookahead = 2;

/** What a grammar error hands on: the rule it happened in and the token that was wanted, if it was one. */
const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

/**
 * The grammar, without meaning. Rules stand in reading order: statements, their parts, values, conditions, dates.
 *
 * Where a text comes by most often, a rule's alternatives stand before it: made once, and not each time.
 */
export class TenorParser extends CstParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super(tokenTypes, {
      ...options,
      maxLookahead,
      lookaheadStrategy: new LookaheadWhenUsed({ maxLookahead }),
      nodeLocationTracking: "onlyOffset",
      errorMessageProvider: expectations,
    });
    this.performSelfAnalysis();
  }

  readonly #wordsByRole = new Map<Role, IOrAlt<unknown>[]>();

  /** Any word of a role, under a label of its own in the tree. */
  #oneOf(role: Role, label: string): IOrAlt<unknown>[] {
    const known = this.#wordsByRole.get(role);
    if (known !== undefined) return known;
    const made = namesIn(role).map((name) => ({ ALT: () => this.CONSUME(t[name], { LABEL: label }) }));
    this.#wordsByRole.set(role, made);
    return made;
  }

  /** A word, and what follows it. */
  #then(word: TokenType, ...parts: readonly (() => unknown)[]): () => void {
    return () => {
      this.CONSUME(word);
      for (const part of parts) part();
    };
  }

  // ---------------------------------------------------------------- statements

  readonly #statementAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.noteHead) },
    { ALT: () => this.SUBRULE(this.given) },
    { ALT: () => this.SUBRULE(this.sectionHeading) },
    { ALT: () => this.SUBRULE(this.eventDeclaration) },
    { ALT: () => this.SUBRULE(this.shareBasis) },
    { ALT: () => this.SUBRULE(this.namedDeclaration) },
    { ALT: () => this.SUBRULE(this.account) },
    { ALT: () => this.SUBRULE(this.reading) },
    { ALT: () => this.SUBRULE(this.rule) },
    { ALT: () => this.SUBRULE(this.exception) },
    { ALT: () => this.SUBRULE(this.partyClause) },
    { ALT: () => this.SUBRULE(this.inWords) },
    { ALT: () => this.SUBRULE(this.ourView) },
    { ALT: () => this.SUBRULE(this.roleMark) },
    { ALT: () => this.SUBRULE(this.story) },
    { ALT: () => this.SUBRULE(this.clauseHead) },
    { ALT: () => this.SUBRULE(this.takes) },
    { ALT: () => this.SUBRULE(this.gives) },
    { ALT: () => this.SUBRULE(this.use) },
  ];

  statement = this.RULE("statement", () => this.OR(this.#statementAlternatives));

  noteHead = this.RULE("noteHead", () => {
    this.CONSUME(t.Note);
    this.CONSUME(t.Text, { LABEL: "title" });
    this.MANY(() =>
      this.OR([
        { ALT: this.#then(t.LanguageLine, () => this.CONSUME(t.NumberLiteral, { LABEL: "version" })) },
        {
          ALT: () => {
            this.CONSUME(t.PartiesLine);
            this.CONSUME(t.Name, { LABEL: "party" });
            this.MANY2(this.#then(t.Comma, () => this.CONSUME2(t.Name, { LABEL: "party" })));
          },
        },
        { ALT: this.#then(t.ExistsFromLine, () => this.CONSUME3(t.Name, { LABEL: "existsFrom" })) },
        { ALT: this.#then(t.BusinessDaysLine, () => this.CONSUME3(t.Text, { LABEL: "businessDays" })) },
        { ALT: this.#then(t.TimesAreInLine, () => this.CONSUME2(t.Text, { LABEL: "timesIn" })) },
        { ALT: this.#then(t.MarketDataLine, () => this.OR2(this.#oneOf("marketData", "marketData"))) },
      ]),
    );
  });

  given = this.RULE("given", () => {
    this.CONSUME(t.Given);
    this.CONSUME(t.Name);
    this.CONSUME(t.Colon);
    this.SUBRULE(this.type);
    this.OPTION(this.#then(t.Equals, () => this.#startValue(() => this.SUBRULE(this.value, { LABEL: "initial" }))));
    this.OPTION2(() => this.SUBRULE(this.basis));
  });

  sectionHeading = this.RULE("sectionHeading", () => {
    this.CONSUME(t.Section);
    this.CONSUME(t.SectionToken, { LABEL: "label" });
    this.OPTION(() => this.CONSUME(t.Text, { LABEL: "title" }));
  });

  eventDeclaration = this.RULE("eventDeclaration", () => {
    this.CONSUME(t.Event);
    this.CONSUME(t.Name);
    this.OPTION1(this.#then(t.For, () => this.CONSUME2(t.Name, { LABEL: "refersTo" })));
    this.OPTION2(this.#then(t.By, () => this.CONSUME3(t.Name, { LABEL: "by" })));
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.field) },
        {
          ALT: () => {
            this.OR1([
              { ALT: () => this.CONSUME(t.TakesEffectOnLine) },
              { ALT: () => this.CONSUME(t.TakesEffectAtStartOfLine) },
            ]);
            this.SUBRULE(this.value, { LABEL: "takesEffectOn" });
          },
        },
      ]),
    );
  });

  field = this.RULE("field", () => {
    this.CONSUME(t.Name);
    this.CONSUME(t.Colon);
    this.SUBRULE(this.type);
    this.OPTION1(this.#then(t.AsOf, () => this.CONSUME2(t.Name, { LABEL: "asOf" })));
    this.OPTION2(() => this.CONSUME(t.CommaOptional));
    this.OPTION3(this.#then(t.Equals, () => this.SUBRULE(this.operand, { LABEL: "initial" })));
  });

  type = this.RULE("type", () =>
    this.OR([...this.#oneOf("type", "word"), { ALT: () => this.SUBRULE(this.texts, { LABEL: "options" }) }]),
  );

  /** `"merger", "asset sale"` */
  texts = this.RULE("texts", () => {
    this.CONSUME(t.Text);
    this.MANY({
      GATE: () => this.LA(2).tokenType === t.Text,
      DEF: this.#then(t.Comma, () => this.CONSUME2(t.Text)),
    });
  });

  shareBasis = this.RULE("shareBasis", () => {
    this.CONSUME(t.ShareBasis);
    this.CONSUME(t.Name);
    this.CONSUME(t.By);
    this.SUBRULE(this.value, { LABEL: "ratio" });
  });

  /** Every statement that opens with a name: definitions, states, defaults. */
  namedDeclaration = this.RULE("namedDeclaration", () => {
    this.CONSUME(t.Name);
    this.OPTION(() => this.SUBRULE(this.owner));
    this.OR([
      { ALT: () => this.SUBRULE(this.definition) },
      { ALT: () => this.SUBRULE(this.status) },
      { ALT: () => this.SUBRULE(this.startingState) },
      { ALT: () => this.SUBRULE(this.unsetState) },
      { ALT: () => this.SUBRULE(this.defaultDeclaration) },
    ]);
  });

  owner = this.RULE(
    "owner",
    this.#then(t.ForEach, () => this.CONSUME(t.Name)),
  );

  definition = this.RULE("definition", () => {
    this.OR(this.#oneOf("definition", "verb"));
    this.SUBRULE(this.value);
  });

  status = this.RULE("status", () => {
    this.CONSUME(t.HoldsFrom);
    this.CONSUME1(t.Name, { LABEL: "from" });
    this.CONSUME(t.Until);
    this.CONSUME2(t.Name, { LABEL: "until" });
  });

  startingState = this.RULE("startingState", () => {
    this.CONSUME(t.StartsAt);
    this.#startValue(() => this.SUBRULE(this.value));
    this.OPTION(() => this.SUBRULE(this.basis));
  });

  /** Whether the words about splits belong to the whole statement, and not to the figure before them. */
  #isStartValue = false;

  #startValue(value: () => void): void {
    this.ACTION(() => {
      this.#isStartValue = true;
    });
    try {
      value();
    } finally {
      // A value that does not parse must leave nothing behind: the parser goes on with the next statement.
      this.ACTION(() => {
        this.#isStartValue = false;
      });
    }
  }

  unsetState = this.RULE("unsetState", () => {
    this.CONSUME(t.Is);
    this.OPTION1(() => this.OR([{ ALT: () => this.CONSUME(t.A) }, { ALT: () => this.CONSUME(t.An) }]));
    this.SUBRULE(this.type);
    this.CONSUME(t.CommaNotSet);
    this.OPTION2(() => this.SUBRULE(this.basis));
  });

  basis = this.RULE("basis", () => this.OR(this.#oneOf("basis", "word")));

  defaultDeclaration = this.RULE("defaultDeclaration", () => {
    this.CONSUME(t.Occurs);
    this.OPTION(() => this.SUBRULE(this.owner));
    this.MANY(() =>
      this.OR([
        { ALT: this.#then(t.When, () => this.SUBRULE(this.condition)) },
        { ALT: this.#then(t.CuredByLine, () => this.SUBRULE(this.value, { LABEL: "cureBy" })) },
        { ALT: this.#then(t.ContinuesLine, () => this.OR2(this.#oneOf("continues", "ends"))) },
      ]),
    );
  });

  account = this.RULE("account", () => {
    this.CONSUME(t.Account);
    this.CONSUME(t.Name);
    this.CONSUME(t.OwedBy);
    this.CONSUME2(t.Name, { LABEL: "debtor" });
    this.CONSUME(t.To);
    this.CONSUME3(t.Name, { LABEL: "creditor" });
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.accrual) },
        { ALT: this.#then(t.FromAndIncludingLine, () => this.SUBRULE(this.value, { LABEL: "from" })) },
        { ALT: this.#then(t.WhileLine, () => this.SUBRULE(this.condition)) },
        { ALT: this.#then(t.DayOfPaymentCountsLine, () => this.SUBRULE2(this.condition, { LABEL: "dayOfPayment" })) },
      ]),
    );
  });

  accrual = this.RULE("accrual", () => {
    this.CONSUME(t.AccruesLine);
    this.SUBRULE(this.product, { LABEL: "rate" });
    this.OR([{ ALT: () => this.CONSUME(t.OnEach) }, { ALT: () => this.CONSUME(t.On) }]);
    this.SUBRULE2(this.product, { LABEL: "base" });
    this.CONSUME(t.By);
    this.SUBRULE(this.primary, { LABEL: "dayCount" });
  });

  reading = this.RULE("reading", () => {
    this.CONSUME(t.Reading);
    this.CONSUME(t.Text, { LABEL: "name" });
    this.MANY(() =>
      this.OR([
        { ALT: this.#then(t.PassageLine, () => this.CONSUME1(t.Text, { LABEL: "passage" })) },
        { ALT: this.#then(t.ChoicesLine, () => this.SUBRULE(this.texts, { LABEL: "choices" })) },
        { ALT: this.#then(t.ChosenLine, () => this.CONSUME2(t.Text, { LABEL: "chosen" })) },
      ]),
    );
  });

  // ---------------------------------------------------------------- rules and exceptions

  rule = this.RULE("rule", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.whenTrigger) }, { ALT: () => this.SUBRULE(this.calendarTrigger) }]);
    this.OPTION(this.#then(t.If, () => this.SUBRULE(this.condition)));
    this.AT_LEAST_ONE(() => this.SUBRULE(this.change));
  });

  whenTrigger = this.RULE("whenTrigger", () => {
    this.CONSUME(t.When);
    this.CONSUME(t.Name);
    this.OPTION1(() =>
      this.OR1([
        { ALT: this.#then(t.OfEach, () => this.CONSUME2(t.Name, { LABEL: "owner" })) },
        { ALT: this.#then(t.ForEach, () => this.CONSUME3(t.Name, { LABEL: "owner" })) },
      ]),
    );
    this.OPTION2(this.#then(t.Under, () => this.SUBRULE(this.sections)));
    this.OPTION3(() => this.OR2(this.#oneOf("edge", "edge")));
  });

  calendarTrigger = this.RULE("calendarTrigger", () => {
    this.OR([{ ALT: () => this.CONSUME(t.OnEach) }, { ALT: () => this.CONSUME(t.On) }]);
    this.SUBRULE(this.operand, { LABEL: "date" });
  });

  change = this.RULE("change", () => {
    this.OR([
      { ALT: this.#then(t.Name, () => this.SUBRULE(this.namedChange)) },
      { ALT: () => this.SUBRULE(this.application) },
    ]);
  });

  namedChange = this.RULE("namedChange", () => {
    this.OR1([
      { ALT: () => this.CONSUME(t.BecomesNotSet) },
      { ALT: this.#then(t.Becomes, () => this.SUBRULE1(this.value)) },
      { ALT: this.#then(t.RisesBy, () => this.SUBRULE2(this.value)) },
      { ALT: this.#then(t.FallsBy, () => this.SUBRULE3(this.value)) },
      {
        ALT: () => {
          this.CONSUME(t.IsCharged);
          this.SUBRULE4(this.value);
          this.OPTION1(this.#then(t.DueOn, () => this.SUBRULE1(this.operand, { LABEL: "date" })));
          this.OPTION2(() => this.SUBRULE1(this.payableOn));
        },
      },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(t.FallsDueOn) }, { ALT: () => this.CONSUME(t.FallsDueInFullOn) }]);
          this.SUBRULE2(this.operand, { LABEL: "date" });
          this.OPTION3(() => this.SUBRULE2(this.payableOn));
          this.OPTION4(() => this.SUBRULE1(this.forTheMonth));
        },
      },
      {
        ALT: this.#then(
          t.FallsDueBy,
          () => this.SUBRULE(this.product),
          () => this.CONSUME(t.On),
          () => this.SUBRULE3(this.operand, { LABEL: "date" }),
          () => this.OPTION6(() => this.SUBRULE3(this.payableOn)),
        ),
      },
      { ALT: this.#then(t.IsWaived, () => this.OPTION5(() => this.SUBRULE2(this.forTheMonth))) },
      { ALT: this.#then(t.IsConvertedBy, () => this.SUBRULE5(this.value)) },
      { ALT: () => this.CONSUME(t.IsCleared) },
    ]);
  });

  payableOn = this.RULE(
    "payableOn",
    this.#then(t.CommaPayableOn, () => this.SUBRULE(this.operand, { LABEL: "date" })),
  );

  forTheMonth = this.RULE(
    "forTheMonth",
    this.#then(t.ForTheMonthOf, () => this.SUBRULE(this.dateExpression)),
  );

  application = this.RULE("application", () => {
    this.SUBRULE(this.operand, { LABEL: "amount" });
    this.CONSUME(t.IsAppliedTo);
    this.SUBRULE(this.paymentTarget);
    this.MANY(this.#then(t.CommaThen, () => this.SUBRULE2(this.paymentTarget)));
  });

  paymentTarget = this.RULE("paymentTarget", () => {
    this.OPTION1(() => this.CONSUME(t.Due));
    this.CONSUME(t.Name);
    this.OPTION2(this.#then(t.EachWithIts, () => this.CONSUME2(t.Name, { LABEL: "companion" })));
  });

  exception = this.RULE("exception", () => {
    this.CONSUME(t.Notwithstanding);
    this.CONSUME(t.Name);
    this.OPTION(this.#then(t.Of, () => this.CONSUME(t.SectionToken, { LABEL: "of" })));
    this.MANY(() =>
      this.OR([
        { ALT: this.#then(t.WhileLine, () => this.SUBRULE(this.condition)) },
        { ALT: this.#then(t.ItIsLine, () => this.SUBRULE(this.value)) },
        { ALT: this.#then(t.OverLine, () => this.SUBRULE(this.sections, { LABEL: "over" })) },
      ]),
    );
  });

  /** `3.6`, `3.6 or 3.8`, `3.6, 3.8 or 1.6(a)` */
  sections = this.RULE("sections", () => {
    this.CONSUME(t.SectionToken, { LABEL: "section" });
    this.MANY({
      GATE: () => this.#isNextSection(),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.Or) }]);
        this.CONSUME2(t.SectionToken, { LABEL: "section" });
      },
    });
  });

  /** After a comma a plain number may also open the next case: then it stands alone before no `or` and no end. */
  #isNextSection(): boolean {
    const { tokenType } = this.LA(2);
    if (!(tokenType.CATEGORIES ?? []).includes(t.SectionToken)) return false;
    if (this.LA(1).tokenType === t.Or || tokenType !== t.NumberLiteral) return true;
    const after = this.LA(3).tokenType;
    return endsSections.has(after) || isLabel(after);
  }

  // ---------------------------------------------------------------- powers, duties, prohibitions

  partyClause = this.RULE("partyClause", () => {
    this.CONSUME(t.The);
    this.CONSUME(t.Name, { LABEL: "party" });
    this.OR([
      { ALT: () => this.SUBRULE(this.power) },
      { ALT: () => this.SUBRULE(this.deliveryDuty) },
      { ALT: () => this.SUBRULE(this.paymentDuty) },
      { ALT: () => this.SUBRULE(this.prohibition) },
    ]);
  });

  power = this.RULE("power", () => {
    this.CONSUME(t.MayGive);
    this.CONSUME(t.Name, { LABEL: "event" });
    this.OPTION(() => this.SUBRULE(this.called));
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.onlyIf) },
        { ALT: this.#then(t.AskingForLine, () => this.SUBRULE(this.value, { LABEL: "askingFor" })) },
        { ALT: () => this.SUBRULE(this.limit) },
        { ALT: () => this.SUBRULE(this.beyond) },
        { ALT: this.#then(t.GivingLine, () => this.CONSUME2(t.Name, { LABEL: "giving" })) },
      ]),
    );
  });

  called = this.RULE("called", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Called) }, { ALT: () => this.CONSUME(t.CommaCalled) }]);
    this.CONSUME(t.Name);
  });

  onlyIf = this.RULE("onlyIf", () => {
    this.CONSUME(t.OnlyIf);
    this.OR([
      {
        // A condition may open with the same words; in a power's list each entry may say its reason.
        IGNORE_AMBIGUITIES: true,
        ALT: this.#then(t.AllOf, () => this.#list(() => this.SUBRULE(this.requirement))),
      },
      {
        ALT: () => {
          this.SUBRULE(this.condition);
          this.OPTION(() => this.SUBRULE(this.reason));
        },
      },
    ]);
  });

  requirement = this.RULE("requirement", () => {
    this.CONSUME(t.ListLabel);
    this.SUBRULE(this.condition);
    this.OPTION(() => this.SUBRULE(this.reason));
  });

  reason = this.RULE(
    "reason",
    this.#then(t.CommaElse, () => this.CONSUME(t.Text)),
  );

  limit = this.RULE("limit", () => {
    this.CONSUME(t.UpTo);
    this.OR([
      {
        // A value may open with the same words; here each entry is a limit of its own.
        IGNORE_AMBIGUITIES: true,
        ALT: this.#then(t.TheLeastOf, () => this.SUBRULE(this.entries)),
      },
      { ALT: () => this.SUBRULE(this.value) },
    ]);
  });

  beyond = this.RULE("beyond", () => {
    this.CONSUME(t.BeyondThatLine);
    this.OR([
      { ALT: () => this.SUBRULE(this.beyondRule) },
      {
        ALT: () => {
          this.CONSUME(t.As);
          this.CONSUME(t.Text, { LABEL: "reading" });
          this.CONSUME(t.IsRead);
          this.AT_LEAST_ONE(() => {
            this.CONSUME2(t.Text, { LABEL: "choice" });
            this.CONSUME(t.Colon);
            this.SUBRULE2(this.beyondRule);
          });
        },
      },
    ]);
  });

  beyondRule = this.RULE("beyondRule", () => this.OR(this.#oneOf("beyond", "word")));

  deliveryDuty = this.RULE("deliveryDuty", () => {
    this.CONSUME(t.MustGive);
    this.CONSUME(t.Name, { LABEL: "event" });
    this.SUBRULE(this.dutyTerms);
  });

  paymentDuty = this.RULE("paymentDuty", () => {
    this.CONSUME(t.MustPay);
    this.SUBRULE(this.operand, { LABEL: "amount" });
    this.OPTION(this.#then(t.To, () => this.CONSUME(t.Name, { LABEL: "to" })));
    this.SUBRULE(this.dutyTerms);
  });

  dutyTerms = this.RULE("dutyTerms", () => {
    this.CONSUME(t.By);
    this.SUBRULE(this.operand, { LABEL: "due" });
    this.OPTION1(() => this.SUBRULE(this.owner));
    this.OPTION2(this.#then(t.While, () => this.SUBRULE(this.condition)));
    this.OPTION3(() => this.SUBRULE(this.called));
  });

  prohibition = this.RULE("prohibition", () => {
    this.CONSUME(t.MustNotGive);
    this.CONSUME(t.Name, { LABEL: "event" });
    this.OPTION(this.#then(t.Unless, () => this.SUBRULE(this.condition)));
    this.SUBRULE(this.called);
  });

  // ---------------------------------------------------------------- words, views, roles, tests

  inWords = this.RULE("inWords", () => {
    this.OR1([
      { ALT: () => this.CONSUME(t.InWordsLine) },
      {
        ALT: () => {
          this.CONSUME(t.InWords);
          this.CONSUME(t.Comma);
          this.CONSUME(t.The);
          this.CONSUME(t.Name, { LABEL: "party" });
          this.OR2(this.#oneOf("modality", "modality"));
          this.CONSUME(t.Colon);
        },
      },
    ]);
    this.CONSUME(t.Text);
  });

  ourView = this.RULE("ourView", () => {
    this.CONSUME(t.OurViewLine);
    this.CONSUME(t.Text);
    this.MANY(() =>
      this.OR([
        { ALT: this.#then(t.InsteadOfLine, () => this.CONSUME2(t.Text, { LABEL: "insteadOf" })) },
        { ALT: this.#then(t.FavoursLine, () => this.CONSUME(t.Name, { LABEL: "favours" })) },
      ]),
    );
  });

  roleMark = this.RULE("roleMark", () => {
    this.CONSUME(t.Role);
    this.CONSUME(t.Text);
    this.CONSUME(t.Colon);
    this.CONSUME(t.Name);
  });

  story = this.RULE("story", () => {
    this.CONSUME(t.Test);
    this.CONSUME(t.Text, { LABEL: "title" });
    this.MANY(() =>
      this.OR([
        {
          ALT: this.#then(
            t.WithLine,
            () => this.CONSUME(t.Name, { LABEL: "term" }),
            () => this.CONSUME1(t.Equals),
            () => this.SUBRULE(this.operand, { LABEL: "termValue" }),
          ),
        },
        {
          ALT: this.#then(
            t.ReadingLine,
            () => this.CONSUME1(t.Text, { LABEL: "reading" }),
            () => this.CONSUME2(t.Equals),
            () => this.CONSUME2(t.Text, { LABEL: "choice" }),
          ),
        },
        { ALT: this.#then(t.MarketLine, () => this.CONSUME3(t.Text, { LABEL: "market" })) },
        { ALT: this.#then(t.CalendarLine, () => this.CONSUME4(t.Text, { LABEL: "calendar" })) },
        { ALT: () => this.SUBRULE(this.storyEvent) },
        { ALT: () => this.SUBRULE(this.expectation) },
      ]),
    );
  });

  storyEvent = this.RULE("storyEvent", () => {
    this.CONSUME(t.On);
    this.SUBRULE(this.dateExpression, { LABEL: "on" });
    this.OPTION1(this.#then(t.At, () => this.SUBRULE(this.primary, { LABEL: "at" })));
    this.CONSUME(t.Colon);
    this.CONSUME(t.Name);
    this.OPTION2(() => this.CONSUME(t.Text, { LABEL: "id" }));
    this.OPTION3(this.#then(t.For, () => this.CONSUME2(t.Text, { LABEL: "refersTo" })));
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.CONSUME2(t.Name, { LABEL: "field" });
      this.SUBRULE2(this.primary, { LABEL: "fieldValue" });
    });
  });

  expectation = this.RULE("expectation", () => {
    this.CONSUME(t.ExpectLine);
    this.CONSUME(t.Name);
    this.OPTION1(() => {
      this.CONSUME(t.Of);
      this.OR1([
        { ALT: () => this.CONSUME(t.Text, { LABEL: "of" }) },
        { ALT: () => this.CONSUME(t.SectionToken, { LABEL: "of" }) },
      ]);
    });
    this.OPTION2(this.#then(t.On, () => this.SUBRULE(this.dateExpression, { LABEL: "on" })));
    this.OR2([
      { ALT: () => this.CONSUME(t.IsNoValue) },
      { ALT: this.#then(t.IsAnError, () => this.CONSUME2(t.Text, { LABEL: "error" })) },
      { ALT: this.#then(t.Is, () => this.SUBRULE(this.operand, { LABEL: "expected" })) },
    ]);
    this.OPTION3(this.#then(t.Under, () => this.CONSUME2(t.SectionToken, { LABEL: "section" })));
  });

  // ---------------------------------------------------------------- clauses that notes share

  clauseHead = this.RULE("clauseHead", () => {
    this.CONSUME(t.Clause);
    this.CONSUME(t.Text, { LABEL: "title" });
    this.MANY(() =>
      this.OR([
        { ALT: this.#then(t.LanguageLine, () => this.CONSUME(t.NumberLiteral, { LABEL: "version" })) },
        { ALT: this.#then(t.SaysLine, () => this.CONSUME1(t.Text, { LABEL: "says" })) },
        { ALT: this.#then(t.AlsoKnownAsLine, () => this.SUBRULE(this.texts, { LABEL: "alsoKnownAs" })) },
        { ALT: this.#then(t.SourceLine, () => this.CONSUME2(t.Text, { LABEL: "source" })) },
      ]),
    );
  });

  /** `takes Issue Price for each Issuance: price meaning "…"`, `changes Ratcheted Price: price` */
  takes = this.RULE("takes", () => {
    this.OR1(this.#oneOf("takes", "verb"));
    this.CONSUME(t.Name);
    this.OPTION(() => this.SUBRULE(this.owner));
    this.CONSUME(t.Colon);
    this.OR2([
      {
        ALT: this.#then(t.Event, () =>
          this.OPTION2(this.#then(t.For, () => this.CONSUME2(t.Name, { LABEL: "refersTo" }))),
        ),
      },
      { ALT: () => this.CONSUME(t.Account) },
      { ALT: () => this.CONSUME(t.Party) },
      { ALT: () => this.CONSUME(t.DayCountType) },
      { ALT: () => this.SUBRULE(this.type) },
    ]);
    this.OPTION3(() => this.SUBRULE(this.meaning));
  });

  meaning = this.RULE(
    "meaning",
    this.#then(t.Meaning, () => this.CONSUME(t.Text)),
  );

  /** `gives Lowers Price for each Issuance meaning "…"` */
  gives = this.RULE("gives", () => {
    this.CONSUME(t.Gives);
    this.CONSUME(t.Name);
    this.OPTION1(() => this.SUBRULE(this.owner));
    this.OPTION2(() => this.SUBRULE(this.meaning));
  });

  use = this.RULE("use", () => {
    this.CONSUME(t.Use);
    this.CONSUME(t.Text, { LABEL: "clause" });
    this.OPTION(this.#then(t.From, () => this.CONSUME2(t.Text, { LABEL: "file" })));
    this.MANY(() => this.SUBRULE(this.binding));
  });

  binding = this.RULE("binding", () => {
    this.CONSUME(t.Name);
    this.CONSUME(t.Colon);
    this.SUBRULE(this.value);
  });

  // ---------------------------------------------------------------- values

  readonly #valueAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.asRead) },
    {
      ALT: () => {
        this.SUBRULE(this.rounded, { LABEL: "head" });
        this.OPTION(() =>
          this.OR2([
            { ALT: () => this.SUBRULE(this.cases) },
            { ALT: () => this.SUBRULE(this.onlyWhile) },
            { ALT: () => this.SUBRULE(this.orElse) },
          ]),
        );
      },
    },
  ];

  /** Cases, `only while` or `or else` over what stands at its head; two of these need brackets. */
  value = this.RULE("value", () => this.OR1(this.#valueAlternatives));

  asRead = this.RULE("asRead", () => {
    this.CONSUME(t.As);
    this.CONSUME(t.Text, { LABEL: "reading" });
    this.CONSUME(t.IsRead);
    this.AT_LEAST_ONE({
      GATE: () => this.LA(2).tokenType === t.Colon,
      DEF: () => this.SUBRULE(this.readingArm),
    });
  });

  readingArm = this.RULE("readingArm", () => {
    this.CONSUME(t.Text, { LABEL: "choice" });
    this.CONSUME(t.Colon);
    this.SUBRULE(this.value);
  });

  cases = this.RULE("cases", () => {
    this.CONSUME1(t.If);
    this.SUBRULE1(this.condition);
    this.MANY(() => this.SUBRULE(this.furtherCase));
    this.CONSUME(t.CommaOtherwise);
    this.OR([
      { ALT: () => this.SUBRULE(this.asRead) },
      { ALT: () => this.SUBRULE(this.rounded, { LABEL: "otherwise" }) },
    ]);
  });

  furtherCase = this.RULE("furtherCase", () => {
    this.CONSUME(t.Comma);
    this.SUBRULE(this.rounded);
    this.CONSUME(t.If);
    this.SUBRULE(this.condition);
  });

  onlyWhile = this.RULE(
    "onlyWhile",
    this.#then(t.OnlyWhile, () => this.SUBRULE(this.condition)),
  );

  orElse = this.RULE("orElse", () => this.AT_LEAST_ONE(this.#then(t.CommaOrElse, () => this.SUBRULE(this.rounded))));

  rounded = this.RULE("rounded", () => {
    this.SUBRULE(this.condition);
    this.OPTION(() => {
      this.OR(this.#oneOf("rounding", "mode"));
      this.SUBRULE(this.primary, { LABEL: "step" });
    });
  });

  // ---------------------------------------------------------------- conditions

  readonly #conditionAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.conditionList) },
    { ALT: () => this.SUBRULE(this.logic) },
  ];

  condition = this.RULE("condition", () => this.OR(this.#conditionAlternatives));

  conditionList = this.RULE("conditionList", () => {
    this.OR(this.#oneOf("conditionList", "word"));
    this.#list(() => this.SUBRULE(this.conditionEntry));
  });

  conditionEntry = this.RULE(
    "conditionEntry",
    this.#then(t.ListLabel, () => this.SUBRULE(this.condition)),
  );

  logic = this.RULE("logic", () => {
    this.SUBRULE1(this.test);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => this.AT_LEAST_ONE1(this.#then(t.And, () => this.SUBRULE2(this.test))),
        },
        {
          ALT: () => this.AT_LEAST_ONE2(this.#then(t.Or, () => this.SUBRULE3(this.test))),
        },
      ]),
    );
  });

  readonly #testAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.daysTest) },
    { GATE: () => this.#isEventsTest(), ALT: () => this.SUBRULE(this.eventsTest) },
    { ALT: () => this.SUBRULE(this.readingTest) },
    { ALT: () => this.SUBRULE(this.comparison) },
  ];

  test = this.RULE("test", () => {
    this.OPTION(() => this.CONSUME(t.Not));
    this.OR(this.#testAlternatives);
  });

  /** `no` may also be the answer `no` with a name on the next line. */
  #isEventsTest(): boolean {
    return this.LA(1).tokenType !== t.No || this.LA(3).tokenType === t.Has;
  }

  daysTest = this.RULE("daysTest", () => {
    this.OR1(this.#oneOf("dayQuantifier", "quantifier"));
    this.CONSUME(t.TimeUnit);
    this.OR2([{ ALT: () => this.SUBRULE(this.range) }, { ALT: this.#then(t.Of, () => this.SUBRULE(this.dayWindow)) }]);
    this.CONSUME(t.Comma);
    this.SUBRULE(this.test);
  });

  eventsTest = this.RULE("eventsTest", () => {
    this.OR(this.#oneOf("eventQuantifier", "quantifier"));
    this.CONSUME(t.Name);
    this.CONSUME(t.Has);
    this.SUBRULE(this.test);
  });

  readingTest = this.RULE("readingTest", () => {
    this.CONSUME1(t.Text, { LABEL: "reading" });
    this.CONSUME(t.IsRead);
    this.CONSUME2(t.Text, { LABEL: "choice" });
  });

  readonly #comparisonAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.CONSUME(t.IsSet) },
    { ALT: () => this.CONSUME(t.IsNotSet) },
    { ALT: () => this.CONSUME(t.HasHappened) },
    { ALT: () => this.CONSUME(t.HasNotHappened) },
    { ALT: this.#then(t.IsOneOf, () => this.SUBRULE(this.texts, { LABEL: "options" })) },
    {
      ALT: () => {
        this.SUBRULE(this.relation);
        this.SUBRULE2(this.operand, { LABEL: "right" });
      },
    },
  ];

  comparison = this.RULE("comparison", () => {
    this.SUBRULE1(this.operand, { LABEL: "left" });
    this.OPTION(() => this.OR1(this.#comparisonAlternatives));
  });

  relation = this.RULE("relation", () => this.OR(this.#oneOf("comparison", "word")));

  // ---------------------------------------------------------------- operands

  readonly #operandAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.pairPick) },
    { ALT: () => this.SUBRULE(this.listPick) },
    { ALT: () => this.SUBRULE(this.fold) },
    { ALT: () => this.SUBRULE(this.interestOn) },
    { ALT: () => this.SUBRULE(this.sum) },
  ];

  /** What a comparison compares and a list adds up: a pick, a fold, interest, or a sum of products. */
  operand = this.RULE("operand", () => this.OR(this.#operandAlternatives));

  pairPick = this.RULE("pairPick", () => {
    this.OR(this.#oneOf("pairPick", "word"));
    this.SUBRULE1(this.pickOperand);
    this.CONSUME(t.And);
    this.SUBRULE2(this.pickOperand);
  });

  pickOperand = this.RULE("pickOperand", () => {
    this.SUBRULE(this.product);
    this.OPTION(() => this.CONSUME(t.CommaIfSet));
  });

  listPick = this.RULE("listPick", () => {
    this.OR([...this.#oneOf("listPick", "word"), { ALT: () => this.CONSUME(t.TheTotalOf) }]);
    this.SUBRULE(this.entries);
  });

  entries = this.RULE("entries", () => {
    this.#list(() => this.SUBRULE(this.entry));
  });

  entry = this.RULE("entry", () => {
    this.CONSUME(t.ListLabel);
    this.SUBRULE(this.operand);
    this.OPTION(() => this.CONSUME(t.CommaIfSet));
  });

  fold = this.RULE("fold", () => {
    this.OR1([
      {
        ALT: () => {
          this.OR2(this.#oneOf("extremeFold", "word"));
          this.OR3([{ ALT: () => this.SUBRULE(this.entries) }, { ALT: () => this.SUBRULE1(this.foldBody) }]);
        },
      },
      {
        ALT: () => {
          this.OR4(this.#oneOf("fold", "word"));
          this.OPTION(() => this.SUBRULE(this.extremesPick));
          this.SUBRULE2(this.foldBody);
        },
      },
      {
        ALT: () => {
          this.OR5(this.#oneOf("count", "word"));
          this.SUBRULE(this.set);
        },
      },
    ]);
  });

  foldBody = this.RULE("foldBody", () => {
    this.SUBRULE(this.product);
    this.CONSUME(t.Over);
    this.SUBRULE(this.set);
  });

  /** `the 3 lowest of` */
  extremesPick = this.RULE("extremesPick", () => {
    this.CONSUME(t.The);
    this.SUBRULE(this.primary, { LABEL: "count" });
    this.OR(this.#oneOf("extremes", "which"));
  });

  set = this.RULE("set", () => {
    this.OR1([
      {
        ALT: () => {
          this.CONSUME(t.Name, { LABEL: "event" });
          this.CONSUME(t.Events);
          this.OPTION1(this.#then(t.Where, () => this.SUBRULE1(this.filter)));
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: this.#then(t.TimeUnit, () => this.SUBRULE(this.range)) },
            { ALT: () => this.SUBRULE(this.dayWindow) },
          ]);
          this.OPTION2(this.#then(t.OnWhich, () => this.SUBRULE2(this.filter)));
        },
      },
    ]);
  });

  filter = this.RULE("filter", () => {
    this.OPTION(() => this.CONSUME(t.Not));
    this.SUBRULE(this.dated);
  });

  /** `from and including D to but excluding E` */
  range = this.RULE("range", () => {
    this.OR1(this.#oneOf("rangeStart", "opening"));
    this.SUBRULE1(this.dateExpression, { LABEL: "from" });
    this.OR2(this.#oneOf("rangeEnd", "closing"));
    this.SUBRULE2(this.dateExpression, { LABEL: "to" });
  });

  /** `20 trading days ending D` */
  dayWindow = this.RULE("dayWindow", () => {
    this.OPTION(() => this.CONSUME(t.The));
    this.SUBRULE(this.chain, { LABEL: "count" });
    this.CONSUME(t.TimeUnit);
    this.CONSUME(t.Ending);
    this.SUBRULE(this.dateExpression);
  });

  interestOn = this.RULE("interestOn", () => {
    this.CONSUME(t.InterestAt);
    this.SUBRULE1(this.product, { LABEL: "rate" });
    this.CONSUME(t.On);
    this.SUBRULE2(this.product, { LABEL: "base" });
    this.SUBRULE(this.range);
    this.CONSUME(t.By);
    this.SUBRULE(this.primary, { LABEL: "dayCount" });
  });

  sum = this.RULE("sum", () => {
    this.SUBRULE1(this.product);
    this.MANY(() => {
      this.OR(this.#oneOf("sum", "operator"));
      this.SUBRULE2(this.product);
    });
  });

  product = this.RULE("product", () => {
    this.SUBRULE1(this.raised);
    this.MANY(() => {
      this.OR(this.#oneOf("product", "operator"));
      this.SUBRULE2(this.raised);
    });
  });

  /** `A to the power of N`; two powers in a row need brackets. */
  raised = this.RULE("raised", () => {
    this.SUBRULE1(this.dated, { LABEL: "base" });
    this.OPTION(this.#then(t.ToThePowerOf, () => this.SUBRULE2(this.dated, { LABEL: "exponent" })));
  });

  /** A value with what follows it closely: its members, `as of`, and a shift of so many days. */
  dated = this.RULE("dated", () => {
    this.SUBRULE(this.primary);
    this.MANY(() => this.OR([{ ALT: () => this.SUBRULE(this.member) }, { ALT: () => this.SUBRULE(this.asOf) }]));
    this.OPTION(() => this.SUBRULE(this.shift));
  });

  member = this.RULE(
    "member",
    this.#then(t.Possessive, () => this.SUBRULE(this.memberName)),
  );

  asOf = this.RULE(
    "asOf",
    this.#then(t.AsOf, () => this.SUBRULE(this.dateExpression)),
  );

  /** `business days after D`; `months` alone makes the number before it a length of time. */
  shift = this.RULE("shift", () => {
    this.CONSUME(t.TimeUnit);
    this.OPTION(() => {
      this.OR(this.#oneOf("shift", "direction"));
      this.SUBRULE(this.dateExpression);
    });
  });

  dateExpression = this.RULE("dateExpression", () => {
    this.SUBRULE(this.chain);
    this.OPTION(() => this.SUBRULE(this.shift));
  });

  chain = this.RULE("chain", () => {
    this.SUBRULE(this.primary);
    this.MANY(() => this.SUBRULE(this.member));
  });

  readonly #primaryAlternatives: IOrAlt<unknown>[] = [
    { ALT: () => this.SUBRULE(this.literal) },
    { ALT: () => this.SUBRULE(this.reference) },
    { ALT: () => this.SUBRULE(this.measure) },
    { ALT: () => this.SUBRULE(this.step) },
    { ALT: () => this.SUBRULE(this.everyStep) },
    { ALT: () => this.SUBRULE(this.bracket) },
  ];

  primary = this.RULE("primary", () => this.OR(this.#primaryAlternatives));

  bracket = this.RULE("bracket", () => {
    this.CONSUME(t.LeftBracket);
    this.SUBRULE(this.value);
    this.CONSUME(t.RightBracket);
  });

  readonly #literalAlternatives: IOrAlt<unknown>[] = [
    ...this.#oneOf("figure", "figure"),
    { ALT: () => this.CONSUME(t.DateLiteral) },
    { ALT: () => this.CONSUME(t.TimeLiteral) },
    { ALT: () => this.CONSUME(t.DayCount) },
    { ALT: () => this.CONSUME(t.Text) },
    ...this.#oneOf("yesNo", "answer"),
    { ALT: () => this.CONSUME(t.Unlimited) },
    { ALT: () => this.CONSUME(t.Today) },
  ];

  literal = this.RULE("literal", () => {
    this.OR(this.#literalAlternatives);
    this.OPTION({ GATE: () => !this.#isStartValue, DEF: () => this.SUBRULE(this.basis) });
  });

  readonly #referenceAlternatives: IOrAlt<unknown>[] = [
    {
      ALT: () => {
        this.CONSUME1(t.Name);
        this.OPTION(() =>
          this.OR2([
            { ALT: this.#then(t.Under, () => this.SUBRULE(this.sections)) },
            { ALT: this.#then(t.PayableOn, () => this.SUBRULE(this.dateExpression, { LABEL: "payableOn" })) },
          ]),
        );
      },
    },
    {
      ALT: () => {
        this.OR3([
          { ALT: () => this.CONSUME(t.Its) },
          { ALT: () => this.CONSUME(t.ItIs) },
          { ALT: () => this.CONSUME(t.ItIsNot) },
        ]);
        this.SUBRULE(this.memberName);
      },
    },
    { ALT: this.#then(t.This, () => this.CONSUME2(t.Name, { LABEL: "event" })) },
    { ALT: this.#then(t.Market, () => this.CONSUME(t.Word, { LABEL: "column" })) },
  ];

  reference = this.RULE("reference", () => this.OR1(this.#referenceAlternatives));

  /** A field or value of an event, or its `date` or `time`. */
  memberName = this.RULE("memberName", () => this.OR(this.#oneOf("member", "word")));

  measure = this.RULE("measure", () => {
    this.OR(this.#oneOf("measure", "word"));
    this.CONSUME(t.Name);
    this.OPTION({
      GATE: () => [t.Unpaid, t.Overdue].includes(this.LA(-1).tokenType),
      DEF: this.#then(t.On, () => this.SUBRULE(this.chain, { LABEL: "on" })),
    });
    this.OPTION2({
      GATE: () => this.LA(-1).tokenType === t.StartOf,
      DEF: this.#then(t.Under, () => this.SUBRULE(this.sections)),
    });
  });

  /** `the first business day on or after D`, `the last day of the month of D` */
  step = this.RULE("step", () => {
    this.OR1(this.#oneOf("which", "which"));
    this.CONSUME(t.TimeUnit);
    this.OR2([{ ALT: () => this.SUBRULE(this.direction) }, ...this.#oneOf("period", "period")]);
    this.SUBRULE(this.dateExpression);
  });

  /** `the first of every 3 months from D on or after today`, or `the first 3-month anniversary of D on or after today` */
  everyStep = this.RULE("everyStep", () => {
    this.OR1([
      ...this.#oneOf("whichAnniversary", "which"),
      {
        ALT: () => {
          this.OR2(this.#oneOf("whichOfEvery", "which"));
          this.SUBRULE(this.chain, { LABEL: "count" });
          this.CONSUME(t.TimeUnit);
          this.CONSUME(t.From);
        },
      },
    ]);
    this.SUBRULE1(this.dateExpression, { LABEL: "anchor" });
    this.SUBRULE(this.direction);
    this.SUBRULE2(this.dateExpression, { LABEL: "from" });
  });

  direction = this.RULE("direction", () => this.OR(this.#oneOf("relation", "word")));

  // ---------------------------------------------------------------- lists

  #list(entry: () => CstNode): void {
    let labels: readonly string[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.#goesOn(labels),
      DEF: () => {
        labels = this.#listed(labels, entry());
      },
    });
  }

  /** Whether the next label goes on with these; a list inside a list ends where it does not. */
  #goesOn(labels: readonly string[]): boolean {
    const next = this.LA(1);
    return next.tokenType === t.ListLabel && (labels.length === 0 || next.image === labelAfter(labels));
  }

  #listed(labels: readonly string[], entry: CstNode): readonly string[] {
    // While the grammar is recorded, rules give no node.
    const [label] = entry?.children?.ListLabel ?? [];
    return label !== undefined && "image" in label ? [...labels, label.image] : labels;
  }
}

/** What may follow a list of sections after its last comma. */
const endsSections = new Set([t.Comma, t.Or, t.Begins, t.Ends, EOF]);

function isLabel({ LABEL }: TokenType): boolean {
  return LABEL?.endsWith(":") === true;
}
