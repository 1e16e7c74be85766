import { sql } from 'kysely'
import type { Instant } from '#core/kernel/plain-date.ts'
import { newId } from '#server/clock.ts'
import type { Store, Tx } from '#server/db/store.ts'
import { type Act, record } from '#server/journal/append.ts'
import type { SubjectName } from '#server/journal/subjects.ts'

export const SETTINGS_ID = '00000000-0000-4000-8000-000000000001'
const NOW = '2026-03-16T02:00:00.000Z' as Instant

/** Where each kind of subject lies, and a change of it that a person at the database might make. */
export const CHANGES: Readonly<Record<SubjectName, readonly [table: string, change: string]>> = {
  person: ['person', `name = 'Người khác'`],
  token: ['token', `expires_at = expires_at + interval '1 year'`],
  unit: ['unit', 'has_office = not has_office'],
  external_unit: ['external_unit', `name = 'Tên khác'`],
  unit_group: ['unit_group', `unit_kind = 'communal'`],
  alias: ['alias', `text = 'tên khác'`],
  fixed_phrase: ['fixed_phrase', `kind = 'never'`],
  file: ['file', `sha256 = repeat('b', 64)`],
  directive: ['directive', `subject = 'Về việc khác'`],
  proposal: ['proposal', `state = 'rejected'`],
  task: ['task', `action = 'Việc khác'`],
  assignment: ['assignment', `due_on = due_on + 30`],
  star: ['star', `starred_at = starred_at + interval '1 day'`],
  message: ['message', `withdrawn_at = now(), withdrawn_reason = 'x'`],
  import: ['import_run', `sheet = 'Trang khác'`],
  saved_view: ['saved_view', `name = 'Tên khác'`],
  settings: ['setting', `value = '{"nearDays": 30}'`],
}

/** What `aJournal` leaves in the journal: a first and a second command on each kind of subject. */
export const ENTRIES = 2 * Object.keys(CHANGES).length

export type Journalled = Readonly<Record<SubjectName, string>>

/** One subject of every kind, each made by one command and changed by a second one, recorded as the program records. */
export async function aJournal(store: Pick<Store, 'db'>): Promise<Journalled> {
  const kinds = Object.keys(CHANGES) as SubjectName[]
  const ids = Object.fromEntries(kinds.map((kind) => [kind, kind === 'settings' ? SETTINGS_ID : newId()]))
  const subjects = ids as Record<SubjectName, string>
  await store.db.transaction().execute(async (tx) => {
    await insertSubjects(tx, subjects)
    const made = kinds.filter((kind) => kind !== 'settings')
    await recordAs(
      tx,
      subjects.person,
      made.map((kind) => ({ command: `${kind}.add`, kind, id: subjects[kind] })),
    )
  })
  for (const kind of kinds)
    await command(store, { command: `${kind}.change`, kind, id: subjects[kind] }, subjects.person)
  return subjects
}

/** One more command on a subject. */
export async function command(store: Pick<Store, 'db'>, act: Act, actorId: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await sql`update ${sql.table(CHANGES[act.kind][0])} set version = version + 1 where id = ${act.id}`.execute(tx)
    await recordAs(tx, actorId, [{ ...act, data: { lý_do: 'thử', số: [1, 2.5, null], ...act.data } }])
  })
}

function recordAs(tx: Tx, actorId: string, acts: Act[]): Promise<void> {
  return record({ tx, actorId, now: NOW, newId }, acts)
}

async function insertSubjects(tx: Tx, s: Journalled): Promise<void> {
  const [office, passage, report] = [newId(), newId(), newId()]
  const put = (table: string, row: Record<string, unknown>) =>
    tx
      .insertInto(table as never)
      .values(row as never)
      .execute()
  await put('tier', { number: 1, name: 'Trung ương' })
  await put('unit', { id: office, kind: 'ministry', has_office: true, pos: 1, last: 2 })
  await put('unit', { id: s.unit, kind: 'provincial', pos: 2, last: 2 })
  for (const [unit, parent] of [
    [office, null],
    [s.unit, office],
  ] as const)
    await put('unit_version', {
      unit_id: unit,
      valid_from: '2025-07-01',
      name: 'Sở',
      short_name: 'Sở',
      parent_id: parent,
      tier: 1,
    })
  await put('person', { id: s.person, login: s.person, name: 'Nguyễn Thị Thử' })
  await put('role_grant', { id: newId(), person_id: s.person, role: 'officer', unit_id: office, from_on: '2025-07-01' })
  await record({ tx, actorId: null, now: NOW, newId }, [{ command: 'unit.add', kind: 'unit', id: office }])
  await put('token', {
    id: s.token,
    person_id: s.person,
    name: 'thử',
    key_hash: s.token,
    created_at: NOW,
    expires_at: NOW,
  })
  await put('external_unit', { id: s.external_unit, name: 'Kho bạc', short_name: 'Kho bạc' })
  await put('unit_group', { id: s.unit_group, name: 'các Sở', unit_kind: 'provincial', below: office })
  await put('alias', { id: s.alias, unit_id: s.unit, text: 'Sở thử' })
  await put('fixed_phrase', { id: s.fixed_phrase, owner_id: office, kind: 'order', phrase: 'nhờ', folded: 'nho' })
  await put('file', {
    id: s.file,
    sha256: 'a'.repeat(64),
    size: 4,
    media_type: 'text/plain',
    name: 'tệp.txt',
    added_by: s.person,
    added_at: NOW,
  })
  await put('saved_view', {
    id: s.saved_view,
    kind: 'assignments',
    name: 'Quá hạn',
    filter: '{"class": "open_overdue"}',
    owner_id: s.person,
    ordinal: 0,
  })
  await put('import_run', {
    id: s.import,
    owner_id: office,
    kind: 'tasks',
    file_id: s.file,
    file_sha256: 'a'.repeat(64),
    sheet: 'Trang 1',
    header_key: 'tt|noi dung',
    mapping: '{"B": "action"}',
    counts: '{"tasks": 1}',
    run_by: s.person,
    run_at: NOW,
  })
  await put('directive', {
    id: s.directive,
    symbol: '01/CT',
    subject: 'Về việc thử',
    received_on: '2026-03-16',
    file_id: s.file,
    owner_id: office,
    registered_by: s.person,
    registered_at: NOW,
    folded: '',
    identity_key: '',
  })
  await put('directive_text', { directive_id: s.directive, text: 'Các Sở rà soát biên chế.' })
  await put('passage', {
    id: passage,
    directive_id: s.directive,
    ordinal: 0,
    kind: 'paragraph',
    citation: 'đoạn 1',
    start_at: 0,
    end_at: 24,
    level: 1,
  })
  await put('proposal', {
    id: s.proposal,
    directive_id: s.directive,
    kind: 'commitment',
    origin: 'machine',
    start_at: 0,
    end_at: 24,
    passage_id: passage,
    fields: '{"action": "rà soát"}',
    reading: '{}',
  })
  const { rows } = await sql<{ number: number }>`select nextval('task_number') as number`.execute(tx)
  await put('task', {
    id: s.task,
    number: rows[0]?.number,
    directive_id: s.directive,
    action: 'Rà soát',
    owner_id: office,
    drafted_by: s.person,
    drafted_at: NOW,
    folded: '',
  })
  await put('assignment', {
    id: s.assignment,
    task_id: s.task,
    ordinal: 1,
    directive_id: s.directive,
    lead_id: s.unit,
    issued_by: office,
    state: 'in_progress',
    due_on: '2026-04-30',
    needs_approval: false,
    drafted_by: s.person,
  })
  await put('star', { id: s.star, task_id: s.task, unit_id: office, starred_by: s.person, starred_at: NOW })
  await put('assignment_cooperating', { assignment_id: s.assignment, unit_id: office })
  await put('report', {
    id: report,
    assignment_id: s.assignment,
    kind: 'progress',
    reported_on: '2026-03-16',
    recorded_at: NOW,
    reported_by: s.person,
    text: 'Đang làm',
    percent: 40,
    outcome: 'noted',
  })
  await put('evidence', { report_id: report, file_id: s.file })
  await put('message', {
    id: s.message,
    assignment_id: s.assignment,
    author_id: s.person,
    unit_id: office,
    written_at: NOW,
  })
  await put('message_text', { message_id: s.message, revision: 1, text: 'Đề nghị bổ sung', written_at: NOW })
  await put('message_mention', { message_id: s.message, person_id: s.person })
}
