import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  noteHead?: NoteHeadCstNode[];
  given?: GivenCstNode[];
  series?: SeriesCstNode[];
  sectionHeading?: SectionHeadingCstNode[];
  eventDeclaration?: EventDeclarationCstNode[];
  shareBasis?: ShareBasisCstNode[];
  namedDeclaration?: NamedDeclarationCstNode[];
  account?: AccountCstNode[];
  reading?: ReadingCstNode[];
  rule?: RuleCstNode[];
  dayOrder?: DayOrderCstNode[];
  exception?: ExceptionCstNode[];
  partyClause?: PartyClauseCstNode[];
  inWords?: InWordsCstNode[];
  ourView?: OurViewCstNode[];
  sentenceMark?: SentenceMarkCstNode[];
  roleMark?: RoleMarkCstNode[];
  story?: StoryCstNode[];
  plan?: PlanCstNode[];
  signal?: SignalCstNode[];
  priceImpact?: PriceImpactCstNode[];
  clauseHead?: ClauseHeadCstNode[];
  takes?: TakesCstNode[];
  gives?: GivesCstNode[];
  use?: UseCstNode[];
};

export interface NoteHeadCstNode extends CstNode {
  name: "noteHead";
  children: NoteHeadCstChildren;
}

export type NoteHeadCstChildren = {
  Note: IToken[];
  title: IToken[];
  LanguageLine?: IToken[];
  version?: IToken[];
  PartiesLine?: IToken[];
  party?: (IToken)[];
  Comma?: (IToken)[];
  ExistsFromLine?: IToken[];
  existsFrom?: IToken[];
  MaturesOnLine?: IToken[];
  maturesOn?: IToken[];
  CurrenciesLine?: IToken[];
  currency?: (IToken)[];
  BusinessDaysLine?: IToken[];
  businessDays?: IToken[];
  TimesAreInLine?: IToken[];
  timesIn?: IToken[];
  MarketDataLine?: IToken[];
  marketData?: IToken[];
  TradingDaysLine?: IToken[];
  tradedSeries?: IToken[];
  By?: IToken[];
  exchange?: (IToken)[];
  ContractTextLine?: IToken[];
  contractText?: IToken[];
};

export interface GivenCstNode extends CstNode {
  name: "given";
  children: GivenCstChildren;
}

export type GivenCstChildren = {
  Given: IToken[];
  Name: IToken[];
  Colon: IToken[];
  listOfDates?: ListOfDatesCstNode[];
  type?: TypeCstNode[];
  CommaIfAny?: IToken[];
  Equals?: IToken[];
  initial?: ValueCstNode[];
  basis?: BasisCstNode[];
};

export interface ListOfDatesCstNode extends CstNode {
  name: "listOfDates";
  children: ListOfDatesCstChildren;
}

export type ListOfDatesCstChildren = {
  DatesType: IToken[];
  CommaIfAny?: IToken[];
  field?: FieldCstNode[];
};

export interface SeriesCstNode extends CstNode {
  name: "series";
  children: SeriesCstChildren;
}

export type SeriesCstChildren = {
  Series: IToken[];
  Name: IToken[];
  Has: IToken[];
  seriesColumn: (SeriesColumnCstNode)[];
  Comma?: IToken[];
};

export interface SeriesColumnCstNode extends CstNode {
  name: "seriesColumn";
  children: SeriesColumnCstChildren;
}

export type SeriesColumnCstChildren = {
  column: ColumnCstNode[];
  Colon?: IToken[];
  type?: TypeCstNode[];
};

export interface ColumnCstNode extends CstNode {
  name: "column";
  children: ColumnCstChildren;
}

export type ColumnCstChildren = {
  word?: (IToken)[];
};

export interface SectionHeadingCstNode extends CstNode {
  name: "sectionHeading";
  children: SectionHeadingCstChildren;
}

export type SectionHeadingCstChildren = {
  Section?: IToken[];
  sectionName?: SectionNameCstNode[];
  named?: IToken[];
  title?: IToken[];
};

export interface SectionNameCstNode extends CstNode {
  name: "sectionName";
  children: SectionNameCstChildren;
}

export type SectionNameCstChildren = {
  label?: IToken[];
  heading?: IToken[];
};

export interface EventDeclarationCstNode extends CstNode {
  name: "eventDeclaration";
  children: EventDeclarationCstChildren;
}

export type EventDeclarationCstChildren = {
  Event: IToken[];
  Name: IToken[];
  For?: IToken[];
  refersTo?: IToken[];
  By?: IToken[];
  by?: IToken[];
  OnEach?: IToken[];
  Of?: IToken[];
  schedule?: IToken[];
  On?: IToken[];
  date?: OperandCstNode[];
  field?: FieldCstNode[];
  TakesEffectOnLine?: IToken[];
  TakesEffectAtStartOfLine?: IToken[];
  takesEffectOn?: ValueCstNode[];
};

export interface FieldCstNode extends CstNode {
  name: "field";
  children: FieldCstChildren;
}

export type FieldCstChildren = {
  Name: IToken[];
  Colon: IToken[];
  type: TypeCstNode[];
  AsOf?: IToken[];
  asOf?: IToken[];
  CommaOptional?: IToken[];
  Equals?: IToken[];
  initial?: OperandCstNode[];
};

export interface TypeCstNode extends CstNode {
  name: "type";
  children: TypeCstChildren;
}

export type TypeCstChildren = {
  word?: (IToken)[];
  InCurrency?: IToken[];
  currency?: (IToken)[];
  options?: TextsCstNode[];
};

export interface TextsCstNode extends CstNode {
  name: "texts";
  children: TextsCstChildren;
}

export type TextsCstChildren = {
  Text: (IToken)[];
  Comma?: IToken[];
};

export interface ShareBasisCstNode extends CstNode {
  name: "shareBasis";
  children: ShareBasisCstChildren;
}

export type ShareBasisCstChildren = {
  ShareBasis: IToken[];
  Name: IToken[];
  By: IToken[];
  ratio: ValueCstNode[];
};

export interface NamedDeclarationCstNode extends CstNode {
  name: "namedDeclaration";
  children: NamedDeclarationCstChildren;
}

export type NamedDeclarationCstChildren = {
  Name?: IToken[];
  quotedName?: IToken[];
  owner?: OwnerCstNode[];
  rowOwner?: RowOwnerCstNode[];
  definition?: DefinitionCstNode[];
  fixing?: FixingCstNode[];
  status?: StatusCstNode[];
  startingState?: StartingStateCstNode[];
  kindDeclaration?: KindDeclarationCstNode[];
  schedule?: ScheduleCstNode[];
  defaultDeclaration?: DefaultDeclarationCstNode[];
};

export interface OwnerCstNode extends CstNode {
  name: "owner";
  children: OwnerCstChildren;
}

export type OwnerCstChildren = {
  ForEach: IToken[];
  Name: IToken[];
};

export interface RowOwnerCstNode extends CstNode {
  name: "rowOwner";
  children: RowOwnerCstChildren;
}

export type RowOwnerCstChildren = {
  ForEach: IToken[];
  Of: IToken[];
  Name: IToken[];
};

export interface DefinitionCstNode extends CstNode {
  name: "definition";
  children: DefinitionCstChildren;
}

export type DefinitionCstChildren = {
  verb?: (IToken)[];
  value?: ValueCstNode[];
  IsFixedCommaAs?: IToken[];
  readings?: ReadingsCstNode[];
};

export interface FixingCstNode extends CstNode {
  name: "fixing";
  children: FixingCstChildren;
}

export type FixingCstChildren = {
  IsFixedOn: IToken[];
  event: IToken[];
  ToBe: IToken[];
  value: ValueCstNode[];
};

export interface StatusCstNode extends CstNode {
  name: "status";
  children: StatusCstChildren;
}

export type StatusCstChildren = {
  HoldsFrom: IToken[];
  from: IToken[];
  Until: IToken[];
  until: IToken[];
};

export interface StartingStateCstNode extends CstNode {
  name: "startingState";
  children: StartingStateCstChildren;
}

export type StartingStateCstChildren = {
  StartsAt: IToken[];
  value: ValueCstNode[];
  basis?: BasisCstNode[];
};

export interface KindDeclarationCstNode extends CstNode {
  name: "kindDeclaration";
  children: KindDeclarationCstChildren;
}

export type KindDeclarationCstChildren = {
  Is: IToken[];
  A?: IToken[];
  An?: IToken[];
  type: TypeCstNode[];
  CommaNotSet?: IToken[];
  basis?: BasisCstNode[];
  CommaSolvedAs?: IToken[];
  value?: ValueCstNode[];
};

export interface BasisCstNode extends CstNode {
  name: "basis";
  children: BasisCstChildren;
}

export type BasisCstChildren = {
  word?: (IToken)[];
};

export interface ScheduleCstNode extends CstNode {
  name: "schedule";
  children: ScheduleCstChildren;
}

export type ScheduleCstChildren = {
  Are: IToken[];
  cycleDates?: CycleDatesCstNode[];
  joinedDates?: JoinedDatesCstNode[];
};

export interface CycleDatesCstNode extends CstNode {
  name: "cycleDates";
  children: CycleDatesCstChildren;
}

export type CycleDatesCstChildren = {
  Every: IToken[];
  dayOfYear?: (IToken)[];
  Comma?: IToken[];
  And?: IToken[];
  count?: ChainCstNode[];
  TimeUnit?: IToken[];
  range: RangeCstNode[];
  convention?: (IToken)[];
  unit?: UnitCstNode[];
  CountedFromLine?: IToken[];
  anchor?: ValueCstNode[];
  FirstPeriodBeginsLine?: IToken[];
  begins?: ValueCstNode[];
  FirstPeriodLine?: IToken[];
  firstPeriod?: (IToken)[];
  LastPeriodLine?: IToken[];
  lastPeriod?: (IToken)[];
  MonthEndsLine?: IToken[];
  Kept?: IToken[];
};

export interface JoinedDatesCstNode extends CstNode {
  name: "joinedDates";
  children: JoinedDatesCstChildren;
}

export type JoinedDatesCstChildren = {
  datesPart: (DatesPartCstNode)[];
  Comma?: IToken[];
  And?: IToken[];
  FirstPeriodBeginsLine?: IToken[];
  begins?: ValueCstNode[];
};

export interface DatesPartCstNode extends CstNode {
  name: "datesPart";
  children: DatesPartCstChildren;
}

export type DatesPartCstChildren = {
  date: OperandCstNode[];
  rowOwner?: RowOwnerCstNode[];
};

export interface DefaultDeclarationCstNode extends CstNode {
  name: "defaultDeclaration";
  children: DefaultDeclarationCstChildren;
}

export type DefaultDeclarationCstChildren = {
  Occurs: IToken[];
  owner?: OwnerCstNode[];
  When?: IToken[];
  condition?: ConditionCstNode[];
  CuredByLine?: IToken[];
  cureBy?: ValueCstNode[];
  ContinuesLine?: IToken[];
  ends?: (IToken)[];
};

export interface AccountCstNode extends CstNode {
  name: "account";
  children: AccountCstChildren;
}

export type AccountCstChildren = {
  Account: IToken[];
  Name: IToken[];
  owner?: OwnerCstNode[];
  OwedBy: IToken[];
  debtor: IToken[];
  To: IToken[];
  creditor: IToken[];
  CurrencyLine?: IToken[];
  currency?: IToken[];
  accrual?: AccrualCstNode[];
  FromAndIncludingLine?: IToken[];
  from?: ValueCstNode[];
  ToButExcluding?: IToken[];
  Today?: IToken[];
  WhileLine?: IToken[];
  condition?: ConditionCstNode[];
  DayOfPaymentCountsLine?: IToken[];
  dayOfPayment?: ConditionCstNode[];
};

export interface AccrualCstNode extends CstNode {
  name: "accrual";
  children: AccrualCstChildren;
}

export type AccrualCstChildren = {
  AccruesLine: IToken[];
  rate: ProductCstNode[];
  OnEach?: IToken[];
  On?: IToken[];
  base: ProductCstNode[];
  AtTheEndOfEachDay?: IToken[];
  By: IToken[];
  dayCount: PrimaryCstNode[];
  periods?: PeriodsCstNode[];
};

export interface PeriodsCstNode extends CstNode {
  name: "periods";
  children: PeriodsCstChildren;
}

export type PeriodsCstChildren = {
  Every: IToken[];
  count: IToken[];
  TimeUnit: IToken[];
  From: IToken[];
  anchor: DateExpressionCstNode[];
};

export interface ReadingCstNode extends CstNode {
  name: "reading";
  children: ReadingCstChildren;
}

export type ReadingCstChildren = {
  Reading: IToken[];
  name: IToken[];
  PassageLine?: IToken[];
  passage?: IToken[];
  ChoicesLine?: IToken[];
  choices?: TextsCstNode[];
  ChosenLine?: IToken[];
  chosen?: IToken[];
};

export interface RuleCstNode extends CstNode {
  name: "rule";
  children: RuleCstChildren;
}

export type RuleCstChildren = {
  whenTrigger?: WhenTriggerCstNode[];
  calendarTrigger?: CalendarTriggerCstNode[];
  everyTrigger?: EveryTriggerCstNode[];
  AtTheClose?: IToken[];
  If?: IToken[];
  condition?: ConditionCstNode[];
  change?: ChangeCstNode[];
  CommaInThisOrder?: IToken[];
  orderedStep?: OrderedStepCstNode[];
  Comma?: IToken[];
  gift?: (GiftCstNode)[];
  CommaOtherwise?: IToken[];
};

export interface OrderedStepCstNode extends CstNode {
  name: "orderedStep";
  children: OrderedStepCstChildren;
}

export type OrderedStepCstChildren = {
  ListLabel: IToken[];
  change: ChangeCstNode[];
};

export interface DayOrderCstNode extends CstNode {
  name: "dayOrder";
  children: DayOrderCstChildren;
}

export type DayOrderCstChildren = {
  OrderOnOneDayLine: IToken[];
  sectionName: (SectionNameCstNode)[];
  CommaThen: IToken[];
};

export interface WhenTriggerCstNode extends CstNode {
  name: "whenTrigger";
  children: WhenTriggerCstChildren;
}

export type WhenTriggerCstChildren = {
  When: IToken[];
  Name: IToken[];
  OfEach?: IToken[];
  owner?: (IToken)[];
  ForEach?: IToken[];
  Under?: IToken[];
  sections?: SectionsCstNode[];
  edge?: (IToken)[];
};

export interface CalendarTriggerCstNode extends CstNode {
  name: "calendarTrigger";
  children: CalendarTriggerCstChildren;
}

export type CalendarTriggerCstChildren = {
  OnEach?: (IToken)[];
  Of?: IToken[];
  schedule?: IToken[];
  TimeUnit?: IToken[];
  On?: IToken[];
  date?: OperandCstNode[];
  owner?: OwnerCstNode[];
};

export interface EveryTriggerCstNode extends CstNode {
  name: "everyTrigger";
  children: EveryTriggerCstChildren;
}

export type EveryTriggerCstChildren = {
  Every: IToken[];
  count: ChainCstNode[];
  TimeUnit: IToken[];
  FromAndIncluding: IToken[];
  from: DateExpressionCstNode[];
};

export interface GiftCstNode extends CstNode {
  name: "gift";
  children: GiftCstChildren;
}

export type GiftCstChildren = {
  The: IToken[];
  party: IToken[];
  Gives: IToken[];
  event: IToken[];
  Comma?: IToken[];
  givenField?: GivenFieldCstNode[];
};

export interface GivenFieldCstNode extends CstNode {
  name: "givenField";
  children: GivenFieldCstChildren;
}

export type GivenFieldCstChildren = {
  Name: IToken[];
  Being: IToken[];
  operand: OperandCstNode[];
};

export interface ChangeCstNode extends CstNode {
  name: "change";
  children: ChangeCstChildren;
}

export type ChangeCstChildren = {
  Name?: IToken[];
  owner?: OwnerCstNode[];
  Where?: IToken[];
  filter?: FilterCstNode[];
  namedChange?: (NamedChangeCstNode)[];
  chain?: ChainCstNode[];
  application?: ApplicationCstNode[];
};

export interface NamedChangeCstNode extends CstNode {
  name: "namedChange";
  children: NamedChangeCstChildren;
}

export type NamedChangeCstChildren = {
  BecomesNotSet?: IToken[];
  Becomes?: IToken[];
  value?: (ValueCstNode)[];
  RisesBy?: IToken[];
  FallsBy?: IToken[];
  IsCharged?: IToken[];
  With?: IToken[];
  DueOn?: IToken[];
  date?: (OperandCstNode)[];
  payableOn?: (PayableOnCstNode)[];
  FallsDueOn?: IToken[];
  FallsDueInFullOn?: IToken[];
  forTheMonth?: (ForTheMonthCstNode)[];
  FallsDueBy?: IToken[];
  product?: ProductCstNode[];
  On?: IToken[];
  IsWaived?: IToken[];
  IsConvertedBy?: IToken[];
  IsCleared?: IToken[];
};

export interface PayableOnCstNode extends CstNode {
  name: "payableOn";
  children: PayableOnCstChildren;
}

export type PayableOnCstChildren = {
  CommaPayableOn: IToken[];
  date: OperandCstNode[];
};

export interface ForTheMonthCstNode extends CstNode {
  name: "forTheMonth";
  children: ForTheMonthCstChildren;
}

export type ForTheMonthCstChildren = {
  ForTheMonthOf: IToken[];
  dateExpression: DateExpressionCstNode[];
};

export interface ApplicationCstNode extends CstNode {
  name: "application";
  children: ApplicationCstChildren;
}

export type ApplicationCstChildren = {
  amount: OperandCstNode[];
  IsAppliedTo: IToken[];
  paymentTarget: (PaymentTargetCstNode)[];
  CommaThen?: IToken[];
};

export interface PaymentTargetCstNode extends CstNode {
  name: "paymentTarget";
  children: PaymentTargetCstChildren;
}

export type PaymentTargetCstChildren = {
  Due?: IToken[];
  TheRestOf?: IToken[];
  of?: ChainCstNode[];
  Name?: IToken[];
  owner?: OwnerCstNode[];
  Where?: IToken[];
  filter?: FilterCstNode[];
  ProRata?: IToken[];
  EachWithIts?: IToken[];
  companion?: IToken[];
};

export interface ExceptionCstNode extends CstNode {
  name: "exception";
  children: ExceptionCstChildren;
}

export type ExceptionCstChildren = {
  Notwithstanding: IToken[];
  Name: IToken[];
  Of?: IToken[];
  of?: SectionNameCstNode[];
  WhileLine?: IToken[];
  condition?: ConditionCstNode[];
  ItIsLine?: IToken[];
  value?: ValueCstNode[];
  OverLine?: IToken[];
  over?: SectionsCstNode[];
};

export interface SectionsCstNode extends CstNode {
  name: "sections";
  children: SectionsCstChildren;
}

export type SectionsCstChildren = {
  sectionName: (SectionNameCstNode)[];
  Comma?: IToken[];
  Or?: IToken[];
};

export interface PartyClauseCstNode extends CstNode {
  name: "partyClause";
  children: PartyClauseCstChildren;
}

export type PartyClauseCstChildren = {
  ForEach?: IToken[];
  each?: IToken[];
  Comma?: IToken[];
  The: IToken[];
  party: IToken[];
  power?: PowerCstNode[];
  deliveryDuty?: DeliveryDutyCstNode[];
  paymentDuty?: PaymentDutyCstNode[];
  prohibition?: ProhibitionCstNode[];
  covenant?: CovenantCstNode[];
  sale?: SaleCstNode[];
};

export interface PowerCstNode extends CstNode {
  name: "power";
  children: PowerCstChildren;
}

export type PowerCstChildren = {
  MayGive: IToken[];
  event: IToken[];
  endsBy?: EndsByCstNode[];
  called?: CalledCstNode[];
  onlyIf?: OnlyIfCstNode[];
  AskingForLine?: IToken[];
  askingFor?: ValueCstNode[];
  limit?: LimitCstNode[];
  beyond?: BeyondCstNode[];
  GivingLine?: IToken[];
  giving?: IToken[];
  ElectingLine?: IToken[];
  electing?: ValueCstNode[];
  IfNoneIsMadeLine?: IToken[];
  otherwise?: ValueCstNode[];
};

export interface EndsByCstNode extends CstNode {
  name: "endsBy";
  children: EndsByCstChildren;
}

export type EndsByCstChildren = {
  By?: IToken[];
  NoLaterThan?: IToken[];
  OnOrBefore?: IToken[];
  due: OperandCstNode[];
  owner?: OwnerCstNode[];
};

export interface CalledCstNode extends CstNode {
  name: "called";
  children: CalledCstChildren;
}

export type CalledCstChildren = {
  Called?: IToken[];
  CommaCalled?: IToken[];
  Name: IToken[];
};

export interface OnlyIfCstNode extends CstNode {
  name: "onlyIf";
  children: OnlyIfCstChildren;
}

export type OnlyIfCstChildren = {
  OnlyIf: IToken[];
  AllOf?: IToken[];
  requirement?: RequirementCstNode[];
  condition?: ConditionCstNode[];
  reason?: ReasonCstNode[];
};

export interface RequirementCstNode extends CstNode {
  name: "requirement";
  children: RequirementCstChildren;
}

export type RequirementCstChildren = {
  ListLabel: IToken[];
  condition: ConditionCstNode[];
  reason?: ReasonCstNode[];
};

export interface ReasonCstNode extends CstNode {
  name: "reason";
  children: ReasonCstChildren;
}

export type ReasonCstChildren = {
  CommaElse: IToken[];
  Text: IToken[];
};

export interface LimitCstNode extends CstNode {
  name: "limit";
  children: LimitCstChildren;
}

export type LimitCstChildren = {
  UpTo: IToken[];
  TheLeastOf?: IToken[];
  entries?: EntriesCstNode[];
  value?: ValueCstNode[];
};

export interface BeyondCstNode extends CstNode {
  name: "beyond";
  children: BeyondCstChildren;
}

export type BeyondCstChildren = {
  BeyondThatLine: IToken[];
  beyondRule?: (BeyondRuleCstNode)[];
  As?: IToken[];
  reading?: IToken[];
  IsRead?: IToken[];
  choice?: IToken[];
  Colon?: IToken[];
};

export interface BeyondRuleCstNode extends CstNode {
  name: "beyondRule";
  children: BeyondRuleCstChildren;
}

export type BeyondRuleCstChildren = {
  word?: (IToken)[];
};

export interface DeliveryDutyCstNode extends CstNode {
  name: "deliveryDuty";
  children: DeliveryDutyCstChildren;
}

export type DeliveryDutyCstChildren = {
  MustGive: IToken[];
  event: IToken[];
  dutyTerms: DutyTermsCstNode[];
};

export interface PaymentDutyCstNode extends CstNode {
  name: "paymentDuty";
  children: PaymentDutyCstChildren;
}

export type PaymentDutyCstChildren = {
  MustPay: IToken[];
  amount: OperandCstNode[];
  To?: IToken[];
  to?: IToken[];
  dutyTerms: DutyTermsCstNode[];
};

export interface DutyTermsCstNode extends CstNode {
  name: "dutyTerms";
  children: DutyTermsCstChildren;
}

export type DutyTermsCstChildren = {
  endsBy: EndsByCstNode[];
  While?: IToken[];
  condition?: ConditionCstNode[];
  owner?: OwnerCstNode[];
  called?: CalledCstNode[];
};

export interface ProhibitionCstNode extends CstNode {
  name: "prohibition";
  children: ProhibitionCstChildren;
}

export type ProhibitionCstChildren = {
  MustNotGive: IToken[];
  event: IToken[];
  Unless?: IToken[];
  condition?: ConditionCstNode[];
  called: CalledCstNode[];
};

export interface CovenantCstNode extends CstNode {
  name: "covenant";
  children: CovenantCstChildren;
}

export type CovenantCstChildren = {
  MustNotLet: IToken[];
  left: OperandCstNode[];
  word?: (IToken)[];
  right: OperandCstNode[];
  AtAnyTime?: IToken[];
  Unless?: IToken[];
  condition?: ConditionCstNode[];
  called: CalledCstNode[];
};

export interface InWordsCstNode extends CstNode {
  name: "inWords";
  children: InWordsCstChildren;
}

export type InWordsCstChildren = {
  InWordsLine?: IToken[];
  InWords?: IToken[];
  Comma?: IToken[];
  The?: IToken[];
  party?: IToken[];
  modality?: (IToken)[];
  Colon?: IToken[];
  Text: IToken[];
};

export interface OurViewCstNode extends CstNode {
  name: "ourView";
  children: OurViewCstChildren;
}

export type OurViewCstChildren = {
  OurViewLine?: IToken[];
  OurViewOn?: IToken[];
  on?: IToken[];
  Colon?: IToken[];
  Text: IToken[];
  InsteadOfLine?: IToken[];
  insteadOf?: IToken[];
  FavoursLine?: IToken[];
  favours?: IToken[];
};

export interface SentenceMarkCstNode extends CstNode {
  name: "sentenceMark";
  children: SentenceMarkCstChildren;
}

export type SentenceMarkCstChildren = {
  Sentence?: IToken[];
  Sentences?: IToken[];
  ordinals?: OrdinalsCstNode[];
  IsOutOfScopeLine?: IToken[];
  AreOutOfScopeLine?: IToken[];
  reason?: (IToken)[];
  RestIsOutOfScopeLine?: IToken[];
};

export interface OrdinalsCstNode extends CstNode {
  name: "ordinals";
  children: OrdinalsCstChildren;
}

export type OrdinalsCstChildren = {
  ordinalRange: (OrdinalRangeCstNode)[];
  Comma?: IToken[];
};

export interface OrdinalRangeCstNode extends CstNode {
  name: "ordinalRange";
  children: OrdinalRangeCstChildren;
}

export type OrdinalRangeCstChildren = {
  from: IToken[];
  To?: IToken[];
  to?: IToken[];
};

export interface RoleMarkCstNode extends CstNode {
  name: "roleMark";
  children: RoleMarkCstChildren;
}

export type RoleMarkCstChildren = {
  Role: IToken[];
  Text: IToken[];
  Colon: IToken[];
  Name: IToken[];
};

export interface StoryCstNode extends CstNode {
  name: "story";
  children: StoryCstChildren;
}

export type StoryCstChildren = {
  Test: IToken[];
  title: IToken[];
  WithLine?: IToken[];
  storyTerm?: StoryTermCstNode[];
  ReadingLine?: IToken[];
  reading?: IToken[];
  Equals?: IToken[];
  choice?: IToken[];
  MarketLine?: IToken[];
  marketFile?: MarketFileCstNode[];
  CalendarLine?: IToken[];
  calendar?: IToken[];
  ContinuesLine?: IToken[];
  setUp?: IToken[];
  storyEvent?: StoryEventCstNode[];
  expectation?: ExpectationCstNode[];
};

export interface StoryTermCstNode extends CstNode {
  name: "storyTerm";
  children: StoryTermCstChildren;
}

export type StoryTermCstChildren = {
  term: IToken[];
  Equals?: IToken[];
  termValue?: OperandCstNode[];
  On?: IToken[];
  on?: DateExpressionCstNode[];
  Comma?: IToken[];
  storyField?: StoryFieldCstNode[];
};

export interface MarketFileCstNode extends CstNode {
  name: "marketFile";
  children: MarketFileCstChildren;
}

export type MarketFileCstChildren = {
  series?: IToken[];
  Equals?: IToken[];
  file: IToken[];
  Comma?: IToken[];
  fileColumn?: FileColumnCstNode[];
};

export interface FileColumnCstNode extends CstNode {
  name: "fileColumn";
  children: FileColumnCstChildren;
}

export type FileColumnCstChildren = {
  column?: ColumnCstNode[];
  DateType?: IToken[];
  Equals: IToken[];
  written: IToken[];
};

export interface StoryEventCstNode extends CstNode {
  name: "storyEvent";
  children: StoryEventCstChildren;
}

export type StoryEventCstChildren = {
  On: IToken[];
  on: DateExpressionCstNode[];
  At?: IToken[];
  at?: PrimaryCstNode[];
  Colon: IToken[];
  Name: IToken[];
  id?: IToken[];
  For?: IToken[];
  refersTo?: IToken[];
  Comma?: IToken[];
  storyField?: StoryFieldCstNode[];
};

export interface StoryFieldCstNode extends CstNode {
  name: "storyField";
  children: StoryFieldCstChildren;
}

export type StoryFieldCstChildren = {
  Name: IToken[];
  primary?: PrimaryCstNode[];
};

export interface ExpectationCstNode extends CstNode {
  name: "expectation";
  children: ExpectationCstChildren;
}

export type ExpectationCstChildren = {
  ExpectLine: IToken[];
  Name: IToken[];
  Of?: IToken[];
  of?: (IToken)[];
  On?: IToken[];
  on?: DateExpressionCstNode[];
  IsNoValue?: IToken[];
  IsRefused?: IToken[];
  IsAnError?: IToken[];
  error?: IToken[];
  Is?: IToken[];
  expected?: OperandCstNode[];
  Under?: IToken[];
  section?: SectionNameCstNode[];
};

export interface PlanCstNode extends CstNode {
  name: "plan";
  children: PlanCstChildren;
}

export type PlanCstChildren = {
  Plan: IToken[];
  title: IToken[];
};

export interface SignalCstNode extends CstNode {
  name: "signal";
  children: SignalCstChildren;
}

export type SignalCstChildren = {
  Signal: IToken[];
  Name: IToken[];
  Equals: IToken[];
  initial: OperandCstNode[];
  basis?: BasisCstNode[];
};

export interface SaleCstNode extends CstNode {
  name: "sale";
  children: SaleCstChildren;
}

export type SaleCstChildren = {
  Sells: IToken[];
  of: OperandCstNode[];
  CommaAtMost: IToken[];
  most: OperandCstNode[];
  Comma: IToken[];
  At: IToken[];
  price: OperandCstNode[];
  CommaLeaving?: IToken[];
  leaving?: IToken[];
};

export interface PriceImpactCstNode extends CstNode {
  name: "priceImpact";
  children: PriceImpactCstChildren;
}

export type PriceImpactCstChildren = {
  PriceImpactLine: IToken[];
  coefficient: OperandCstNode[];
  LastingPartLine?: IToken[];
  lasting?: OperandCstNode[];
  HalfLifeLine?: IToken[];
  halfLife?: OperandCstNode[];
  SourceLine?: IToken[];
  source?: IToken[];
};

export interface ClauseHeadCstNode extends CstNode {
  name: "clauseHead";
  children: ClauseHeadCstChildren;
}

export type ClauseHeadCstChildren = {
  Clause: IToken[];
  title: IToken[];
  LanguageLine?: IToken[];
  version?: IToken[];
  SaysLine?: IToken[];
  says?: IToken[];
  SentenceLine?: IToken[];
  sentence?: IToken[];
  AlsoKnownAsLine?: IToken[];
  alsoKnownAs?: TextsCstNode[];
  SourceLine?: IToken[];
  source?: IToken[];
};

export interface TakesCstNode extends CstNode {
  name: "takes";
  children: TakesCstChildren;
}

export type TakesCstChildren = {
  verb?: (IToken)[];
  Name: IToken[];
  owner?: OwnerCstNode[];
  Colon: IToken[];
  Event?: IToken[];
  For?: IToken[];
  refersTo?: IToken[];
  Account?: IToken[];
  Party?: IToken[];
  DayCountType?: IToken[];
  type?: TypeCstNode[];
  meaning?: MeaningCstNode[];
};

export interface MeaningCstNode extends CstNode {
  name: "meaning";
  children: MeaningCstChildren;
}

export type MeaningCstChildren = {
  Meaning: IToken[];
  Text: IToken[];
};

export interface GivesCstNode extends CstNode {
  name: "gives";
  children: GivesCstChildren;
}

export type GivesCstChildren = {
  Gives: IToken[];
  Name: IToken[];
  owner?: OwnerCstNode[];
  meaning?: MeaningCstNode[];
};

export interface UseCstNode extends CstNode {
  name: "use";
  children: UseCstChildren;
}

export type UseCstChildren = {
  Use: IToken[];
  clause: IToken[];
  From?: IToken[];
  file?: IToken[];
  InCurrency?: IToken[];
  currency?: IToken[];
  SaysLine?: IToken[];
  says?: IToken[];
  binding?: BindingCstNode[];
};

export interface BindingCstNode extends CstNode {
  name: "binding";
  children: BindingCstChildren;
}

export type BindingCstChildren = {
  Name: IToken[];
  Colon: IToken[];
  value: ValueCstNode[];
};

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  asRead?: AsReadCstNode[];
  table?: TableCstNode[];
  head?: RoundedCstNode[];
  cases?: CasesCstNode[];
  onlyWhile?: OnlyWhileCstNode[];
  orElse?: OrElseCstNode[];
};

export interface AsReadCstNode extends CstNode {
  name: "asRead";
  children: AsReadCstChildren;
}

export type AsReadCstChildren = {
  As: IToken[];
  readings: ReadingsCstNode[];
};

export interface ReadingsCstNode extends CstNode {
  name: "readings";
  children: ReadingsCstChildren;
}

export type ReadingsCstChildren = {
  reading: IToken[];
  IsRead: IToken[];
  readingArm: ReadingArmCstNode[];
};

export interface ReadingArmCstNode extends CstNode {
  name: "readingArm";
  children: ReadingArmCstChildren;
}

export type ReadingArmCstChildren = {
  choice: IToken[];
  Colon: IToken[];
  value: ValueCstNode[];
};

export interface TableCstNode extends CstNode {
  name: "table";
  children: TableCstChildren;
}

export type TableCstChildren = {
  ByTheTableOf: IToken[];
  key: ProductCstNode[];
  And?: IToken[];
  across?: ProductCstNode[];
  CommaInStraightLines?: IToken[];
  tableFile?: TableFileCstNode[];
  ColumnsLine?: IToken[];
  column?: (LiteralCstNode)[];
  Comma?: IToken[];
  tableRow?: TableRowCstNode[];
};

export interface TableFileCstNode extends CstNode {
  name: "tableFile";
  children: TableFileCstChildren;
}

export type TableFileCstChildren = {
  From: IToken[];
  file: IToken[];
  Colon: IToken[];
  type: TypeCstNode[];
  basis?: BasisCstNode[];
};

export interface TableRowCstNode extends CstNode {
  name: "tableRow";
  children: TableRowCstChildren;
}

export type TableRowCstChildren = {
  From?: IToken[];
  from?: LiteralCstNode[];
  UpTo?: IToken[];
  upTo?: LiteralCstNode[];
  at?: LiteralCstNode[];
  To?: IToken[];
  ToButExcluding?: IToken[];
  to?: LiteralCstNode[];
  Colon: IToken[];
  cell: (OperandCstNode)[];
  Comma?: IToken[];
};

export interface CasesCstNode extends CstNode {
  name: "cases";
  children: CasesCstChildren;
}

export type CasesCstChildren = {
  If: IToken[];
  condition: ConditionCstNode[];
  furtherCase?: FurtherCaseCstNode[];
  CommaOtherwise: IToken[];
  asRead?: AsReadCstNode[];
  otherwise?: RoundedCstNode[];
};

export interface FurtherCaseCstNode extends CstNode {
  name: "furtherCase";
  children: FurtherCaseCstChildren;
}

export type FurtherCaseCstChildren = {
  Comma: IToken[];
  rounded: RoundedCstNode[];
  If: IToken[];
  condition: ConditionCstNode[];
};

export interface OnlyWhileCstNode extends CstNode {
  name: "onlyWhile";
  children: OnlyWhileCstChildren;
}

export type OnlyWhileCstChildren = {
  OnlyWhile: IToken[];
  condition: ConditionCstNode[];
};

export interface OrElseCstNode extends CstNode {
  name: "orElse";
  children: OrElseCstChildren;
}

export type OrElseCstChildren = {
  CommaOrElse: IToken[];
  rounded: RoundedCstNode[];
};

export interface RoundedCstNode extends CstNode {
  name: "rounded";
  children: RoundedCstChildren;
}

export type RoundedCstChildren = {
  condition: ConditionCstNode[];
  mode?: (IToken)[];
  Cent?: IToken[];
  step?: PrimaryCstNode[];
  convention?: (IToken)[];
  unit?: UnitCstNode[];
};

export interface ConditionCstNode extends CstNode {
  name: "condition";
  children: ConditionCstChildren;
}

export type ConditionCstChildren = {
  conditionList?: ConditionListCstNode[];
  logic?: LogicCstNode[];
};

export interface ConditionListCstNode extends CstNode {
  name: "conditionList";
  children: ConditionListCstChildren;
}

export type ConditionListCstChildren = {
  word?: (IToken)[];
  conditionEntry: ConditionEntryCstNode[];
};

export interface ConditionEntryCstNode extends CstNode {
  name: "conditionEntry";
  children: ConditionEntryCstChildren;
}

export type ConditionEntryCstChildren = {
  ListLabel: IToken[];
  condition: ConditionCstNode[];
};

export interface LogicCstNode extends CstNode {
  name: "logic";
  children: LogicCstChildren;
}

export type LogicCstChildren = {
  test: (TestCstNode)[];
  And?: IToken[];
  Or?: IToken[];
};

export interface TestCstNode extends CstNode {
  name: "test";
  children: TestCstChildren;
}

export type TestCstChildren = {
  Not?: IToken[];
  daysTest?: DaysTestCstNode[];
  eventsTest?: EventsTestCstNode[];
  readingTest?: ReadingTestCstNode[];
  breachTest?: BreachTestCstNode[];
  comparison?: ComparisonCstNode[];
};

export interface DaysTestCstNode extends CstNode {
  name: "daysTest";
  children: DaysTestCstChildren;
}

export type DaysTestCstChildren = {
  quantifier?: (IToken)[];
  unit: UnitCstNode[];
  range?: RangeCstNode[];
  Of?: IToken[];
  dayWindow?: DayWindowCstNode[];
  Comma: IToken[];
  test: TestCstNode[];
};

export interface EventsTestCstNode extends CstNode {
  name: "eventsTest";
  children: EventsTestCstChildren;
}

export type EventsTestCstChildren = {
  quantifier?: (IToken)[];
  Name: IToken[];
  eventsAre?: (EventsAreCstNode)[];
  ofThis?: OfThisCstNode[];
  HasHappened?: IToken[];
};

export interface EventsAreCstNode extends CstNode {
  name: "eventsAre";
  children: EventsAreCstChildren;
}

export type EventsAreCstChildren = {
  Has?: IToken[];
  test?: TestCstNode[];
  Is?: IToken[];
  IsNot?: IToken[];
  memberName?: MemberNameCstNode[];
};

export interface OfThisCstNode extends CstNode {
  name: "ofThis";
  children: OfThisCstChildren;
}

export type OfThisCstChildren = {
  For: IToken[];
  This: IToken[];
  event: IToken[];
};

export interface ReadingTestCstNode extends CstNode {
  name: "readingTest";
  children: ReadingTestCstChildren;
}

export type ReadingTestCstChildren = {
  reading: IToken[];
  IsRead: IToken[];
  choice: IToken[];
};

export interface BreachTestCstNode extends CstNode {
  name: "breachTest";
  children: BreachTestCstChildren;
}

export type BreachTestCstChildren = {
  The: IToken[];
  party: IToken[];
  IsInBreachOf: IToken[];
  sections: SectionsCstNode[];
};

export interface ComparisonCstNode extends CstNode {
  name: "comparison";
  children: ComparisonCstChildren;
}

export type ComparisonCstChildren = {
  left: OperandCstNode[];
  IsSet?: IToken[];
  IsNotSet?: IToken[];
  IsContinuing?: IToken[];
  IsNotContinuing?: IToken[];
  HasHappened?: IToken[];
  HasNotHappened?: IToken[];
  IsOneOf?: IToken[];
  options?: TextsCstNode[];
  schedule?: IToken[];
  standing?: (IToken)[];
  IsLateByMoreThan?: IToken[];
  right?: (OperandCstNode)[];
  relation?: RelationCstNode[];
};

export interface RelationCstNode extends CstNode {
  name: "relation";
  children: RelationCstChildren;
}

export type RelationCstChildren = {
  word?: (IToken)[];
};

export interface OperandCstNode extends CstNode {
  name: "operand";
  children: OperandCstChildren;
}

export type OperandCstChildren = {
  pairPick?: PairPickCstNode[];
  listPick?: ListPickCstNode[];
  fold?: FoldCstNode[];
  interestOn?: InterestOnCstNode[];
  sum?: SumCstNode[];
};

export interface PairPickCstNode extends CstNode {
  name: "pairPick";
  children: PairPickCstChildren;
}

export type PairPickCstChildren = {
  word?: (IToken)[];
  entries?: EntriesCstNode[];
  several?: SeveralCstNode[];
};

export interface SeveralCstNode extends CstNode {
  name: "several";
  children: SeveralCstChildren;
}

export type SeveralCstChildren = {
  pickOperand: (PickOperandCstNode)[];
  Comma?: (IToken)[];
  And: IToken[];
};

export interface PickOperandCstNode extends CstNode {
  name: "pickOperand";
  children: PickOperandCstChildren;
}

export type PickOperandCstChildren = {
  product: ProductCstNode[];
  CommaIfSet?: IToken[];
};

export interface ListPickCstNode extends CstNode {
  name: "listPick";
  children: ListPickCstChildren;
}

export type ListPickCstChildren = {
  word?: (IToken)[];
  entries?: (EntriesCstNode)[];
  several?: SeveralCstNode[];
  TheTotalOf?: IToken[];
  foldBody?: FoldBodyCstNode[];
};

export interface EntriesCstNode extends CstNode {
  name: "entries";
  children: EntriesCstChildren;
}

export type EntriesCstChildren = {
  entry: EntryCstNode[];
};

export interface EntryCstNode extends CstNode {
  name: "entry";
  children: EntryCstChildren;
}

export type EntryCstChildren = {
  ListLabel: IToken[];
  operand: OperandCstNode[];
  CommaIfSet?: IToken[];
  Comma?: IToken[];
  And?: (IToken)[];
};

export interface FoldCstNode extends CstNode {
  name: "fold";
  children: FoldCstChildren;
}

export type FoldCstChildren = {
  word?: (IToken)[];
  entries?: EntriesCstNode[];
  foldBody?: (FoldBodyCstNode)[];
  extremesPick?: ExtremesPickCstNode[];
  set?: SetCstNode[];
};

export interface FoldBodyCstNode extends CstNode {
  name: "foldBody";
  children: FoldBodyCstChildren;
}

export type FoldBodyCstChildren = {
  product: ProductCstNode[];
  Over?: IToken[];
  set?: SetCstNode[];
  ForEach?: IToken[];
  event?: IToken[];
  Where?: IToken[];
  filter?: FilterCstNode[];
};

export interface ExtremesPickCstNode extends CstNode {
  name: "extremesPick";
  children: ExtremesPickCstChildren;
}

export type ExtremesPickCstChildren = {
  The: IToken[];
  count: PrimaryCstNode[];
  which?: (IToken)[];
};

export interface SetCstNode extends CstNode {
  name: "set";
  children: SetCstChildren;
}

export type SetCstChildren = {
  event?: IToken[];
  Events?: IToken[];
  ofThis?: OfThisCstNode[];
  Where?: (IToken)[];
  filter?: (FilterCstNode)[];
  schedule?: IToken[];
  range?: (RangeCstNode)[];
  direction?: DirectionCstNode[];
  dateExpression?: DateExpressionCstNode[];
  unit?: UnitCstNode[];
  ThoseOf?: IToken[];
  dayWindow?: DayWindowCstNode[];
  OnWhich?: IToken[];
  ThatHaveEnded?: IToken[];
};

export interface FilterCstNode extends CstNode {
  name: "filter";
  children: FilterCstChildren;
}

export type FilterCstChildren = {
  Not?: IToken[];
  dated: DatedCstNode[];
};

export interface RangeCstNode extends CstNode {
  name: "range";
  children: RangeCstChildren;
}

export type RangeCstChildren = {
  opening?: (IToken)[];
  from: DateExpressionCstNode[];
  closing?: (IToken)[];
  to: DateExpressionCstNode[];
};

export interface DayWindowCstNode extends CstNode {
  name: "dayWindow";
  children: DayWindowCstChildren;
}

export type DayWindowCstChildren = {
  The?: IToken[];
  TheLast?: IToken[];
  count: ChainCstNode[];
  unit: UnitCstNode[];
  OnWhich?: IToken[];
  filter?: FilterCstNode[];
  Ending: IToken[];
  dateExpression: DateExpressionCstNode[];
};

export interface InterestOnCstNode extends CstNode {
  name: "interestOn";
  children: InterestOnCstChildren;
}

export type InterestOnCstChildren = {
  InterestAt?: IToken[];
  rate?: (ProductCstNode)[];
  On?: IToken[];
  base?: ProductCstNode[];
  TheInterestFactorAt?: IToken[];
  range: RangeCstNode[];
  By: IToken[];
  dayCount: PrimaryCstNode[];
  periods?: PeriodsCstNode[];
};

export interface SumCstNode extends CstNode {
  name: "sum";
  children: SumCstChildren;
}

export type SumCstChildren = {
  product: (ProductCstNode)[];
  operator?: (IToken)[];
};

export interface ProductCstNode extends CstNode {
  name: "product";
  children: ProductCstChildren;
}

export type ProductCstChildren = {
  raised: (RaisedCstNode)[];
  operator?: (IToken)[];
};

export interface RaisedCstNode extends CstNode {
  name: "raised";
  children: RaisedCstChildren;
}

export type RaisedCstChildren = {
  Minus?: IToken[];
  Fraction?: IToken[];
  base: DatedCstNode[];
  ToThePowerOf?: IToken[];
  exponent?: DatedCstNode[];
};

export interface DatedCstNode extends CstNode {
  name: "dated";
  children: DatedCstChildren;
}

export type DatedCstChildren = {
  primary: PrimaryCstNode[];
  member?: MemberCstNode[];
  asOf?: AsOfCstNode[];
  shift?: ShiftCstNode[];
};

export interface MemberCstNode extends CstNode {
  name: "member";
  children: MemberCstChildren;
}

export type MemberCstChildren = {
  Possessive: IToken[];
  memberName: MemberNameCstNode[];
  PayableOn?: IToken[];
  payableOn?: DateExpressionCstNode[];
};

export interface AsOfCstNode extends CstNode {
  name: "asOf";
  children: AsOfCstChildren;
}

export type AsOfCstChildren = {
  AsOf: IToken[];
  dateExpression: DateExpressionCstNode[];
};

export interface ShiftCstNode extends CstNode {
  name: "shift";
  children: ShiftCstChildren;
}

export type ShiftCstChildren = {
  unit?: UnitCstNode[];
  direction?: (IToken)[];
  dateExpression?: (DateExpressionCstNode)[];
  HavePassedSince?: IToken[];
  since?: DateExpressionCstNode[];
  clockUnit?: (IToken)[];
};

export interface UnitCstNode extends CstNode {
  name: "unit";
  children: UnitCstChildren;
}

export type UnitCstChildren = {
  calendar?: IToken[];
  TimeUnit: IToken[];
};

export interface DateExpressionCstNode extends CstNode {
  name: "dateExpression";
  children: DateExpressionCstChildren;
}

export type DateExpressionCstChildren = {
  chain: ChainCstNode[];
  shift?: ShiftCstNode[];
};

export interface ChainCstNode extends CstNode {
  name: "chain";
  children: ChainCstChildren;
}

export type ChainCstChildren = {
  primary: PrimaryCstNode[];
  member?: MemberCstNode[];
};

export interface PrimaryCstNode extends CstNode {
  name: "primary";
  children: PrimaryCstChildren;
}

export type PrimaryCstChildren = {
  literal?: LiteralCstNode[];
  clockTime?: ClockTimeCstNode[];
  reference?: ReferenceCstNode[];
  measure?: MeasureCstNode[];
  dutyMeasure?: DutyMeasureCstNode[];
  step?: StepCstNode[];
  everyStep?: EveryStepCstNode[];
  datePart?: DatePartCstNode[];
  bracket?: BracketCstNode[];
};

export interface BracketCstNode extends CstNode {
  name: "bracket";
  children: BracketCstChildren;
}

export type BracketCstChildren = {
  LeftBracket: IToken[];
  value: ValueCstNode[];
  RightBracket: IToken[];
};

export interface LiteralCstNode extends CstNode {
  name: "literal";
  children: LiteralCstChildren;
}

export type LiteralCstChildren = {
  figure?: (IToken)[];
  DateLiteral?: IToken[];
  DayCount?: IToken[];
  Text?: IToken[];
  answer?: (IToken)[];
  Unlimited?: IToken[];
  EulersNumber?: IToken[];
  Today?: IToken[];
  TheDayHasEnded?: IToken[];
  basis?: BasisCstNode[];
};

export interface ClockTimeCstNode extends CstNode {
  name: "clockTime";
  children: ClockTimeCstChildren;
}

export type ClockTimeCstChildren = {
  TimeLiteral?: IToken[];
  edge?: (IToken)[];
  place?: IToken[];
  TimeType?: IToken[];
  On?: IToken[];
  on?: ChainCstNode[];
};

export interface ReferenceCstNode extends CstNode {
  name: "reference";
  children: ReferenceCstChildren;
}

export type ReferenceCstChildren = {
  Name?: IToken[];
  Under?: IToken[];
  sections?: SectionsCstNode[];
  PayableOn?: (IToken)[];
  payableOn?: (DateExpressionCstNode)[];
  column?: (ColumnCstNode)[];
  upToDay?: (UpToDayCstNode)[];
  Its?: IToken[];
  Previous?: IToken[];
  ItIs?: IToken[];
  ItIsNot?: IToken[];
  memberName?: MemberNameCstNode[];
  This?: IToken[];
  event?: IToken[];
  Market?: IToken[];
};

export interface UpToDayCstNode extends CstNode {
  name: "upToDay";
  children: UpToDayCstChildren;
}

export type UpToDayCstChildren = {
  AtOrBefore: IToken[];
  dateExpression: DateExpressionCstNode[];
  CommaAtMost?: IToken[];
  most?: ChainCstNode[];
  unit?: UnitCstNode[];
  Earlier?: IToken[];
};

export interface MemberNameCstNode extends CstNode {
  name: "memberName";
  children: MemberNameCstChildren;
}

export type MemberNameCstChildren = {
  word?: (IToken)[];
};

export interface MeasureCstNode extends CstNode {
  name: "measure";
  children: MeasureCstChildren;
}

export type MeasureCstChildren = {
  word?: (IToken)[];
  of?: ChainCstNode[];
  Name?: IToken[];
  On?: IToken[];
  on?: ChainCstNode[];
  Under?: IToken[];
  sections?: SectionsCstNode[];
};

export interface DutyMeasureCstNode extends CstNode {
  name: "dutyMeasure";
  children: DutyMeasureCstChildren;
}

export type DutyMeasureCstChildren = {
  word?: (IToken)[];
  duty: ChainCstNode[];
};

export interface StepCstNode extends CstNode {
  name: "step";
  children: StepCstChildren;
}

export type StepCstChildren = {
  which?: (IToken)[];
  unit: UnitCstNode[];
  direction?: DirectionCstNode[];
  period?: (IToken)[];
  dateExpression: DateExpressionCstNode[];
};

export interface EveryStepCstNode extends CstNode {
  name: "everyStep";
  children: EveryStepCstChildren;
}

export type EveryStepCstChildren = {
  which?: (IToken)[];
  count?: ChainCstNode[];
  TimeUnit?: IToken[];
  From?: IToken[];
  anchor: DateExpressionCstNode[];
  direction: DirectionCstNode[];
  from: DateExpressionCstNode[];
};

export interface DirectionCstNode extends CstNode {
  name: "direction";
  children: DirectionCstChildren;
}

export type DirectionCstChildren = {
  word?: (IToken)[];
};

export interface DatePartCstNode extends CstNode {
  name: "datePart";
  children: DatePartCstChildren;
}

export type DatePartCstChildren = {
  part?: (IToken)[];
  dateExpression: DateExpressionCstNode[];
};
