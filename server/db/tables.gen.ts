// Written by scripts/db-types.ts from a database that ran server/db/migrations. Do not edit: npm run db:types.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

/** Another name or abbreviation under which directives write a unit, a group or an external unit */
export interface Alias {
  externalUnitId: string | null;
  id: string;
  /**
   * since when it is no name any more; null while it is one
   */
  removedAt: string | null;
  text: string;
  unitGroupId: string | null;
  unitId: string | null;
  version: Generated<number>;
}

/** A task given to one lead unit */
export interface Assignment {
  /**
   * its own wording, where a revision made it differ from the task
   */
  action: string | null;
  answeredAt: string | null;
  /**
   * the day from which the present lead has to answer
   */
  answerFrom: string | null;
  approvedBy: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
  /**
   * its own words of the deadline, where a revision made them differ from the task
   */
  deadlineText: string | null;
  directiveId: string | null;
  draftedBy: string;
  /**
   * last day on time of the effective deadline; the original one is never lost
   */
  dueOn: string | null;
  /**
   * the version that the erasing made, where its directive is known to be secret
   */
  erasedVersion: number | null;
  exitedAt: string | null;
  exitedOn: string | null;
  exitReason: string | null;
  externalLeadId: string | null;
  handlerId: string | null;
  id: string;
  issuedAt: string | null;
  issuedBy: string;
  issuedOn: string | null;
  leadId: string | null;
  monitorId: string | null;
  needsApproval: boolean;
  ordinal: number;
  originalDueOn: string | null;
  percent: number | null;
  reportedBy: string | null;
  /**
   * day of the report of completion that waits or was confirmed; null again when it is sent back
   */
  reportedOn: string | null;
  reportedOnBehalf: boolean | null;
  /**
   * when progress is to be reported: rules, each with the day from which it holds (core/tasks/reporting.ts)
   */
  reporting: Json | null;
  returnedReason: string | null;
  state: string;
  taskId: string;
  version: Generated<number>;
}

export interface AssignmentCooperating {
  assignmentId: string;
  unitId: string;
}

/** Who opened an assignment in office, first and last: an acknowledgement, no record of movements */
export interface AssignmentSeen {
  assignmentId: string;
  firstAt: string;
  lastAt: string;
  personId: string;
  unitId: string;
  /**
   * of the assignment, as it was when it was opened last
   */
  version: number;
}

/** Counts of all assignments, kept by a trigger; gathered by app_gather_tally */
export interface AssignmentTally {
  awaits: boolean;
  class: string;
  /**
   * of those whose class still depends on the day
   */
  dueOn: string | null;
  /**
   * of them the first of their task: every task with assignments has one
   */
  firsts: number;
  /**
   * the last day on which anything of them happened; for a day before it they are counted one by one
   */
  latest: string | null;
  n: number;
  state: string;
}

/** Days off beyond Saturdays and Sundays, and Saturdays worked in their place */
export interface CalendarDay {
  basis: string;
  day: string;
  kind: string;
  version: Generated<number>;
}

export interface Directive {
  addressees: Json | null;
  fileId: string | null;
  /**
   * search key without accents
   */
  folded: string;
  id: string;
  /**
   * folded symbol and issuer: the same twice is said
   */
  identityKey: string;
  /**
   * what was done, or could not be done, to get the words of the original
   */
  intakeNotes: Json | null;
  issuedOn: string | null;
  issuer: string | null;
  /**
   * the unit whose office registered it
   */
  ownerId: string;
  /**
   * pages of the original; null where it has none, as a text file
   */
  pageCount: number | null;
  place: string | null;
  readAt: string | null;
  readBy: string | null;
  readingState: Generated<string>;
  receivedOn: string;
  recipients: Json | null;
  registeredAt: string;
  registeredBy: string;
  secrecy: string | null;
  /**
   * phần riêng: addressees see only the passages that concern them
   */
  separateParts: Generated<boolean>;
  signerAuthority: string | null;
  signerName: string | null;
  signerPosition: string | null;
  subject: string;
  symbol: string | null;
  type: string | null;
  urgency: string | null;
  version: Generated<number>;
}

/** Units that an issued assignment of the directive names */
export interface DirectiveAddressee {
  directiveId: string;
  unitId: string;
}

/** what a directive does to another document, which may be in the register under the same symbol */
export interface DirectiveRelation {
  dated: string | null;
  directiveId: string;
  endAt: number;
  kind: string;
  ordinal: number;
  startAt: number;
  symbol: string;
  symbolFolded: string;
}

/** NFC, only appended to: all offsets count UTF-16 units of it */
export interface DirectiveText {
  directiveId: string;
  text: string;
}

/** derived from directive and directive_text; rows that are missing are made anew when the house is tidied */
export interface DirectiveWords {
  directiveId: string;
  folded: string;
  part: number;
  spelled: string;
}

export interface Evidence {
  fileId: string;
  reportId: string;
}

/** A body that directives name but that reports to nobody here */
export interface ExternalUnit {
  id: string;
  name: string;
  shortName: string;
  version: Generated<number>;
}

/** What somebody handed in; the bytes lie in the file store under their SHA-256 */
export interface File {
  addedAt: string;
  addedBy: string;
  id: string;
  mediaType: string;
  name: string;
  /**
   * refused after it was handed in, or of a directive found to be secret: its bytes are gone unless somebody else has handed in the same
   */
  removedAt: string | null;
  sha256: string;
  size: number;
  version: Generated<number>;
}

/** Words that reading knows because an office has said what they mean, for its register and those below it */
export interface FixedPhrase {
  /**
   * for searching
   */
  folded: string;
  id: string;
  /**
   * unit: the name of a body; order: opens an order; exhortation: its sentence is one; never: its sentence is proposed as nothing
   */
  kind: string;
  note: string | null;
  ownerId: string;
  phrase: string;
  removedAt: string | null;
  version: Generated<number>;
}

/** Answers to creating calls, so that a repeated call creates nothing twice */
export interface Idempotency {
  createdAt: string;
  key: string;
  personId: string;
  requestHash: string;
  response: Json;
  status: number;
}

/** An Excel table that was taken over; its mapping is proposed for the next table with the same head */
export interface ImportRun {
  counts: Json;
  fileId: string;
  /**
   * of the bytes: whoever hands in the same file again is told
   */
  fileSha256: string;
  /**
   * the words of the head, without accents
   */
  headerKey: string;
  id: string;
  kind: string;
  mapping: Json;
  ownerId: string;
  runAt: string;
  runBy: string;
  sheet: string;
  version: Generated<number>;
}

/** Append-only: one entry for each command, written in the transaction that makes the change */
export interface JournalEntry {
  /**
   * null: the system itself
   */
  actorId: string | null;
  command: string;
  data: Json;
  /**
   * sha256 of the canonical form of everything above
   */
  hash: string;
  id: string;
  partition: number;
  recordedAt: string;
  /**
   * sha256 of the subject as stored after the command
   */
  stateHash: string;
  subjectId: string;
  subjectKind: string;
  /**
   * counts the entries of a subject from 1 without a gap, so that a removed one is missed
   */
  subjectVersion: number;
}

/** Chains batches of entries: each seal commits to the hashes of its entries and to the seal before */
export interface JournalSeal {
  /**
   * array of [entry id, entry hash] in the order of sealing
   */
  entries: Json;
  hash: string;
  number: number;
  partition: number;
  previousHash: string;
  sealedAt: string;
}

export interface JournalSealed {
  entryId: string;
  number: number;
  partition: number;
}

/** What is said about an assignment among those who read it; nothing is deleted */
export interface Message {
  assignmentId: string;
  authorId: string;
  id: string;
  /**
   * the unit in whose name its author spoke
   */
  unitId: string;
  version: Generated<number>;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  writtenAt: string;
}

/** Whom a message names, in any of its revisions */
export interface MessageMention {
  messageId: string;
  personId: string;
}

/** The words of a message; an edit adds a revision */
export interface MessageText {
  messageId: string;
  revision: number;
  text: string;
  writtenAt: string;
}

/** The ledger of the schema: one row for each applied file of server/db/migrations. */
export interface Migration {
  appliedAt: Generated<string>;
  name: string;
  sha256: string;
}

export interface PageText {
  directiveId: string;
  endAt: number;
  enteredAt: string | null;
  enteredBy: string | null;
  id: string;
  origin: string;
  page: number;
  replaced: Generated<boolean>;
  startAt: number;
}

export interface Passage {
  citation: string;
  directiveId: string;
  endAt: number;
  id: string;
  kind: string;
  label: string | null;
  level: number;
  ordinal: number;
  parentId: string | null;
  startAt: number;
}

export interface Person {
  active: Generated<boolean>;
  failedSignIns: Generated<number>;
  id: string;
  lockedUntil: string | null;
  login: string;
  mustChangePassword: Generated<boolean>;
  name: string;
  /**
   * argon2id, PHC string
   */
  passwordHash: string | null;
  position: Generated<string>;
  version: Generated<number>;
}

/** Names of people as search compares them; follows person by a trigger */
export interface PersonName {
  folded: string;
  personId: string;
  /**
   * the name in small letters, with its accents
   */
  small: string;
}

export interface Proposal {
  decidedAt: string | null;
  decidedBy: string | null;
  directiveId: string;
  endAt: number;
  exhortation: Generated<boolean>;
  /**
   * what the proposal says; a person may edit it. Empty where the directive has become secret
   */
  fields: Json;
  id: string;
  kind: string;
  origin: string;
  passageId: string | null;
  /**
   * what the machine saw: spans, confidence, what is missing, evidence; never edited
   */
  reading: Json;
  startAt: number;
  state: Generated<string>;
  version: Generated<number>;
}

export interface Report {
  assignmentId: string;
  decidedAt: string | null;
  decidedBy: string | null;
  decidedReason: string | null;
  id: string;
  kind: string;
  /**
   * recorded by the office for an external lead
   */
  onBehalf: Generated<boolean>;
  outcome: Generated<string>;
  percent: number | null;
  recordedAt: string;
  reportedBy: string;
  reportedOn: string;
  text: string;
}

export interface RoleGrant {
  fromOn: string;
  id: string;
  personId: string;
  role: string;
  /**
   * last day on which the role is held; null while it is open
   */
  toOn: string | null;
  unitId: string;
}

/** Conditions, columns, groups and order of a list that somebody has kept under a name */
export interface SavedView {
  /**
   * null: those that the reader has chosen
   */
  columns: string[] | null;
  /**
   * as the address of the list carries it
   */
  filter: Json;
  groupedBy: string | null;
  id: string;
  kind: string;
  name: string;
  /**
   * its place among the views of its owner
   */
  ordinal: number;
  ownerId: string;
  /**
   * taken back: the journal knows it still
   */
  removedAt: string | null;
  sort: string | null;
  /**
   * with whom it is shared: those who hold a role there; null: with nobody
   */
  unitId: string | null;
  version: Generated<number>;
}

export interface Session {
  createdAt: string;
  expiresAt: string;
  /**
   * sha256 of the cookie; the cookie itself is kept nowhere
   */
  keyHash: string;
  personId: string;
  seenAt: string;
}

/** One row: what the office has decided for itself; what is absent has its default (core/settings) */
export interface Setting {
  id: string;
  value: Json;
  version: Generated<number>;
}

/** The one-time token with which an installation without demo makes its first administrator */
export interface Setup {
  keyHash: string;
  singleton: Generated<boolean>;
  usedAt: string | null;
}

/** A priority of the leaders of a unit; few at a time (a setting says how many) */
export interface Star {
  id: string;
  /**
   * since when it is none any more; null while it is one
   */
  removedAt: string | null;
  removedBy: string | null;
  starredAt: string;
  starredBy: string;
  taskId: string;
  unitId: string;
  version: Generated<number>;
}

/** One thing to be done; what each unit owes of it is an assignment */
export interface Task {
  action: string;
  deadline: Json | null;
  deliverable: string | null;
  directiveId: string | null;
  draftedAt: string;
  draftedBy: string;
  /**
   * since when its directive is known to be secret: it has no content, and goes on on paper
   */
  erasedAt: string | null;
  /**
   * the version that the erasing made: steps before it say what was erased
   */
  erasedVersion: number | null;
  folded: string;
  id: string;
  number: number;
  /**
   * the unit that gives the task
   */
  ownerId: string;
  /**
   * the assignment that its holder cascaded into this task
   */
  parentId: string | null;
  passageId: string | null;
  proposalId: string | null;
  quote: string | null;
  quoteEnd: number | null;
  quoteStart: number | null;
  /**
   * where a task entered by hand comes from
   */
  source: string | null;
  version: Generated<number>;
}

/** A province, district or commune as a piece of land; its names, codes and parents are dated versions */
export interface Territory {
  id: string;
}

export interface TerritorySuccession {
  decision: string;
  effectiveOn: string;
  fromId: string;
  kind: string;
  toId: string;
}

export interface TerritoryVersion {
  /**
   * official code; the same code may mean another territory at another time
   */
  code: string;
  decision: string | null;
  kind: string;
  name: string;
  nameEn: string;
  parentId: string | null;
  territoryId: string;
  validFrom: string;
  /**
   * first day on which it no longer holds; null while it holds
   */
  validTo: string | null;
}

export interface Tier {
  name: string;
  number: number;
  version: Generated<number>;
}

/** Bearer tokens that people make for their own programs */
export interface Token {
  createdAt: string;
  expiresAt: string;
  id: string;
  keyHash: string;
  name: string;
  personId: string;
  revokedAt: string | null;
  version: Generated<number>;
}

/** An organisation or part of one; its names, parents and tiers are dated versions */
export interface Unit {
  /**
   * whether executive-office roles can be held here
   */
  hasOffice: Generated<boolean>;
  id: string;
  kind: string;
  last: number;
  /**
   * preorder number in today's tree: the subtree of a unit is pos..last
   */
  pos: number;
  version: Generated<number>;
}

/** A collective name; its rule is: all units of a kind below a unit, or, without a kind, the members that an office lists */
export interface UnitGroup {
  /**
   * where the members of a kind lie; of listed members, the unit whose office lists them
   */
  below: string;
  id: string;
  name: string;
  removedAt: string | null;
  unitKind: string | null;
  version: Generated<number>;
}

/** The members of a group that goes by no kind */
export interface UnitGroupMember {
  externalUnitId: string | null;
  ordinal: number;
  unitGroupId: string;
  unitId: string | null;
}

/** One row: counts changes of units, groups, external units and aliases, so that processes know when to read them anew */
export interface UnitRegister {
  singleton: Generated<boolean>;
  version: Generated<number>;
}

export interface UnitSuccession {
  decision: string;
  effectiveOn: string;
  fromId: string;
  kind: string;
  /**
   * part that went over, 0 to 1; null when it is not known and must not be guessed
   */
  share: Numeric | null;
  toId: string;
}

export interface UnitVersion {
  decision: string | null;
  name: string;
  parentId: string | null;
  shortName: string;
  territoryId: string | null;
  tier: number;
  unitId: string;
  validFrom: string;
  validTo: string | null;
}

/** When a person last looked at the home page, for that person alone: what is told as new is what came since */
export interface Visit {
  /**
   * when the visit before this one ended; null on the first
   */
  beforeAt: string | null;
  beganAt: string;
  personId: string;
  seenAt: string;
}

export interface DB {
  alias: Alias;
  assignment: Assignment;
  assignmentCooperating: AssignmentCooperating;
  assignmentSeen: AssignmentSeen;
  assignmentTally: AssignmentTally;
  calendarDay: CalendarDay;
  directive: Directive;
  directiveAddressee: DirectiveAddressee;
  directiveRelation: DirectiveRelation;
  directiveText: DirectiveText;
  directiveWords: DirectiveWords;
  evidence: Evidence;
  externalUnit: ExternalUnit;
  file: File;
  fixedPhrase: FixedPhrase;
  idempotency: Idempotency;
  importRun: ImportRun;
  journalEntry: JournalEntry;
  journalSeal: JournalSeal;
  journalSealed: JournalSealed;
  message: Message;
  messageMention: MessageMention;
  messageText: MessageText;
  migration: Migration;
  pageText: PageText;
  passage: Passage;
  person: Person;
  personName: PersonName;
  proposal: Proposal;
  report: Report;
  roleGrant: RoleGrant;
  savedView: SavedView;
  session: Session;
  setting: Setting;
  setup: Setup;
  star: Star;
  task: Task;
  territory: Territory;
  territorySuccession: TerritorySuccession;
  territoryVersion: TerritoryVersion;
  tier: Tier;
  token: Token;
  unit: Unit;
  unitGroup: UnitGroup;
  unitGroupMember: UnitGroupMember;
  unitRegister: UnitRegister;
  unitSuccession: UnitSuccession;
  unitVersion: UnitVersion;
  visit: Visit;
}
