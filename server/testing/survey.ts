import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AssignmentState } from '#core/tasks/assignment.ts'
import type { Store } from '#server/db/store.ts'
import type { FileStore } from '#server/files/file-store.ts'
import { type Verdict, verifyJournal } from '#server/journal/verify.ts'
import type { Acknowledged } from '#server/testing/acknowledged.ts'

export interface Survey {
  /** What was acknowledged and is not there. */
  lost: string[]
  /** What is there without what belongs to it. */
  halfDone: string[]
  verdict: Verdict
}

/** The state that the call under way may have reached although nobody was told. */
const NEXT: Readonly<Record<string, AssignmentState>> = {
  draft: 'issued',
  issued: 'accepted',
  accepted: 'reported_complete',
  reported_complete: 'confirmed',
}

/** Each finds nothing where every command was done whole or not at all. */
const HALF_DONE: Readonly<Record<string, string>> = {
  'directive without text': `select id from directive d where not exists (select from directive_text t where t.directive_id = d.id and t.text <> '')`,
  'directive without passages': `select id from directive d where not exists (select from passage p where p.directive_id = d.id)`,
  'directive with other proposals than it was registered with': `select d.id from directive d join journal_entry e on e.subject_id = d.id and e.command = 'directive.register'
    where (e.data ->> 'proposals')::int <> (select count(*) from proposal p where p.directive_id = d.id and p.origin = 'machine')`,
  'directive registered twice': `select symbol as id from directive where symbol like '_____/CT-BPTCS' group by symbol having count(*) > 1`,
  'task without assignment': `select id from task t where not exists (select from assignment a where a.task_id = t.id)`,
  'accepted proposal without exactly one task': `select id from proposal p where kind = 'commitment' and state = 'accepted'
    and (select count(*) from task t where t.proposal_id = p.id) <> 1`,
  'task of a proposal that is not accepted': `select t.id from task t join proposal p on p.id = t.proposal_id where p.state <> 'accepted'`,
  'assignment issued without its day': `select id from assignment where (issued_on is null) <> (state in ('draft', 'approved')) and state not in ('withdrawn', 'superseded', 'merged')`,
  'completion without its report': `select id from assignment a where state in ('reported_complete', 'confirmed')
    and not exists (select from report r where r.assignment_id = a.id and r.kind = 'completion'
      and r.outcome = case a.state when 'confirmed' then 'confirmed' else 'pending' end)`,
  'answer kept for a directive that is not there': `select key as id from idempotency i where response ? 'id' and not exists (select from directive d where d.id::text = i.response ->> 'id')
    and not exists (select from task t where t.id::text = i.response ->> 'id') and not exists (select from proposal p where p.id::text = i.response ->> 'id')`,
}

/** Looks at a store after its server was killed. */
export async function survey(store: Store, files: FileStore, acknowledged: Acknowledged): Promise<Survey> {
  const halfDone: string[] = []
  for (const [what, query] of Object.entries(HALF_DONE)) {
    const { rows } = await sql.raw<{ id: string }>(query).execute(store.db)
    halfDone.push(...rows.map(({ id }) => `${what}: ${id}`))
  }
  const fileRows = await store.db
    .selectFrom('file')
    .select(['id', 'sha256', 'size'])
    .where('removedAt', 'is', null)
    .execute()
  for (const { id, sha256, size } of fileRows) {
    if (!(await hasBytes(files, sha256, size))) halfDone.push(`file row without its bytes: ${id}`)
  }
  return { lost: await findLost(store, acknowledged), halfDone, verdict: await verifyJournal(store) }
}

async function findLost({ db }: Store, acknowledged: Acknowledged): Promise<string[]> {
  const lost: string[] = []
  const compare = <T>(
    what: string,
    expected: ReadonlyMap<string, T>,
    found: ReadonlyMap<string, unknown>,
    same: (a: T, b: unknown) => boolean,
  ) => {
    for (const [id, value] of expected)
      if (!same(value, found.get(id)))
        lost.push(`${what} ${id}: ${JSON.stringify(found.get(id))} instead of ${JSON.stringify(value)}`)
  }
  const texts = await db.selectFrom('directiveText').select(['directiveId', 'text']).execute()
  compare('directive', acknowledged.directives, new Map(texts.map((row) => [row.directiveId, row.text])), Object.is)
  const tasks = await sql<{
    id: string
    n: number
  }>`select task_id as id, count(*) as n from assignment group by task_id`.execute(db)
  compare('task', acknowledged.tasks, new Map(tasks.rows.map(({ id, n }) => [id, n])), Object.is)
  const assignments = await db.selectFrom('assignment').select(['id', 'state']).execute()
  const isReached = (state: string, found: unknown) => found === state || found === NEXT[state]
  compare('assignment', acknowledged.assignments, new Map(assignments.map((row) => [row.id, row.state])), isReached)
  const files = await db.selectFrom('file').select(['id', 'sha256', 'size']).execute()
  const isSameFile = (file: { sha256: string; size: number }, found: unknown) => {
    const { sha256, size } = (found ?? {}) as Partial<typeof file>
    return file.sha256 === sha256 && file.size === size
  }
  compare('file', acknowledged.files, new Map(files.map((row) => [row.id, row])), isSameFile)
  const evidence = await sql<{ id: string; fileId: string }>`
    select r.assignment_id as id, e.file_id as "fileId" from evidence e join report r on r.id = e.report_id`.execute(db)
  compare('evidence of', acknowledged.evidence, new Map(evidence.rows.map(({ id, fileId }) => [id, fileId])), Object.is)
  return lost
}

async function hasBytes(files: FileStore, sha256: string, size: number): Promise<boolean> {
  if (!(await files.has(sha256))) return false
  const hash = createHash('sha256')
  let length = 0
  for await (const chunk of await files.open(sha256)) {
    hash.update(chunk as Uint8Array)
    length += (chunk as Uint8Array).length
  }
  return length === size && hash.digest('hex') === sha256
}
