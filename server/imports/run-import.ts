import { sql } from 'kysely'
import type { z } from 'zod'
import type { importsApi } from '#core/imports/api.ts'
import type { ImportPreview, ImportRun } from '#core/imports/import.ts'
import { MOST_ASSIGNMENTS } from '#core/imports/import.ts'
import type { ReadDirective } from '#core/imports/read-directives.ts'
import type { SettledTask } from '#core/imports/settle-names.ts'
import type { NamedDirective } from '#core/imports/source-line.ts'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { taskCode } from '#core/tasks/code.ts'
import type { Tx } from '#server/db/store.ts'
import { registerEntries } from '#server/directives/register.ts'
import { actingUnit, entitle } from '#server/http/entitle.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import type { Ask } from '#server/imports/choose-table.ts'
import type { OpenedWorkbook } from '#server/imports/open-file.ts'
import { type Plan, planImport } from '#server/imports/plan-import.ts'
import { actOnAll } from '#server/tasks/act.ts'
import { lockAssignmentsOfTasks } from '#server/tasks/assignment-store.ts'
import { draftTasks } from '#server/tasks/draft-task.ts'
import type { TaskDraft } from '#server/tasks/plan-task.ts'

type Run = typeof importsApi.runImport
type Running = Request<Run>

const FAULTS_SHOWN = 100
const DIRECTIVES_SHOWN = 100
const RUNS_SHOWN = 50
const LONGEST_NOTE = 2000

/** Takes a table over in the transaction of the request: where a cell is wrong or a name is open, nothing of it. */
export async function runImport(request: Running, workbook: OpenedWorkbook): Promise<ResponseOf<Run>> {
  const { tx, body, actor, now, newId, record } = request
  const plan = await planImport(request, workbook, body)
  refuseUnready(plan)
  if (!body.evenIfAgain) {
    // Two calls at the same moment would both find none.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${plan.ownerId} ${workbook.sha256}`}, 0))`.execute(tx)
    const before = await importedBefore(tx, plan.ownerId, workbook, body)
    if (before) fail({ code: 'import/again', ...before })
  }
  const entered = await enterDirectives(request, plan)
  const drafts = plan.tasks.map((settled) => draftOf(settled, plan, workbook.name, entered.idOf))
  const drafted = drafts.length === 0 ? [] : await draftTasks(request, drafts)
  if (body.issue && drafted.length > 0)
    await issue(
      request,
      plan.ownerId,
      drafted.map(({ id }) => id),
    )
  const id = newId()
  const { table, ownerId, counts } = plan
  await tx
    .insertInto('importRun')
    .values({
      id,
      ownerId,
      kind: body.kind,
      fileId: body.fileId,
      fileSha256: workbook.sha256,
      sheet: table.grid.name,
      headerKey: table.key,
      mapping: JSON.stringify(table.mapping),
      counts: JSON.stringify(counts),
      runBy: actor.personId,
      runAt: now,
      version: 1,
    })
    .execute()
  const { tasks, assignments, directives, done, hidden } = counts
  const data = {
    name: workbook.name,
    sheet: table.grid.name,
    tasks,
    assignments,
    directives,
    done,
    hidden,
    issue: body.issue,
  }
  await record({ command: 'import.run', kind: 'import', id, data })
  const codes = drafted.map(({ number }) => taskCode(number))
  return {
    id,
    counts,
    firstTask: codes[0] ?? null,
    lastTask: codes.at(-1) ?? null,
    directives: entered.made.slice(0, DIRECTIVES_SHOWN),
  }
}

function refuseUnready({ table, faults, counts, names, leads }: Plan): void {
  const [missing] = table.missing
  if (missing) fail({ code: 'import/column_missing', role: missing })
  if (faults.length > 0)
    fail({ code: 'import/wrong_cells', count: faults.length, faults: faults.slice(0, FAULTS_SHOWN) })
  if (counts.open > 0) {
    const open = [
      ...names.filter(({ status, chosen }) => status === 'unsure' && chosen === null),
      ...leads.filter(({ as }) => as === null),
    ]
    const written = open.slice(0, FAULTS_SHOWN).map((one) => one.written)
    fail({ code: 'import/names_open', count: counts.open, names: written })
  }
  if (counts.tasks + counts.directives === 0) fail({ code: 'import/nothing', done: counts.done, known: counts.known })
  if (counts.assignments > MOST_ASSIGNMENTS)
    fail({ code: 'import/too_many_assignments', count: counts.assignments, limit: MOST_ASSIGNMENTS })
}

/** The same sheet of the same bytes twice would be all of its tasks twice. */
export async function importedBefore(
  tx: Tx,
  ownerId: Id,
  { sha256 }: OpenedWorkbook,
  { kind, sheet }: Ask,
): Promise<ImportPreview['before']> {
  const { rows } = await sql<{ at: Instant; counts: { tasks: number; directives: number } }>`
    select i.run_at as at, i.counts from import_run i
    where i.owner_id = ${ownerId} and i.kind = ${kind} and i.sheet = ${sheet ?? ''} and i.file_sha256 = ${sha256}
    order by i.run_at desc limit 1`.execute(tx)
  const [last] = rows
  return last ? { at: last.at, tasks: last.counts.tasks, directives: last.counts.directives } : null
}

/** Those of the offices whose register the caller keeps, newest first. */
export async function listRuns(tx: Tx): Promise<z.input<typeof ImportRun>[]> {
  const { rows } = await sql<z.input<typeof ImportRun>>`
    select i.id, i.kind, f.name as "fileName", i.sheet, i.counts, i.run_at as at,
      jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) as by
    from import_run i join person p on p.id = i.run_by left join file f on f.id = i.file_id
    order by i.run_at desc, i.id desc limit ${RUNS_SHOWN}`.execute(tx)
  return rows
}

/** Enters the directives that the register does not have, as lines without a text. */
async function enterDirectives(request: Running, { ownerId, directives }: Plan) {
  const missing = directives.items.filter((one) => directives.known(one) === null)
  if (missing.length > 0) {
    const path = request.register.path(ownerId)
    entitle(request, 'directive.register', { units: { holding: path } })
  }
  const ids = await registerEntries(
    request,
    missing.map((one) => ({ ...headOf(one), receivedOn: receivedOn(one) ?? request.today, ownerId })),
  )
  const byDirective = new Map(missing.map((one, at) => [one, ids[at]]))
  return {
    made: missing.flatMap(({ symbol }, at) => (ids[at] ? [{ id: ids[at], symbol }] : [])),
    idOf: (source: NamedDirective | null): Id | null => {
      if (source === null) return null
      return directives.known(source) ?? byDirective.get(directives.add(source)) ?? null
    },
  }
}

function headOf(one: NamedDirective | ReadDirective) {
  const { symbol, type, issuer, issuedOn, subject } = one
  const { signerName = null, urgency = null } = 'row' in one ? one : {}
  return { symbol: symbol.slice(0, 300), type, issuer, issuedOn, subject, signerName, urgency }
}

function receivedOn(one: NamedDirective | ReadDirective) {
  return 'row' in one ? one.receivedOn : null
}

function draftOf(
  { task, leads, cooperating, monitorId, outside }: SettledTask,
  { ownerId, table }: Plan,
  fileName: string,
  directiveOf: (source: NamedDirective | null) => Id | null,
): TaskDraft {
  const note = [
    `${fileName}, trang tính “${table.grid.name}”, dòng ${task.row + 1}.`,
    ...(task.heading === null ? [] : [`Mục: ${task.heading}.`]),
    ...(outside.length === 0 ? [] : [`Phối hợp: ${outside.join('; ')}.`]),
    ...(task.result === null ? [] : [`Kết quả ghi trong bảng: ${task.result}`]),
  ].join('\n')
  return {
    action: task.action,
    deliverable: task.deliverable,
    deadline: task.deadline,
    leads,
    cooperating,
    monitorId,
    ownerId,
    source: { kind: 'by-hand', note: note.slice(0, LONGEST_NOTE), directiveId: directiveOf(task.source) },
  }
}

/** Those of one directive together: whom they name may read it. */
async function issue(request: Running, ownerId: Id, taskIds: readonly Id[]): Promise<void> {
  const { tx, record } = request
  if (actingUnit(request, 'assignment.issue') !== ownerId)
    entitle(request, 'assignment.issue', { units: { issuedBy: request.register.path(ownerId) } })
  const drafts = await lockAssignmentsOfTasks(tx, taskIds)
  const perTask = Map.groupBy(drafts, ({ taskId }) => taskId)
  // oxlint-disable-next-line no-await-in-loop
  for (const group of Map.groupBy(drafts, ({ directiveId }) => directiveId).values())
    await actOnAll(request, group, 'issue')
  await sql`update task set version = version + 1 where id = any(${taskIds}::uuid[])`.execute(tx)
  await record(
    ...taskIds.map((id) => ({
      command: 'task.issue',
      kind: 'task' as const,
      id,
      data: { assignments: perTask.get(id)?.length ?? 0 },
    })),
  )
}
