import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { sql } from 'kysely'
import { listEndpoints } from '#core/api.ts'
import type { AnyEndpoint } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import { ok } from '#core/kernel/result.ts'
import { Role } from '#core/people/role.ts'
import { newId } from '#server/clock.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import type { FileStore } from '#server/files/file-store.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { aWorkbook } from '#server/testing/a-workbook.ts'
import {
  type Administration,
  anAdministration,
  everyRoleAt,
  loginOf,
  NOW,
  PASSWORD,
  people,
  type Place,
  TODAY,
} from '#server/testing/administration.ts'
import { undone, withOneStore } from '#server/testing/harness.ts'
import { type Answer, type Call, signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedDirective, storedFile, storedTask, TEXT } from '#server/testing/stored.ts'

// The table "Who may do what" of the design (domain.md), read by hand and not through core/people/may.ts: how the unit at which a role is held
// may stand to the thing for the role to be let in. Where the design is silent the words `may.ts` follow it, and a comment says so.
//
// own          the thing is held by the unit: its register, its task, what it leads, its draft, what it gave to an external unit
// below        it is held by a unit below
// lead, cooperating, monitor, addressed   the unit's part in it; `addressed` where the part does not matter
// issued       the unit issued it; `external`: and the lead is a body outside
// handler      the person does the work of it, in the unit that leads
// any          however the unit stands
type Expectation = 'anyone' | 'signed-in' | Partial<Record<Role, string>>

const ADDRESSED = 'lead cooperating monitor addressed'
/** "Everything in the subtree"; what a unit is addressed with or issued itself it reads too (the design says it of units, may.ts of their leaders). */
const READS = `own below ${ADDRESSED} issued handler`
const ALL_ROLES = Object.fromEntries(Role.options.map((role) => [role, 'any'])) as Record<Role, string>
/** "A handler … reports progress and adds evidence"; the design names no role, may.ts leaves out those who read no work at all. */
const HANDLER = {
  leader: 'handler',
  officer: 'handler',
  clerk: 'handler',
  inspector: 'handler',
  'press-officer': 'handler',
}
/** "Confirms or sends back, withdraws, reassigns": the office that issued, never one above it. A unit without an office cascades, and then
 * does the same by its head or focal point (may.ts; the design says only "cascades"). */
const BY_ISSUER = { officer: 'issued', 'unit-head': 'issued', 'focal-point': 'issued' }
/** "Accepts, assigns handlers, reports completion, cascades": the unit that leads, by its head or focal point. */
const BY_LEAD = { 'unit-head': 'lead', 'focal-point': 'lead' }
/** What an external lead answers is recorded by the office that issued (glossary, "đơn vị ngoài hệ thống"; may.ts). */
const ON_BEHALF = { officer: 'external' }
const IN_OFFICE = { officer: 'own' }
const BY_READERS_OF_TASKS = {
  leader: 'any',
  officer: 'any',
  'unit-head': 'any',
  'focal-point': 'any',
  reporter: 'any',
  auditor: 'any',
}
/** Whoever reads assignments at all reads the lists of their own scope. */
const BY_READERS = {
  leader: 'any',
  officer: 'any',
  clerk: 'any',
  'unit-head': 'any',
  'focal-point': 'any',
  reporter: 'any',
  inspector: 'any',
  'press-officer': 'any',
  auditor: 'any',
}
const DISCUSSES = {
  ...HANDLER,
  leader: READS,
  officer: READS,
  'unit-head': READS,
  'focal-point': READS,
  reporter: 'own handler',
}
const BY_ADMINISTRATOR = { administrator: 'any' }

const EXPECTED: Record<string, Expectation> = {
  // Everybody has an account of their own.
  signIn: 'anyone',
  welcome: 'anyone',
  setUp: 'anyone', // and then the one-time token decides: see below
  me: 'signed-in',
  signOut: 'signed-in',
  changePassword: 'signed-in',
  listTokens: 'signed-in',
  makeToken: 'signed-in',
  revokeToken: 'signed-in',
  // "Manages people": the administrator. Who sees whom the design does not say; may.ts: who reads work sees its people.
  listPeople: {
    leader: 'any',
    officer: 'any',
    'unit-head': 'any',
    'focal-point': 'any',
    reporter: 'any',
    auditor: 'any',
    administrator: 'any',
  },
  addPerson: BY_ADMINISTRATOR,
  changePerson: BY_ADMINISTRATOR,
  resetPassword: BY_ADMINISTRATOR,
  grantRole: BY_ADMINISTRATOR,
  endRole: BY_ADMINISTRATOR,
  // The organisation is no secret to those who work in it (may.ts).
  listUnits: ALL_ROLES,
  // "Units": an administrator's.
  addUnit: BY_ADMINISTRATOR,
  findAddressees: ALL_ROLES,
  matchNames: ALL_ROLES,
  expandAddressees: ALL_ROLES,
  listGroups: ALL_ROLES,
  listAliases: ALL_ROLES,
  listExternalUnits: ALL_ROLES,
  // "Edits the dictionary": an office "for its subtree"; an external unit is in nobody's.
  addAlias: { officer: 'own below' },
  removeAlias: { officer: 'own below' },
  addGroup: { officer: 'any' },
  editGroup: { officer: 'own below' },
  removeGroup: { officer: 'own below' },
  addExternalUnit: { officer: 'any' },
  editExternalUnit: { officer: 'any' },
  // What phrases mean to reading concerns those who read what it proposes.
  listPhrases: { leader: 'any', officer: 'any', auditor: 'any' },
  addPhrase: { officer: 'any' },
  editPhrase: { officer: 'own below' },
  removePhrase: { officer: 'own below' },
  // Whoever can hand in an original, a report or evidence.
  addFile: { ...HANDLER, officer: 'any', clerk: 'any', 'unit-head': 'any', 'focal-point': 'any', reporter: 'any' },
  readFile: 'signed-in', // what one may see of it is the content's: row-security.test.ts
  readPageImage: 'signed-in', // the same file as a picture
  previewFile: 'signed-in', // and as words
  search: 'signed-in', // of each kind what one reads: search.test.ts
  listDirectives: {
    leader: 'any',
    officer: 'any',
    clerk: 'any',
    'unit-head': 'any',
    'focal-point': 'any',
    reporter: 'any',
    auditor: 'any',
  },
  countDirectives: {
    leader: 'any',
    officer: 'any',
    clerk: 'any',
    'unit-head': 'any',
    'focal-point': 'any',
    reporter: 'any',
    auditor: 'any',
  },
  readRegisterSheet: {
    leader: 'any',
    officer: 'any',
    clerk: 'any',
    'unit-head': 'any',
    'focal-point': 'any',
    reporter: 'any',
    auditor: 'any',
  },
  downloadRegisterSheet: {
    leader: 'any',
    officer: 'any',
    clerk: 'any',
    'unit-head': 'any',
    'focal-point': 'any',
    reporter: 'any',
    auditor: 'any',
  },
  // "Records directives"; "registers documents": each into the register of the own unit.
  registerDirective: { officer: 'any', clerk: 'any' },
  registerStub: { officer: 'any', clerk: 'any' },
  getDirective: {
    leader: 'own below addressed',
    officer: 'own below addressed',
    'unit-head': 'own below addressed',
    'focal-point': 'own below addressed',
    reporter: 'own',
    auditor: 'any',
  },
  editDirective: { officer: 'own', clerk: 'own' },
  erasingReach: { officer: 'own', clerk: 'own' },
  eraseContent: { officer: 'own', clerk: 'own' }, // as the line of a secret directive is written
  enterPage: IN_OFFICE,
  recognisePage: IN_OFFICE, // what is recognised is entered by the same hand
  closeReading: IN_OFFICE,
  listProposals: { leader: 'own below', officer: 'own below', auditor: 'any' },
  addProposal: IN_OFFICE,
  editProposal: IN_OFFICE,
  acceptProposal: IN_OFFICE,
  rejectProposal: IN_OFFICE,
  reopenProposal: IN_OFFICE,
  previewRereading: { leader: 'own below', officer: 'own below', auditor: 'any' },
  applyRereading: IN_OFFICE,
  listAsked: { leader: 'own below', officer: 'own below', auditor: 'any' },
  askDrafter: IN_OFFICE,
  listLookAlikes: { leader: 'own below', officer: 'own below', auditor: 'any' },
  listTasks: BY_READERS_OF_TASKS,
  countTasks: BY_READERS_OF_TASKS,
  draftTask: { officer: 'any' },
  // A table is directives of the register or tasks, and whoever enters these by hand may take it over; a clerk no tasks (imports.test.ts).
  previewImport: { officer: 'any', clerk: 'any' },
  runImport: { officer: 'any', clerk: 'any' },
  listImports: { officer: 'any', clerk: 'any' },
  getTemplate: { officer: 'any', clerk: 'any' },
  getTask: { leader: READS, officer: READS, 'unit-head': READS, 'focal-point': READS, reporter: 'own', auditor: 'any' },
  editTask: IN_OFFICE,
  approveTask: { leader: 'issued' },
  issueTask: BY_ISSUER,
  listAssignments: BY_READERS,
  countAssignments: BY_READERS,
  groupAssignments: BY_READERS,
  readAssignmentSheet: BY_READERS,
  downloadAssignmentSheet: BY_READERS,
  // Of each command its own deed decides (server/tasks/bulk.test.ts).
  commandAssignments: BY_READERS,
  getAssignment: {
    ...HANDLER,
    leader: READS,
    officer: READS,
    'unit-head': READS,
    'focal-point': READS,
    reporter: 'own handler',
    auditor: 'any',
  },
  accept: { ...BY_LEAD, ...ON_BEHALF },
  return: { 'unit-head': 'lead', ...ON_BEHALF },
  assignHandler: BY_LEAD,
  listHandlers: BY_LEAD,
  reportProgress: { ...HANDLER, ...BY_LEAD, reporter: 'lead handler', officer: 'external handler' },
  reportComplete: { ...BY_LEAD, ...ON_BEHALF },
  confirm: BY_ISSUER,
  sendBack: BY_ISSUER,
  withdraw: BY_ISSUER,
  supersede: BY_ISSUER,
  merge: BY_ISSUER,
  reassign: BY_ISSUER,
  revise: BY_ISSUER,
  setCooperating: BY_ISSUER,
  cascade: BY_LEAD,
  // Of one's own; what is shared in a unit: server/views/views.test.ts.
  listSavedViews: 'signed-in',
  addSavedView: 'signed-in',
  changeSavedView: 'signed-in',
  removeSavedView: 'signed-in',
  listDuties: 'signed-in', // one's own
  // One's own mark, and of what has changed only what one reads: home.test.ts, live.test.ts.
  visit: 'signed-in',
  countChanges: 'signed-in',
  listChanges: 'signed-in',
  watch: 'signed-in',
  // "Stars priorities": a leader, among what the leader reads.
  listStars: {
    leader: 'any',
    officer: 'any',
    'unit-head': 'any',
    'focal-point': 'any',
    reporter: 'any',
    auditor: 'any',
  },
  starTask: { leader: `own below ${ADDRESSED} issued` },
  unstarTask: { leader: `own below ${ADDRESSED} issued` },
  // Who reads it takes part in what is said of it; who only inspects does not (may.ts).
  listMessages: { ...DISCUSSES, auditor: 'any' },
  writeMessage: DISCUSSES,
  editMessage: DISCUSSES,
  withdrawMessage: DISCUSSES,
  listReaders: DISCUSSES,
  markSeen: { ...DISCUSSES, auditor: 'any' }, // of an auditor nothing is noted
  listSeen: { ...DISCUSSES, auditor: 'any' },
  listMentions: 'signed-in', // one's own
  getSettings: 'signed-in', // days to answer concern everybody; the design gives administrators only the writing
  listCalendarDays: 'signed-in',
  changeSettings: BY_ADMINISTRATOR,
  listSettingsHistory: { auditor: 'any', administrator: 'any' },
  listTiers: 'signed-in', // the organisation is no secret
  addTier: BY_ADMINISTRATOR,
  renameTier: BY_ADMINISTRATOR,
  listJournal: { auditor: 'any' },
}

interface Scene {
  title: string
  kind: 'assignment' | 'task' | 'directive' | 'alias' | 'taught' | 'none'
  /** How each place stands; the places that are named are tried. */
  stands: Partial<Record<Place, string>>
  id: Id
  /** Of a directive. */
  proposal?: Id
  /** Only a draft has not been issued. */
  draft?: boolean
}

interface Who {
  title: string
  login: string | undefined
  personId?: Id
  /** Undefined where no role is in force. */
  role?: Role
  relations: string
  /** Does the work of the assignment of the scene. */
  handles?: boolean
}

function isEntitled(expectation: Expectation, who: Who): boolean {
  if (expectation === 'anyone') return true
  if (who.login === undefined) return false
  if (expectation === 'signed-in') return true
  const words = (who.role && expectation[who.role])?.split(' ') ?? []
  return words.includes('any') || who.relations.split(' ').some((relation) => words.includes(relation))
}

/** Calls on what is no subject of an endpoint, but has a holder all the same. */
const SCENES: Record<string, Scene['kind']> = {
  addAlias: 'alias',
  removeAlias: 'taught',
  editGroup: 'taught',
  removeGroup: 'taught',
  editPhrase: 'taught',
  removePhrase: 'taught',
}

/** In which state of an assignment a call can succeed. */
const STATE: Record<string, string> = {
  accept: 'issued',
  return: 'issued',
  confirm: 'reported_complete',
  sendBack: 'reported_complete',
  reassign: 'returned',
}

interface Stage {
  administration: Administration
  files: FileStore
  everyone: Map<string, Id>
  /** Holds a role at the lead and has nothing else to do with what is tried. */
  someone: Id
  /** Another assignment of the task, where a call needs one. */
  sibling: Id
}

/** A call that would succeed, were it made by somebody entitled. */
function bodyOf(name: string, { administration: { unit, group, external }, sibling }: Stage, scene: Scene): unknown {
  const leads = [{ kind: 'unit', id: unit.baoLoc }]
  const draft = { action: 'Rà soát', deliverable: null, cooperating: [], monitorId: null, leads }
  const bodies: Record<string, unknown> = {
    signIn: { login: loginOf('officer', 'ministry'), password: PASSWORD },
    setUp: {
      token: 'guessed',
      organisation: 'Bộ khác',
      login: 'intruder',
      name: 'Kẻ lạ',
      password: 'mười ký tự trở lên',
    },
    changePassword: { current: PASSWORD, next: 'mật khẩu mới để thử' },
    makeToken: { name: 'chương trình' },
    addPerson: { login: 'new.person', name: 'Người mới' },
    changePerson: { name: 'Tên khác' },
    grantRole: { role: 'reporter', unitId: unit.daLat, from: TODAY },
    endRole: { on: TODAY },
    matchNames: { names: ['Sở Lâm Đồng'] },
    expandAddressees: { addressees: [{ kind: 'group', id: group }] },
    addUnit: { name: 'Phòng Kế hoạch', kind: 'division', parentId: unit.daLat },
    addAlias: { target: { kind: 'unit', id: scene.id }, text: 'tên khác' },
    addExternalUnit: { name: `Đơn vị ngoài ${external}` },
    editExternalUnit: { name: 'Kho bạc Nhà nước' },
    addGroup: { name: 'Khối thi đua số 1', members: [{ kind: 'external', id: external }] },
    editGroup: { members: [{ kind: 'unit', id: unit.baoLoc }] },
    addPhrase: { kind: 'order', phrase: 'trân trọng nhờ' },
    editPhrase: { note: 'theo thói quen của văn phòng' },
    registerDirective: { text: TEXT, evenIfSame: true },
    registerStub: {
      symbol: '1/M',
      issuer: 'Bộ Nội vụ',
      issuedOn: TODAY,
      secrecy: 'confidential',
      evenIfSame: true,
    },
    editDirective: { subject: 'Trích yếu khác' },
    eraseContent: { symbol: '1/M', issuer: 'Bộ Nội vụ', issuedOn: null, secrecy: 'secret' },
    enterPage: { text: TEXT, origin: 'typed', replaces: null },
    closeReading: { as: 'no-task' },
    addProposal: { kind: 'commitment', start: 8, end: 30 },
    editProposal: { commitment: { action: 'Rà soát lại' } },
    acceptProposal: { leads },
    rejectProposal: {},
    applyRereading: {},
    askDrafter: { questions: [{ proposalId: scene.proposal ?? scene.id, elements: ['deadline'] }] },
    draftTask: { ...draft, deadline: null, source: 'nhập tay' },
    editTask: { action: 'Rà soát lại' },
    accept: {},
    return: { reason: 'không thuộc thẩm quyền' },
    assignHandler: { personId: null },
    reportProgress: { text: 'đang làm' },
    reportComplete: { text: 'đã xong' },
    confirm: {},
    sendBack: { reason: 'chưa đủ' },
    withdraw: { reason: 'giao nhầm' },
    setCooperating: { unitIds: [unit.baoLoc] },
    supersede: { byAssignmentId: sibling, reason: 'đã thay' },
    merge: { intoAssignmentId: sibling, reason: 'nhập' },
    reassign: { lead: leads[0], reason: 'đúng đơn vị' },
    revise: { dueOn: '2026-04-10', reason: 'sửa ngày' },
    commandAssignments: { commands: [{ action: 'confirm', id: scene.id, version: 1 }] },
    cascade: { ...draft, dueOn: '2026-04-01' },
    previewImport: { fileId: scene.id, kind: 'directives' },
    runImport: {
      fileId: scene.id,
      kind: 'directives',
      sheet: 'Sổ',
      headerRow: 1,
      mapping: { A: 'symbol', B: 'subject' },
    },
    addSavedView: { kind: 'assignments', name: 'Quá hạn', filter: { class: 'open_overdue' } },
    changeSavedView: { name: 'Tên khác' },
    changeSettings: { answerWithinDays: 5 },
    addTier: { name: 'Thôn, tổ dân phố', from: TODAY, basis: 'Nghị quyết thử' },
    renameTier: { name: 'Trung ương', from: TODAY, basis: 'Nghị quyết thử' },
    writeMessage: { text: 'Đề nghị bổ sung' },
    editMessage: { text: 'Đề nghị bổ sung số liệu' },
    withdrawMessage: { reason: 'ghi nhầm' },
    markSeen: {},
  }
  return bodies[name]
}

async function makeCall(call: Call, name: string, endpoint: AnyEndpoint, stage: Stage, scene: Scene): Promise<Answer> {
  const { everyone } = stage
  const managed = everyone.get(loginOf('reporter', 'daLat')) ?? newId()
  const other = endpoint.path.startsWith('/people') ? managed : stage.administration.external
  const isOther = /^\/(?:people|external-units)/.test(endpoint.path)
  const id = endpoint.on === 'proposal' ? scene.proposal : isOther ? other : scene.id
  const query =
    {
      listSavedViews: '?kind=assignments',
      findAddressees: '?q=lam',
      search: '?q=bien',
      addFile: '?name=t.txt',
      groupAssignments: '?by=lead',
      countChanges: '?since=2026-03-01T00:00:00Z',
      listChanges: '?since=2026-03-01T00:00:00Z&kind=issued',
      watch: '?seconds=0',
    }[name] ?? ''
  const grantId = name === 'endRole' ? await grantOf(stage, managed) : ''
  const path =
    endpoint.path
      .replace(':kind', 'tasks')
      .replace(':messageId', scene.id)
      .replace(':id', String(id))
      .replace(':page', '1')
      .replace(':number', '1')
      .replace(':grantId', grantId) + query
  const headers = endpoint.ifMatch ? { 'if-match': /Settings|Tier/.test(name) ? '"0"' : '"1"' } : {}
  if (endpoint.bytes === 'upload') {
    return call(endpoint.method, path, {
      body: Buffer.from('một tệp văn bản'),
      headers: { 'content-type': 'application/octet-stream' },
    })
  }
  return call(endpoint.method, path, { body: bodyOf(name, stage, scene), headers })
}

async function grantOf({ administration: { store } }: Stage, personId: Id): Promise<string> {
  const grant = await store.db.selectFrom('roleGrant').select('id').where('personId', '=', personId).executeTakeFirst()
  return grant?.id ?? newId()
}

const REGISTER = aWorkbook(
  [
    ['Số, ký hiệu', 'Trích yếu'],
    ['12/CT-BPTCS', 'Về biên chế'],
  ],
  [],
  { name: 'Sổ' },
)
const PICTURE = createCanvas(40, 30).toBuffer('image/png')

/** The thing in the state in which the call can succeed. */
async function prepare(name: string, stage: Stage, scene: Scene): Promise<void> {
  const { administration, files, someone, sibling } = stage
  const { db } = administration.store
  if (scene.kind === 'assignment') {
    const state = scene.draft ? 'draft' : (STATE[name] ?? 'in_progress')
    const reported =
      state === 'reported_complete' ? { reportedOn: TODAY, reportedBy: someone, reportedOnBehalf: false } : {}
    await db
      .updateTable('assignment')
      .set({ state, ...reported })
      .where('id', '=', scene.id)
      .execute()
  }
  if (name === 'supersede' || name === 'merge')
    await sql`insert into assignment (id, task_id, ordinal, lead_id, external_lead_id, issued_by, state, needs_approval, drafted_by, issued_on)
      select ${sibling}, task_id, 999, lead_id, external_lead_id, issued_by, 'withdrawn', needs_approval, drafted_by, issued_on
      from assignment where id = ${scene.id}`.execute(db)
  if (scene.kind === 'taught') await storeTaught(stage, scene.id)
  if (name === 'unstarTask')
    await sql`insert into star (id, task_id, unit_id, starred_by, starred_at)
      select gen_random_uuid(), ${scene.id}, id, ${someone}, ${NOW}::timestamptz from unit`.execute(db)
  if (name === 'approveTask')
    await db.updateTable('assignment').set({ needsApproval: true }).where('taskId', '=', scene.id).execute()
  if (name === 'enterPage') await db.updateTable('directive').set({ pageCount: 1 }).where('id', '=', scene.id).execute()
  if (name === 'recognisePage') {
    const { sha256: hash } = await files.put(PICTURE)
    const fileId = await storedFile(administration, someone, { sha256: hash, mediaType: 'image/png' })
    await db.updateTable('directive').set({ fileId, pageCount: 1 }).where('id', '=', scene.id).execute()
  }
  if (name === 'askDrafter')
    await db
      .updateTable('proposal')
      .set({ reading: JSON.stringify({ confidence: 1, missing: ['deadline'], flags: [], spans: [], evidence: [] }) })
      .where('id', '=', scene.proposal ?? '')
      .execute()
  if (name === 'reopenProposal')
    await db
      .updateTable('proposal')
      .set({ state: 'rejected' })
      .where('id', '=', scene.proposal ?? '')
      .execute()
}

/** An alias, a group and a phrase of the office of a province, all under one id. */
async function storeTaught({ administration: { store, unit } }: Stage, id: Id): Promise<void> {
  const { db } = store
  const [below, phrase] = [unit.lamDong, 'trân trọng đề nghị']
  await db.insertInto('alias').values({ id, unitId: below, text: 'Sở thử' }).execute()
  await db.insertInto('unitGroup').values({ id, name: 'Khối thử', unitKind: null, below }).execute()
  await db.insertInto('unitGroupMember').values({ unitGroupId: id, ordinal: 0, unitId: unit.daLat }).execute()
  await db.insertInto('fixedPhrase').values({ id, ownerId: below, kind: 'order', phrase, folded: phrase }).execute()
  await sql`update unit_register set version = version + 1`.execute(db)
}

/** What is the caller's own: a handled assignment, a token, a file. */
async function prepareFor(who: Who, name: string, stage: Stage, scene: Scene): Promise<void> {
  const { administration, files } = stage
  const { db } = administration.store
  if (who.personId === undefined) return
  if (who.handles)
    await db.updateTable('assignment').set({ handlerId: who.personId }).where('id', '=', scene.id).execute()
  if (name === 'changeSavedView' || name === 'removeSavedView') {
    await db.deleteFrom('savedView').where('id', '=', scene.id).execute()
    const view = { id: scene.id, kind: 'tasks', name: 'v', filter: '{}', ownerId: who.personId, ordinal: 0 }
    await db.insertInto('savedView').values(view).execute()
  }
  if (name === 'revokeToken') {
    const token = { id: scene.id, personId: who.personId, name: 't', keyHash: sha256(scene.id) }
    const term = { createdAt: '2026-03-01T00:00:00Z', expiresAt: '2027-01-01T00:00:00Z' }
    await db
      .insertInto('token')
      .values({ ...token, ...term })
      .execute()
  }
  if (name === 'editMessage' || name === 'withdrawMessage') {
    await db.deleteFrom('messageText').where('messageId', '=', scene.id).execute()
    await db.deleteFrom('message').where('id', '=', scene.id).execute()
    const message = { id: scene.id, assignmentId: scene.id, authorId: who.personId, writtenAt: NOW }
    await db
      .insertInto('message')
      .values({ ...message, unitId: administration.unit.ministry })
      .execute()
    await db.insertInto('messageText').values({ messageId: scene.id, revision: 1, text: 'x', writtenAt: NOW }).execute()
  }
  const isImport = name === 'previewImport' || name === 'runImport'
  if (name === 'readFile' || name === 'readPageImage' || name === 'previewFile' || isImport) {
    const { sha256: hash, size } = await files.put(isImport ? await REGISTER : PICTURE)
    // A refusal to one person leaves the file of that person behind.
    await db.deleteFrom('file').where('id', '=', scene.id).execute()
    const mediaType = isImport ? mediaTypes.xlsx : 'image/png'
    const file = { id: scene.id, sha256: hash, size, mediaType, name: 't' }
    await db
      .insertInto('file')
      .values({ ...file, addedBy: who.personId, addedAt: NOW })
      .execute()
  }
}

const EVERYWHERE: Place[] = ['ministry', 'planning', 'personnel', 'lamDong', 'daLat', 'caMau']

async function setScenes({ administration, someone: by }: Stage): Promise<Scene[]> {
  const given = async (
    title: string,
    lead: Place | 'external',
    issuedBy: Place,
    stands: Scene['stands'],
    state = 'issued',
  ): Promise<Scene> => {
    const taskId = await storedTask(administration, { owner: issuedBy, by })
    const isFirst = title.startsWith('to a province')
    const parts = isFirst ? { cooperating: ['planning' as const], monitor: 'personnel' as const } : {}
    const id = await storedAssignment(administration, { taskId, lead, issuedBy, by, state, ...parts })
    return { title, kind: 'assignment', id, stands, draft: state === 'draft' }
  }
  const task = async (
    title: string,
    owner: Place,
    lead: Place,
    stands: Scene['stands'],
    state = 'issued',
  ): Promise<Scene> => {
    const id = await storedTask(administration, { owner, by })
    await storedAssignment(administration, {
      taskId: id,
      lead,
      issuedBy: owner,
      by,
      state,
      ...(owner === 'ministry' ? { cooperating: ['planning'], monitor: 'personnel' } : {}),
    })
    return { title, kind: 'task', id, stands, draft: state === 'draft' }
  }
  const directive = async (
    title: string,
    owner: Place,
    addressees: Place[],
    stands: Scene['stands'],
  ): Promise<Scene> => {
    const { id, proposal } = await storedDirective(administration, { owner, by, addressees })
    return { title, kind: 'directive', id, proposal, stands }
  }
  return [
    { title: 'no subject', kind: 'none', id: newId(), stands: { ministry: '', lamDong: '', daLat: '' } },
    {
      title: 'a name of a commune',
      kind: 'alias',
      id: administration.unit.daLat,
      stands: { ministry: 'below', lamDong: 'below', daLat: 'own', caMau: '' },
    },
    {
      title: 'what the office of a province has taught',
      kind: 'taught',
      id: newId(),
      stands: { ministry: 'below', lamDong: 'own', daLat: '', planning: '', caMau: '' },
    },
    await given('to a province, a department cooperating and one watching', 'lamDong', 'ministry', {
      ministry: 'below issued',
      lamDong: 'own lead',
      planning: 'cooperating',
      personnel: 'monitor',
      daLat: '',
      caMau: '',
    }),
    await given('from a province to its commune', 'daLat', 'lamDong', {
      ministry: 'below',
      lamDong: 'below issued',
      daLat: 'own lead',
      planning: '',
      caMau: '',
    }),
    await given('from a department across the tree', 'caMau', 'planning', {
      ministry: 'below',
      planning: 'issued',
      caMau: 'own lead',
      lamDong: '',
    }),
    await given('to a body outside', 'external', 'ministry', {
      ministry: 'own issued external',
      lamDong: '',
      planning: '',
    }),
    await given('from a province to a body outside', 'external', 'lamDong', {
      ministry: 'below',
      lamDong: 'own issued external',
      daLat: '',
      caMau: '',
    }),
    await given(
      'a province’s draft',
      'daLat',
      'lamDong',
      { ministry: 'below', lamDong: 'own issued', daLat: '', caMau: '' },
      'draft',
    ),
    await task('the ministry’s task', 'ministry', 'lamDong', {
      ministry: 'own issued',
      lamDong: 'addressed',
      planning: 'addressed',
      personnel: 'addressed',
      daLat: '',
      caMau: '',
    }),
    await task(
      'a province’s draft of a task',
      'lamDong',
      'daLat',
      { ministry: 'below', lamDong: 'own issued', daLat: '', caMau: '' },
      'draft',
    ),
    await task('a province’s task', 'lamDong', 'daLat', {
      ministry: 'below',
      lamDong: 'own issued',
      daLat: 'addressed',
      caMau: '',
    }),
    await directive('the ministry’s directive to a province', 'ministry', ['lamDong'], {
      ministry: 'own',
      lamDong: 'addressed',
      planning: '',
      daLat: '',
      caMau: '',
    }),
    await directive('a province’s directive', 'lamDong', [], {
      ministry: 'below',
      lamDong: 'own',
      daLat: '',
      caMau: '',
    }),
  ]
}

/** Those to whom a scene is tried: every role at every place that stands somehow, and at one place those who hold it no longer or not yet. */
function cast(scene: Scene, everyone: Map<string, Id>): Who[] {
  const who = (title: string, login: string, rest: Omit<Who, 'title' | 'login' | 'personId'>): Who[] => {
    const personId = everyone.get(login)
    return personId === undefined ? [] : [{ title, login, personId, ...rest }]
  }
  const placed = Object.entries(scene.stands).flatMap(([place, relations]) =>
    Role.options.flatMap((role) => who(`${role} at ${place}`, loginOf(role, place as Place), { role, relations })),
  )
  const outside = Role.options.flatMap((role) => [
    ...who(`former ${role}`, `former.${role}`, { relations: '' }),
    ...who(`future ${role}`, `future.${role}`, { relations: '' }),
  ])
  const handlers = Role.options.flatMap((role) => [
    ...who(`${role} who handles it`, loginOf(role, 'lamDong'), { role, relations: 'own lead handler', handles: true }),
    ...who(`${role} who handled it and moved`, loginOf(role, 'caMau'), { role, relations: '', handles: true }),
    ...who(`former ${role} who handled it`, `former.${role}`, { relations: '', handles: true }),
  ])
  const isMain =
    scene.title.startsWith('to a province') || scene.kind === 'none' || scene.title.startsWith('the ministry')
  return [
    { title: 'somebody not signed in', login: undefined, relations: '' },
    ...who('somebody without a role', 'nobody', { relations: '' }),
    ...placed,
    ...(isMain ? outside : []),
    ...(scene.title.startsWith('to a province') ? handlers : []),
  ]
}

const SECRET = /password_?hash|key_?hash|\$argon2|session-of-/i

test(
  'every endpoint lets in exactly whom the table of authority lets in',
  withOneStore(async (store, t) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, EVERYWHERE, { anywhere: true })
    const drafts = [
      { login: 'nobody', roles: [] },
      { login: 'someone', roles: [{ role: 'reporter' as const, at: 'lamDong' as const }] },
      ...Role.options.flatMap((role) => [
        { login: `former.${role}`, roles: [{ role, at: 'lamDong' as const, to: '2026-03-15' }] },
        { login: `future.${role}`, roles: [{ role, at: 'lamDong' as const, from: '2026-03-17' }] },
      ]),
    ]
    const ids = await people(administration, drafts)
    drafts.forEach(({ login }, index) => everyone.set(login, ids[index] ?? newId()))
    // What is recognised is nothing to this test.
    const running = await testApp(store, { tools: { recognise: async () => ok('') } })
    const { files } = running
    const stage: Stage = {
      administration,
      files,
      everyone,
      someone: everyone.get('someone') ?? newId(),
      sibling: newId(),
    }
    const scenes = await setScenes(stage)
    const wrong: string[] = []
    const succeeded = new Map<string, number>()
    let [tried, letIn] = [0, 0]
    try {
      for (const { name, endpoint } of listEndpoints()) {
        const expectation = EXPECTED[name]
        assert.ok(endpoint.may, `${name} does not say who may call it`)
        assert.ok(expectation, `${name} is not in the table of this test`)
        const kind = endpoint.on === 'proposal' ? 'directive' : (endpoint.on ?? SCENES[name] ?? 'none')
        for (const scene of scenes.filter((one) => one.kind === kind)) {
          await undone(store, async () => {
            await prepare(name, stage, scene)
            for (const who of cast(scene, everyone)) {
              const mayEnter = isEntitled(expectation, who)
              const call = async () => {
                await prepareFor(who, name, stage, scene)
                return makeCall(signedIn(running.app, who.login), name, endpoint, stage, scene)
              }
              // A refusal leaves nothing to take back, and a wrong entry fails the test anyhow.
              const answer = await (mayEnter || who.handles ? undone(store, call) : call())
              tried++
              if (SECRET.test(answer.text))
                wrong.push(`${name}: the answer shows a secret: ${answer.text.slice(0, 200)}`)
              if (name === 'setUp') {
                if (answer.body?.code !== 'setup/refused') wrong.push(`setUp by ${who.title}: ${answer.text}`)
                continue
              }
              const isIn = ![401, 403, 404].includes(answer.status)
              const isSound = answer.status < 500 && ![400, 428].includes(answer.status)
              if (isIn) letIn++
              if (answer.status === 200) succeeded.set(name, (succeeded.get(name) ?? 0) + 1)
              if (isIn !== mayEnter || (isIn && !isSound))
                wrong.push(
                  `${name} by ${who.title} on ${scene.title}: ${answer.status} ${answer.body?.code ?? answer.text}`,
                )
            }
          })
        }
      }
    } finally {
      await running.close()
    }
    assert.deepEqual(wrong, [])
    const never = Object.keys(EXPECTED).filter((name) => name !== 'setUp' && !succeeded.has(name))
    assert.deepEqual(never, [], 'these calls succeeded for nobody, so nothing was proven of them')
    t.diagnostic(
      `${tried} combinations of endpoint, role and relation; ${letIn} let in, of which ${[...succeeded.values()].reduce((a, b) => a + b, 0)} succeeded`,
    )
  }),
)

test('the table of this test knows no endpoint that is gone', () => {
  const names = new Set(listEndpoints().map(({ name }) => name))
  assert.deepEqual(
    Object.keys(EXPECTED).filter((name) => !names.has(name)),
    [],
  )
})
