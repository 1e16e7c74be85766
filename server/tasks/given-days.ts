import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { FieldChange } from '#core/tasks/field-changes.ts'
import type { Tx } from '#server/db/store.ts'
import type { StoredAssignment } from '#server/tasks/assignment-store.ts'

/**
 * The day that each draft was given by its task, as its journal has it: what the task would give today depends on the settings of today (days off,
 * the reading of "trước ngày"), and a change of those is nobody's wish for one unit.
 */
export async function findGivenDays(
  tx: Tx,
  drafts: readonly StoredAssignment[],
): Promise<ReadonlyMap<Id, PlainDate | null>> {
  const { rows } = await sql<{ id: Id; command: string; data: { given?: PlainDate | null; changes?: FieldChange[] } }>`
    select e.subject_id as id, e.command, e.data from journal_entry e
    where e.subject_kind = 'assignment' and e.subject_id = any(${drafts.map(({ id }) => id)}::uuid[])
      and e.command in ('assignment.draft', 'assignment.redraft', 'assignment.revise') order by e.subject_id, e.subject_version`.execute(
    tx,
  )
  const given = new Map<Id, PlainDate | null>()
  for (const { id, command, data } of rows) {
    if (command === 'assignment.draft' && data.given !== undefined) given.set(id, data.given)
    const change = data.changes?.find(({ field }) => field === 'dueOn')
    if (change === undefined) continue
    // A draft that follows its task has its day from there again; the first revision left what the task had given.
    if (command === 'assignment.redraft') given.delete(id)
    else if (!given.has(id)) given.set(id, change.from as PlainDate | null)
  }
  for (const { id, dueOn } of drafts) if (!given.has(id)) given.set(id, dueOn)
  return given
}
