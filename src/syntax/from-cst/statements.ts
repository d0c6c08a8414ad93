import type * as cst from "../../../grammar/cst.generated.d.ts";
import type { Token } from "../../../grammar/tokens.ts";
import type { Span } from "../../source/span.ts";
import type {
  AccountChange,
  AccountDeclaration,
  Beyond,
  Change,
  DefaultDeclaration,
  Duty,
  EventDeclaration,
  Exception,
  Expression,
  FieldDeclaration,
  Identifier,
  InWords,
  NoteHead,
  OurView,
  Power,
  Prohibition,
  ReadingDeclaration,
  Rule,
  Statement,
  Story,
  StoryEvent,
  StoryExpectation,
  TypeName,
} from "../ast.ts";
import {
  basisOf,
  checkFirstLabel,
  lowerCondition,
  lowerDate,
  lowerEntries,
  lowerOperand,
  lowerPrimary,
  lowerProduct,
  lowerSections,
  lowerTexts,
  lowerValue,
} from "./expressions.ts";
import type { Lowering } from "./lowering.ts";
import { first, meaningIn, wordOf } from "./lowering.ts";

/** A statement of the grammar as a node of the syntax tree. The grammar found no error in it. */
export function lowerStatement(it: Lowering, { children }: cst.StatementCstNode): Statement {
  const c = children;
  if (c.noteHead) return lowerNoteHead(it, first(c.noteHead));
  if (c.given) return lowerGiven(it, first(c.given));
  if (c.sectionHeading) return lowerSectionHeading(it, first(c.sectionHeading));
  if (c.eventDeclaration) return lowerEvent(it, first(c.eventDeclaration));
  if (c.shareBasis) return lowerShareBasis(it, first(c.shareBasis));
  if (c.namedDeclaration) return lowerNamed(it, first(c.namedDeclaration));
  if (c.account) return lowerAccount(it, first(c.account));
  if (c.reading) return lowerReading(it, first(c.reading));
  if (c.rule) return lowerRule(it, first(c.rule));
  if (c.exception) return lowerException(it, first(c.exception));
  if (c.partyClause) return lowerPartyClause(it, first(c.partyClause));
  if (c.inWords) return lowerInWords(it, first(c.inWords));
  if (c.ourView) return lowerOurView(it, first(c.ourView));
  if (c.roleMark) return lowerRole(it, first(c.roleMark));
  if (c.clauseHead) return lowerClauseHead(it, first(c.clauseHead));
  if (c.takes) return lowerTakes(it, first(c.takes));
  if (c.gives) return lowerGives(it, first(c.gives));
  if (c.use) return lowerUse(it, first(c.use));
  return lowerStory(it, first(c.story));
}

// ---------------------------------------------------------------- lines

/** Reports a labelled line that comes a second time; the first one counts. */
function oneLineEach(it: Lowering, lines: readonly (Token | undefined)[]): void {
  const seen = new Set<string>();
  for (const opening of lines) {
    if (opening === undefined) continue;
    const words = wordOf(opening).replace(/:$/, "");
    if (seen.has(words)) it.report("TN1027", it.tokenSpan(opening), { label: words });
    seen.add(words);
  }
}

/** What stands where a statement lacks a line that it can't do without. */
function lackingLine(it: Lowering, span: Span, statement: string, line: string): Expression {
  it.report("TN1026", span, { statement, line });
  return { kind: "Missing", span };
}

function nameIf(it: Lowering, tokens: readonly Token[] | undefined): Identifier | undefined {
  return tokens && it.name(first(tokens));
}

/** An optional part of a node: nothing where it is absent, so that the key is absent too. */
function part<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
}

// ---------------------------------------------------------------- declarations

function lowerNoteHead(it: Lowering, node: cst.NoteHeadCstNode): NoteHead {
  const lines = (node.children.noteLine ?? []).map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) =>
      first(
        line.LanguageLine ??
          line.PartiesLine ??
          line.ExistsFromLine ??
          line.BusinessDaysLine ??
          line.TimesAreInLine ??
          line.MarketDataLine,
      ),
    ),
  );
  const version = lines.flatMap((line) => line.version ?? []).at(0);
  const textOf = (key: "businessDays" | "timesIn") => {
    const token = lines.flatMap((line) => line[key] ?? []).at(0);
    return token && it.quoted(token);
  };
  const existsFrom = lines.flatMap((line) => line.existsFrom ?? []).at(0);
  const marketData = lines.flatMap((line) => line.marketData ?? []).at(0);
  return {
    kind: "NoteHead",
    title: it.quoted(first(node.children.title)),
    ...part("language", version && { version: Number(version.image), span: it.tokenSpan(version) }),
    parties: lines.flatMap((line) => line.party ?? []).map((token) => it.name(token)),
    ...part("existsFrom", existsFrom && it.name(existsFrom)),
    ...part("businessDays", textOf("businessDays")),
    ...part("timesIn", textOf("timesIn")),
    ...part(
      "marketData",
      marketData && { rule: meaningIn("marketData", [marketData]), span: it.tokenSpan(marketData) },
    ),
    span: it.span(node),
  };
}

function lowerGiven(it: Lowering, node: cst.GivenCstNode): Statement {
  const { Name, type, initial, basis } = node.children;
  return {
    kind: "Given",
    name: it.name(first(Name)),
    type: lowerType(it, first(type)),
    ...part("initial", initial && lowerValue(it, first(initial))),
    ...basisOf(basis),
    span: it.span(node),
  };
}

function lowerType(it: Lowering, node: cst.TypeCstNode): TypeName {
  const { word, options } = node.children;
  const span = it.span(node);
  return options
    ? { kind: "TypeName", name: "choice", options: lowerTexts(it, first(options)), span }
    : { kind: "TypeName", name: meaningIn("type", word), options: [], span };
}

function lowerSectionHeading(it: Lowering, node: cst.SectionHeadingCstNode): Statement {
  const { label, title } = node.children;
  return {
    kind: "SectionHeading",
    label: it.name(first(label)),
    ...part("title", title && it.quoted(first(title))),
    span: it.span(node),
  };
}

function lowerEvent(it: Lowering, node: cst.EventDeclarationCstNode): EventDeclaration {
  const { Name, refersTo, by, field = [], takesEffectOn } = node.children;
  const { TakesEffectOnLine = [], TakesEffectAtStartOfLine = [] } = node.children;
  for (const second of [...TakesEffectOnLine, ...TakesEffectAtStartOfLine].slice(1)) {
    it.report("TN1027", it.tokenSpan(second), { label: "takes effect" });
  }
  return {
    kind: "EventDeclaration",
    name: it.name(first(Name)),
    ...part("refersTo", nameIf(it, refersTo)),
    ...part("by", nameIf(it, by)),
    fields: field.map((each) => lowerField(it, each)),
    ...part("takesEffectOn", takesEffectOn && lowerValue(it, first(takesEffectOn))),
    opensDay: TakesEffectAtStartOfLine.length > 0,
    span: it.span(node),
  };
}

function lowerField(it: Lowering, node: cst.FieldCstNode): FieldDeclaration {
  const { Name, type, asOf, CommaOptional, initial } = node.children;
  return {
    kind: "FieldDeclaration",
    name: it.name(first(Name)),
    type: lowerType(it, first(type)),
    isOptional: CommaOptional !== undefined,
    ...part("initial", initial && lowerOperand(it, first(initial))),
    ...part("asOf", nameIf(it, asOf)),
    span: it.span(node),
  };
}

function lowerShareBasis(it: Lowering, node: cst.ShareBasisCstNode): Statement {
  const { Name, ratio } = node.children;
  return { kind: "ShareBasis", event: it.name(first(Name)), ratio: lowerValue(it, first(ratio)), span: it.span(node) };
}

function lowerNamed(it: Lowering, node: cst.NamedDeclarationCstNode): Statement {
  const { Name, owner, definition, status, startingState, unsetState, defaultDeclaration } = node.children;
  const name = it.name(first(Name));
  const span = it.span(node);
  if (definition) {
    const { verb, value } = first(definition).children;
    return {
      kind: "Definition",
      name,
      ...part("owner", ownerOf(it, owner)),
      verb: meaningIn("definition", verb),
      value: lowerValue(it, first(value)),
      span,
    };
  }
  if (owner) {
    it.report("TN1001", it.span(first(owner)), {
      expected: "`means`, `holds when` or `is fixed as` for a value of each event",
      found: "`for each` before another verb",
    });
  }
  if (status) {
    const { from, until } = first(status).children;
    return { kind: "StatusDefinition", name, from: it.name(first(from)), until: it.name(first(until)), span };
  }
  if (startingState) {
    const { value, basis } = first(startingState).children;
    return { kind: "StateDeclaration", name, initial: lowerValue(it, first(value)), ...basisOf(basis), span };
  }
  if (unsetState) {
    const { type, basis } = first(unsetState).children;
    return { kind: "StateDeclaration", name, type: lowerType(it, first(type)), ...basisOf(basis), span };
  }
  return lowerDefault(it, name, first(defaultDeclaration), span);
}

function ownerOf(it: Lowering, owner: cst.OwnerCstNode[] | undefined): Identifier | undefined {
  return owner && it.name(first(first(owner).children.Name));
}

function lowerDefault(
  it: Lowering,
  family: Identifier,
  node: cst.DefaultDeclarationCstNode,
  span: Span,
): DefaultDeclaration {
  const { owner, defaultLine = [] } = node.children;
  const lines = defaultLine.map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) => first(line.When ?? line.CuredByLine ?? line.ContinuesLine)),
  );
  const condition = lines.flatMap((line) => line.condition ?? []).at(0);
  const cureBy = lines.flatMap((line) => line.cureBy ?? []).at(0);
  const ends = lines.find((line) => line.ends)?.ends;
  return {
    kind: "DefaultDeclaration",
    family,
    ...part("owner", ownerOf(it, owner)),
    condition: condition
      ? lowerCondition(it, condition)
      : lackingLine(it, family.span, `\`${family.text} occurs\``, "when CONDITION"),
    ...part("cureBy", cureBy && lowerValue(it, cureBy)),
    ends: ends ? meaningIn("continues", ends) : "with the condition",
    span,
  };
}

function lowerAccount(it: Lowering, node: cst.AccountCstNode): AccountDeclaration {
  const { Name, debtor, creditor, accountLine = [] } = node.children;
  const lines = accountLine.map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) =>
      line.accrual
        ? first(first(line.accrual).children.AccruesLine)
        : first(line.FromAndIncludingLine ?? line.WhileLine ?? line.DayOfPaymentCountsLine),
    ),
  );
  const accrual = lines.flatMap((line) => line.accrual ?? []).at(0);
  const from = lines.flatMap((line) => line.from ?? []).at(0);
  const condition = lines.flatMap((line) => line.condition ?? []).at(0);
  const dayOfPayment = lines.flatMap((line) => line.dayOfPayment ?? []).at(0);
  return {
    kind: "AccountDeclaration",
    name: it.name(first(Name)),
    debtor: it.name(first(debtor)),
    creditor: it.name(first(creditor)),
    ...part("accrual", accrual && lowerAccrual(it, accrual)),
    ...part("from", from && lowerValue(it, from)),
    ...part("condition", condition && lowerCondition(it, condition)),
    ...part("dayOfPayment", dayOfPayment && lowerCondition(it, dayOfPayment)),
    span: it.span(node),
  };
}

function lowerAccrual(it: Lowering, node: cst.AccrualCstNode): NonNullable<AccountDeclaration["accrual"]> {
  const { rate, base, OnEach, dayCount } = node.children;
  return {
    rate: lowerProduct(it, first(rate)),
    base: lowerProduct(it, first(base)),
    ...(OnEach && { isOnEach: true }),
    basis: lowerPrimary(it, first(dayCount)),
    span: it.span(node),
  };
}

function lowerReading(it: Lowering, node: cst.ReadingCstNode): ReadingDeclaration {
  const lines = (node.children.readingLine ?? []).map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) => first(line.PassageLine ?? line.ChoicesLine ?? line.ChosenLine)),
  );
  const passage = lines.flatMap((line) => line.passage ?? []).at(0);
  const choices = lines.flatMap((line) => line.choices ?? []).at(0);
  const chosen = lines.flatMap((line) => line.chosen ?? []).at(0);
  const name = it.quoted(first(node.children.name));
  if (!choices) it.report("TN1026", name.span, { statement: `the reading "${name.text}"`, line: 'choices: "…", "…"' });
  return {
    kind: "ReadingDeclaration",
    name,
    ...part("passage", passage && it.quoted(passage)),
    choices: choices ? lowerTexts(it, choices) : [],
    ...part("chosen", chosen && it.quoted(chosen)),
    span: it.span(node),
  };
}

// ---------------------------------------------------------------- rules and exceptions

function lowerRule(it: Lowering, node: cst.RuleCstNode): Rule {
  const { whenTrigger, calendarTrigger, condition, change } = node.children;
  return {
    kind: "Rule",
    trigger: whenTrigger ? lowerWhen(it, first(whenTrigger)) : lowerCalendar(it, first(calendarTrigger)),
    ...part("condition", condition && lowerCondition(it, first(condition))),
    changes: change.map((each) => lowerChange(it, each)),
    span: it.span(node),
  };
}

function lowerCalendar(it: Lowering, node: cst.CalendarTriggerCstNode): Rule["trigger"] {
  return { kind: "CalendarTrigger", date: lowerOperand(it, first(node.children.date)), span: it.span(node) };
}

function lowerWhen(it: Lowering, node: cst.WhenTriggerCstNode): Rule["trigger"] {
  const { Name, owner, sections, edge } = node.children;
  const name = it.name(first(Name));
  const span = it.span(node);
  if (edge) {
    return {
      kind: "EdgeTrigger",
      edge: meaningIn("edge", edge),
      name,
      ...part("owner", nameIf(it, owner)),
      sections: sections ? lowerSections(it, first(sections)) : [],
      span,
    };
  }
  if (owner || sections) {
    it.report("TN1001", { ...span, start: span.end }, { expected: "`begins` or `ends`", found: "a change" });
  }
  return { kind: "EventTrigger", event: name, span };
}

function lowerChange(it: Lowering, node: cst.ChangeCstNode): Change {
  const { Name, namedChange, application } = node.children;
  const span = it.span(node);
  if (application) {
    const { amount, paymentTarget } = first(application).children;
    return {
      kind: "AppliedChange",
      amount: lowerOperand(it, first(amount)),
      targets: paymentTarget.map(({ children }) => ({
        isDueOnly: children.Due !== undefined,
        name: it.name(first(children.Name)),
        ...part("lateCharges", nameIf(it, children.companion)),
      })),
      span,
    };
  }
  const name = it.name(first(Name));
  const c = first(namedChange).children;
  const value = c.value ? lowerValue(it, first(c.value)) : c.product && lowerProduct(it, first(c.product));
  if (c.BecomesNotSet) return { kind: "ClearChange", state: name, span };
  if (c.Becomes && value) return { kind: "SetChange", state: name, value, span };
  if (c.RisesBy && value) return { kind: "AddChange", state: name, sign: 1, value, span };
  if (c.FallsBy && value) return { kind: "AddChange", state: name, sign: -1, value, span };
  return {
    kind: "AccountChange",
    account: name,
    verb: accountVerb(c),
    ...part("amount", value),
    ...part("date", c.date && lowerOperand(it, first(c.date))),
    ...(c.FallsDueInFullOn && { inFull: true }),
    ...part("payableOn", c.payableOn && lowerOperand(it, first(first(c.payableOn).children.date))),
    ...part("month", c.forTheMonth && lowerDate(it, first(first(c.forTheMonth).children.dateExpression))),
    span,
  };
}

function accountVerb(c: cst.NamedChangeCstChildren): AccountChange["verb"] {
  if (c.IsCharged) return "is charged";
  if (c.FallsDueOn || c.FallsDueInFullOn || c.FallsDueBy) return "falls due";
  if (c.IsWaived) return "is waived";
  return c.IsConvertedBy ? "is converted" : "is cleared";
}

function lowerException(it: Lowering, node: cst.ExceptionCstNode): Exception {
  const { Name, of, exceptionLine = [] } = node.children;
  const lines = exceptionLine.map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) => first(line.WhileLine ?? line.ItIsLine ?? line.OverLine)),
  );
  const name = it.name(first(Name));
  const condition = lines.flatMap((line) => line.condition ?? []).at(0);
  const value = lines.flatMap((line) => line.value ?? []).at(0);
  const statement = `the exception to \`${name.text}\``;
  return {
    kind: "Exception",
    name,
    ...part("of", nameIf(it, of)),
    condition: condition ? lowerCondition(it, condition) : lackingLine(it, name.span, statement, "while: CONDITION"),
    value: value ? lowerValue(it, value) : lackingLine(it, name.span, statement, "it is: VALUE"),
    over: lines.flatMap((line) => line.over ?? []).flatMap((sections) => lowerSections(it, sections)),
    span: it.span(node),
  };
}

// ---------------------------------------------------------------- powers, duties, prohibitions

function lowerPartyClause(it: Lowering, node: cst.PartyClauseCstNode): Power | Duty | Prohibition {
  const { party, power, deliveryDuty, paymentDuty, prohibition } = node.children;
  const who = { party: it.name(first(party)) };
  const span = it.span(node);
  if (power) return lowerPower(it, who, first(power), span);
  if (deliveryDuty) {
    const { event, dutyTerms } = first(deliveryDuty).children;
    return { kind: "Duty", ...who, event: it.name(first(event)), ...lowerDutyTerms(it, first(dutyTerms)), span };
  }
  if (paymentDuty) {
    const { amount, to, dutyTerms } = first(paymentDuty).children;
    return {
      kind: "Duty",
      ...who,
      ...part("to", nameIf(it, to)),
      amount: lowerOperand(it, first(amount)),
      ...lowerDutyTerms(it, first(dutyTerms)),
      span,
    };
  }
  const { event, condition, called } = first(prohibition).children;
  return {
    kind: "Prohibition",
    ...who,
    event: it.name(first(event)),
    ...part("unless", condition && lowerCondition(it, first(condition))),
    name: it.name(first(first(called).children.Name)),
    span,
  };
}

function lowerDutyTerms(
  it: Lowering,
  { children }: cst.DutyTermsCstNode,
): Pick<Duty, "due" | "owner" | "name" | "condition"> {
  const { due, owner, condition, called } = children;
  return {
    due: lowerOperand(it, first(due)),
    ...part("owner", ownerOf(it, owner)),
    ...part("condition", condition && lowerCondition(it, first(condition))),
    ...part("name", nameIf(it, called && first(called).children.Name)),
  };
}

function lowerPower(it: Lowering, who: Pick<Power, "party">, node: cst.PowerCstNode, span: Span): Power {
  const { event, called, powerLine = [] } = node.children;
  const lines = powerLine.map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) =>
      line.beyond ? first(first(line.beyond).children.BeyondThatLine) : (line.AskingForLine ?? line.GivingLine)?.at(0),
    ),
  );
  const askingFor = lines.flatMap((line) => line.askingFor ?? []).at(0);
  const beyond = lines.flatMap((line) => line.beyond ?? []).at(0);
  const giving = lines.flatMap((line) => line.giving ?? []).at(0);
  return {
    kind: "Power",
    ...who,
    event: it.name(first(event)),
    ...part("name", nameIf(it, called && first(called).children.Name)),
    conditions: lines.flatMap((line) => line.onlyIf ?? []).flatMap((each) => lowerOnlyIf(it, each)),
    ...part("askingFor", askingFor && lowerValue(it, askingFor)),
    limits: lines.flatMap((line) => line.limit ?? []).flatMap((each) => lowerLimit(it, each)),
    ...part("beyond", beyond && lowerBeyond(it, beyond)),
    ...part("giving", giving && it.name(giving)),
    span,
  };
}

function lowerOnlyIf(it: Lowering, node: cst.OnlyIfCstNode): Power["conditions"] {
  const { requirement, condition, reason } = node.children;
  if (requirement) checkFirstLabel(it, first(first(requirement).children.ListLabel));
  const single = condition ? [{ children: { condition, reason }, location: node.location }] : [];
  return [...(requirement ?? []), ...single].map((each) => ({
    condition: lowerCondition(it, first(each.children.condition)),
    ...part("reason", each.children.reason && it.quoted(first(first(each.children.reason).children.Text))),
    span: it.span(each),
  }));
}

function lowerLimit(it: Lowering, { children }: cst.LimitCstNode): Power["limits"] {
  const values = children.entries
    ? lowerEntries(it, first(children.entries)).map(({ value }) => value)
    : [lowerValue(it, first(children.value))];
  return values.map((value) => ({ value, span: value.span }));
}

function lowerBeyond(it: Lowering, node: cst.BeyondCstNode): Beyond {
  const { beyondRule, reading, choice } = node.children;
  const rules = (beyondRule ?? []).map(({ children }) => meaningIn("beyond", children.word));
  const span = it.span(node);
  if (!reading || !choice) return { kind: "Fixed", rule: first(rules), span };
  const arms = choice.map((token, index) => ({ choice: it.quoted(token), rule: rules[index] ?? first(rules) }));
  return { kind: "AsRead", reading: it.quoted(first(reading)), arms, span };
}

// ---------------------------------------------------------------- words, views, roles, tests

function lowerInWords(it: Lowering, node: cst.InWordsCstNode): InWords {
  const { party, modality, Text } = node.children;
  return {
    kind: "InWords",
    ...part("party", nameIf(it, party)),
    modality: modality ? meaningIn("modality", modality) : "says",
    text: it.quoted(first(Text)),
    span: it.span(node),
  };
}

function lowerOurView(it: Lowering, node: cst.OurViewCstNode): OurView {
  const { Text, InsteadOfLine = [], insteadOf, FavoursLine = [], favours } = node.children;
  oneLineEach(it, [...InsteadOfLine, ...FavoursLine]);
  return {
    kind: "OurView",
    text: it.quoted(first(Text)),
    ...part("insteadOf", insteadOf && it.quoted(first(insteadOf))),
    ...part("favours", nameIf(it, favours)),
    span: it.span(node),
  };
}

function lowerRole(it: Lowering, node: cst.RoleMarkCstNode): Statement {
  const { Text, Name } = node.children;
  return { kind: "RoleMark", role: it.quoted(first(Text)), name: it.name(first(Name)), span: it.span(node) };
}

function lowerStory(it: Lowering, node: cst.StoryCstNode): Story {
  const lines = (node.children.storyLine ?? []).map(({ children }) => children);
  oneLineEach(
    it,
    lines.map((line) => (line.MarketLine ?? line.CalendarLine)?.at(0)),
  );
  const market = lines.flatMap((line) => line.market ?? []).at(0);
  const calendar = lines.flatMap((line) => line.calendar ?? []).at(0);
  return {
    kind: "Story",
    title: it.quoted(first(node.children.title)),
    terms: lines.flatMap(({ term, termValue }) =>
      term && termValue ? [{ name: it.name(first(term)), value: lowerOperand(it, first(termValue)) }] : [],
    ),
    readings: lines.flatMap(({ reading, choice }) =>
      reading && choice ? [{ name: it.quoted(first(reading)), choice: it.quoted(first(choice)) }] : [],
    ),
    ...part("market", market && it.quoted(market)),
    ...part("calendar", calendar && it.quoted(calendar)),
    events: lines.flatMap((line) => line.storyEvent ?? []).map((each) => lowerStoryEvent(it, each)),
    expectations: lines.flatMap((line) => line.expectation ?? []).map((each) => lowerExpectation(it, each)),
    span: it.span(node),
  };
}

function lowerStoryEvent(it: Lowering, node: cst.StoryEventCstNode): StoryEvent {
  const { on, at, Name, id, refersTo, field = [], fieldValue = [] } = node.children;
  return {
    kind: "StoryEvent",
    on: lowerDate(it, first(on)),
    ...part("at", at && lowerPrimary(it, first(at))),
    event: it.name(first(Name)),
    ...part("id", id && it.quoted(first(id))),
    ...part("refersTo", refersTo && it.quoted(first(refersTo))),
    fields: fieldValue.flatMap((value, index) => {
      const name = field[index];
      return name === undefined ? [] : [{ name: it.name(name), value: lowerPrimary(it, value) }];
    }),
    span: it.span(node),
  };
}

function lowerExpectation(it: Lowering, node: cst.ExpectationCstNode): StoryExpectation {
  const { Name, of, on, IsNoValue, error, expected, section } = node.children;
  const owner = of && first(of);
  return {
    kind: "StoryExpectation",
    value: it.name(first(Name)),
    ...part("of", owner && (owner.image.startsWith('"') ? it.quoted(owner) : it.name(owner))),
    ...part("on", on && lowerDate(it, first(on))),
    expected: IsNoValue
      ? { kind: "ExpectedNull" }
      : error
        ? { kind: "ExpectedError", text: it.quoted(first(error)) }
        : lowerOperand(it, first(expected)),
    ...part("section", nameIf(it, section)),
    span: it.span(node),
  };
}

// ---------------------------------------------------------------- clauses that notes share

function lowerClauseHead(it: Lowering, node: cst.ClauseHeadCstNode): Statement {
  const lines = (node.children.clauseLine ?? []).map(({ children }) => children);
  const version = lines.flatMap((line) => line.version ?? []).at(0);
  const says = lines.flatMap((line) => line.says ?? []).at(0);
  return {
    kind: "ClauseHead",
    title: it.quoted(first(node.children.title)),
    ...part("language", version && { version: Number(version.image), span: it.tokenSpan(version) }),
    ...part("says", says && it.quoted(says)),
    alsoKnownAs: lines.flatMap(({ alsoKnownAs }) => alsoKnownAs ?? []).flatMap((texts) => lowerTexts(it, texts)),
    sources: lines.flatMap((line) => line.source ?? []).map((token) => it.quoted(token)),
    span: it.span(node),
  };
}

function lowerTakes(it: Lowering, node: cst.TakesCstNode): Statement {
  const { verb, Name, owner, Event, refersTo, Account, Party, DayCountType, type, meaning } = node.children;
  const span = it.span(node);
  const whatOf = () => {
    if (Event) return { kind: "EventKind", ...part("refersTo", nameIf(it, refersTo)), span } as const;
    if (Account) return { kind: "AccountKind", span } as const;
    if (Party) return { kind: "PartyKind", span } as const;
    return DayCountType ? ({ kind: "DayCountKind", span } as const) : lowerType(it, first(type));
  };
  return {
    kind: "Takes",
    verb: meaningIn("takes", verb),
    name: it.name(first(Name)),
    ...part("owner", ownerOf(it, owner)),
    what: whatOf(),
    ...part("meaning", meaningOf(it, meaning)),
    span,
  };
}

function meaningOf(it: Lowering, nodes: readonly cst.MeaningCstNode[] | undefined): Identifier | undefined {
  return nodes && it.quoted(first(first(nodes).children.Text));
}

function lowerGives(it: Lowering, node: cst.GivesCstNode): Statement {
  const { Name, owner, meaning } = node.children;
  return {
    kind: "Gives",
    name: it.name(first(Name)),
    ...part("owner", ownerOf(it, owner)),
    ...part("meaning", meaningOf(it, meaning)),
    span: it.span(node),
  };
}

function lowerUse(it: Lowering, node: cst.UseCstNode): Statement {
  const { clause, file, binding = [] } = node.children;
  return {
    kind: "Use",
    clause: it.quoted(first(clause)),
    ...part("from", file && it.quoted(first(file))),
    bindings: binding.map(({ children }) => ({
      name: it.name(first(children.Name)),
      value: lowerValue(it, first(children.value)),
    })),
    span: it.span(node),
  };
}
