import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { buildApp } from '#server/app.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import type { FileStore } from '#server/files/file-store.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { caller } from '#server/testing/signed-in.ts'

interface Entry {
  id: Id
  recordedAt: Instant
  actorId: Id
  command: string
  subjectKind: string
  subjectId: Id
  subjectVersion: number
  data: Record<string, unknown>
}

/** All that is stored of a task: its row, its assignments with what hangs on them, and every entry of the journal about them. */
export interface Replayed {
  task: unknown
  assignments: unknown[]
  entries: Entry[]
}

type Body = Record<string, unknown>

/** Where each command of an assignment is called. */
const CALLS: Readonly<Record<string, (data: Body) => readonly [verb: string, body: Body]>> = {
  'assignment.accept': () => ['accept', {}],
  'assignment.return': ({ reason }) => ['return', { reason }],
  'assignment.assign_handler': ({ personId }) => ['handler', { personId }],
  'assignment.report': (data) => ['report', reportBody(data)],
  'assignment.report_complete': (data) => ['complete', reportBody(data)],
  'assignment.confirm': () => ['confirm', {}],
  'assignment.send_back': ({ reason }) => ['send-back', { reason }],
  'assignment.revise': ({ dueOn, reason }) => ['revise', { dueOn, reason }],
  'assignment.reassign': ({ lead, reason }) => ['reassign', { lead, reason }],
  'assignment.withdraw': ({ reason }) => ['withdraw', { reason }],
  'assignment.supersede': ({ byAssignmentId, reason }) => ['supersede', { byAssignmentId, reason }],
  'assignment.merge': ({ intoAssignmentId, reason }) => ['merge', { intoAssignmentId, reason }],
}

function reportBody({ text, percent, evidenceIds, reportedOn }: Body): Body {
  return { text, percent, evidence: evidenceIds, ...(reportedOn === undefined ? {} : { reportedOn }) }
}

/**
 * Takes a task and all its history away and has it made again by the calls of the people who made it, each on its own day and under its own
 * rights; answers with what was stored before and what is stored afterwards. Ids are given out as they were.
 */
export async function replayTask(
  store: Store,
  files: FileStore,
  taskId: Id,
): Promise<{ stored: Replayed; replayed: Replayed }> {
  const stored = await read(store, taskId)
  const made = await sql<{ row: Body }>`select to_jsonb(t) as row from task t where id = ${taskId}`.execute(store.db)
  const draft = made.rows[0]?.row ?? {}
  const { rows: given } = await sql<{
    id: Id
    lead: Body
    cooperating: Id[]
    monitor: Id | null
    due: string | null
    rule: Body | null
  }>`
    select a.id, jsonb_build_object('kind', case when a.lead_id is null then 'external' else 'unit' end, 'id', coalesce(
        (select g.unit_id from journal_entry e join role_grant g on g.person_id = e.actor_id and g.role = 'unit-head'
          where e.subject_id = a.id and e.command = 'assignment.return'), a.lead_id, a.external_lead_id)) as lead,
      array(select unit_id from assignment_cooperating c where c.assignment_id = a.id order by unit_id) as cooperating, a.monitor_id as monitor,
      coalesce(a.original_due_on, a.due_on) as due, a.reporting -> 0 -> 'rule' as rule
    from assignment a where a.task_id = ${taskId} order by a.ordinal`.execute(store.db)
  const { rows: reports } = await sql<{ id: Id; at: Instant; assignment: Id }>`
    select r.id, r.recorded_at as at, r.assignment_id as assignment from report r join assignment a on a.id = r.assignment_id where a.task_id = ${taskId}`.execute(
    store.db,
  )
  await remove(store, taskId, draft)

  let clock = '' as Instant
  let ids: Id[] = []
  const system = { store, files, clock: () => clock, newId: () => ids.shift() ?? newId(), demo: true, tools: {} }
  const app = await buildApp(system, { logger: false, requestsPerMinute: 10_000_000 })
  const call = async (by: Id, at: Instant, wanted: Id[], path: string, body: Body, version?: number) => {
    clock = at
    ids = wanted
    const key = await session(store, by, at)
    const post = caller(app, { cookie: `${SESSION_COOKIE}=${key}` })
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
    const answer = await post('POST', path, { body, headers })
    if (answer.status >= 300) throw new Error(`POST ${path} at ${at}: ${answer.status} ${answer.text}`)
  }
  try {
    const { entries } = stored
    const drafted = entries.filter(
      ({ command }) => /\.(?:draft|accept)$/.test(command) && /^(?:task|proposal)|draft$/.test(command),
    )
    const [first] = drafted
    const choice = {
      leads: given.map(({ lead }) => lead),
      cooperating: [...new Set(given.flatMap((one) => one.cooperating))].map((id) => ({ kind: 'unit', id })),
      monitorId: given.find(({ monitor }) => monitor !== null)?.monitor ?? null,
    }
    if (!first) throw new Error('a task is drafted first')
    const acceptance = drafted.filter(({ subjectKind }) => subjectKind === 'proposal').map(({ id }) => id)
    const own = drafted.filter(({ subjectKind }) => subjectKind !== 'proposal').map(({ id }) => id)
    const wanted = [...acceptance, taskId, ...given.map(({ id }) => id), ...own]
    await sql`select setval('task_number', ${draft['number'] as number}, false)`.execute(store.db)
    const { action, deliverable, deadline } = draft
    if (draft['proposal_id'] !== null)
      await call(first.actorId, first.recordedAt, wanted, `/proposals/${draft['proposal_id'] as Id}/accept`, choice, 1)
    else if (draft['parent_id'] !== null)
      await call(first.actorId, first.recordedAt, wanted, `/assignments/${draft['parent_id'] as Id}/cascade`, {
        ...choice,
        action,
        deliverable,
        dueOn: given[0]?.due ?? null,
      })
    else
      await call(first.actorId, first.recordedAt, wanted, '/tasks', {
        ...choice,
        action,
        deliverable,
        deadline,
        reporting: given[0]?.rule ?? null,
        source: draft['source'],
      })
    const issue = entries.filter(({ command }) => command === 'assignment.issue' || command === 'task.issue')
    if (issue[0])
      await call(
        issue[0].actorId,
        issue[0].recordedAt,
        issue.map(({ id }) => id),
        `/tasks/${taskId}/issue`,
        {},
        1,
      )
    for (const { command, data, id, subjectId, subjectVersion, actorId, recordedAt } of entries) {
      const calling = CALLS[command]
      if (!calling) continue
      const [verb, body] = calling(data)
      const report = reports.filter(({ at, assignment }) => at === recordedAt && assignment === subjectId)
      const path = `/assignments/${subjectId}/${verb}`
      await call(actorId, recordedAt, [...report.map((one) => one.id), id], path, body, subjectVersion - 1)
    }
  } finally {
    await app.close()
  }
  return { stored, replayed: await read(store, taskId) }
}

async function read({ db }: Store, taskId: Id): Promise<Replayed> {
  const task = await sql<{ row: unknown }>`select to_jsonb(t) as row from task t where id = ${taskId}`.execute(db)
  const assignments = await sql<{ row: unknown }>`
    select to_jsonb(a) || jsonb_build_object(
      'cooperating', array(select unit_id from assignment_cooperating c where c.assignment_id = a.id order by unit_id),
      'reports', (select jsonb_agg(to_jsonb(r) || jsonb_build_object('evidence',
        (select jsonb_agg(e.file_id order by e.file_id) from evidence e where e.report_id = r.id)) order by r.id) from report r where r.assignment_id = a.id)
    ) as row from assignment a where a.task_id = ${taskId} order by a.ordinal`.execute(db)
  const entries = await db
    .selectFrom('journalEntry')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('subjectId', '=', taskId),
        eb('subjectId', 'in', eb.selectFrom('assignment').select('id').where('taskId', '=', taskId)),
        eb.and([
          eb(
            'subjectId',
            'in',
            eb.selectFrom('task').select('proposalId').$castTo<{ proposalId: string }>().where('id', '=', taskId),
          ),
          eb('subjectVersion', '=', 2),
        ]),
      ]),
    )
    .orderBy('id')
    .execute()
  return {
    task: task.rows[0]?.row,
    assignments: assignments.rows.map(({ row }) => row),
    entries: entries as unknown as Entry[],
  }
}

async function remove({ db }: Store, taskId: Id, task: Body): Promise<void> {
  const own = sql`select id from assignment where task_id = ${taskId}`
  await db.transaction().execute(async (tx) => {
    await sql`delete from evidence where report_id in (select id from report where assignment_id in (${own}))`.execute(
      tx,
    )
    await sql`delete from report where assignment_id in (${own})`.execute(tx)
    await sql`delete from assignment_cooperating where assignment_id in (${own})`.execute(tx)
    await sql`delete from journal_entry where subject_id = ${taskId} or subject_id in (${own})
      or (subject_id = ${task['proposal_id'] as Id | null} and subject_version = 2)`.execute(tx)
    await sql`delete from assignment where task_id = ${taskId}`.execute(tx)
    await sql`delete from task where id = ${taskId}`.execute(tx)
    await sql`update proposal set state = 'proposed', decided_by = null, decided_at = null, version = 1 where id = ${task['proposal_id'] as Id | null}`.execute(
      tx,
    )
  })
}

/** A session of the person that was opened just now. */
async function session({ db }: Store, personId: Id, at: Instant): Promise<string> {
  const key = `replay-of-${personId}`
  const times = { createdAt: at, seenAt: at, expiresAt: Temporal.Instant.from(at).add({ hours: 1 }).toString() }
  await db
    .insertInto('session')
    .values({ keyHash: sha256(key), personId, ...times })
    .onConflict((conflict) => conflict.column('keyHash').doUpdateSet(times))
    .execute()
  return key
}
