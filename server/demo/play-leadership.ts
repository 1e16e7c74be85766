import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { Settings } from '#core/settings/settings.ts'
import type { Tx } from '#server/db/store.ts'
import { record } from '#server/journal/append.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { APPROVAL_TRIED, approvalOn, PRIORITIES } from '#demo/leadership.ts'

interface Cast {
  ministryId: Id
  minister: Id
  administrator: Id
  newId: (at: Instant) => Id
}

/** What the leadership has chosen: its priorities, and for some days approval before issue. */
export async function playLeadership(tx: Tx, cast: Cast): Promise<void> {
  await setApproval(tx, cast, approvalOn(APPROVAL_TRIED.from), APPROVAL_TRIED.from)
  await setApproval(tx, cast, approvalOn(APPROVAL_TRIED.until), APPROVAL_TRIED.until)
  for (const [at, priority] of PRIORITIES.entries()) await star(tx, cast, priority, at)
}

async function setApproval(
  tx: Tx,
  { administrator, newId }: Cast,
  approvalFor: Settings['approvalFor'],
  on: PlainDate,
): Promise<void> {
  const { id, version, ...before } = await readSettings(tx)
  const value = Settings.parse({ ...before, approvalFor })
  await tx
    .updateTable('setting')
    .set({ value: JSON.stringify(value), version: version + 1 })
    .execute()
  const now = `${on}T01:05:00.000Z` as Instant
  await record({ tx, actorId: administrator, now, newId: () => newId(now) }, [
    { command: 'settings.change', kind: 'settings', id, data: { approvalFor } },
  ])
}

async function star(
  tx: Tx,
  { ministryId, minister, newId }: Cast,
  { directive, sentence }: (typeof PRIORITIES)[number],
  at: number,
): Promise<void> {
  const tasks = await tx
    .selectFrom('task')
    .innerJoin('directive', 'directive.id', 'task.directiveId')
    .select(['task.id', 'task.action'])
    .where('directive.symbol', '=', directive)
    .where('task.parentId', 'is', null)
    .orderBy('task.number')
    .execute()
  const task = tasks.find(({ action }) => sentence.test(action))
  if (!task) throw new Error(`the demo stars a task of ${directive} that it does not have: ${sentence.source}`)
  const now = `2026-11-09T02:1${at}:00.000Z` as Instant
  const id = newId(now)
  await tx
    .insertInto('star')
    .values({ id, taskId: task.id, unitId: ministryId, starredBy: minister, starredAt: now })
    .execute()
  await record({ tx, actorId: minister, now, newId: () => newId(now) }, [
    { command: 'star.add', kind: 'star', id, data: { taskId: task.id } },
  ])
}
