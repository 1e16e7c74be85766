import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { newId } from '#server/clock.ts'
import { type Administration, PLACES, TODAY } from '#server/testing/administration.ts'
import { storedDirective, storedTask } from '#server/testing/stored.ts'

/** Tasks of two issuers, from a directive and by hand, with assignments in every state, lead, handler and day; as the owner, the same at every run. */
export async function assignmentsOfAllKinds(
  administration: Administration,
  people: { by: Id; handlers: readonly Id[] },
  tasks: number,
): Promise<{ directives: Id[] }> {
  const { store, unit, external } = administration
  const { by, handlers } = people
  const directives = [
    await storedDirective(administration, { owner: 'ministry', by, addressees: ['lamDong'] }),
    await storedDirective(administration, { owner: 'ministry', by }),
  ]
  let seed = 7
  const upTo = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
  const oneOf = <T>(items: readonly T[]): T => items[upTo(items.length)] as T
  const dayAround = (days: number) => (upTo(6) === 0 ? null : addDays(TODAY, upTo(2 * days + 1) - days))
  for (let n = 0; n < tasks; n++) {
    const owner = n % 3 === 2 ? 'lamDong' : 'ministry'
    const from = owner === 'ministry' && n % 2 === 0 ? oneOf(directives) : undefined
    const taskId = await storedTask(administration, { owner, by, ...(from ? { directive: { id: from.id } } : {}) })
    if (n % 5 === 0)
      await sql`update task set folded = folded || ' bao cao thue' where id = ${taskId}`.execute(store.db)
    const leads = [...PLACES.filter(() => upTo(3) === 0), 'external' as const]
    await store.db
      .insertInto('assignment')
      .values(
        leads.map((lead, index) => {
          const state = oneOf(AssignmentState.options)
          const isGiven = state !== 'draft' && state !== 'approved'
          const isReported = state === 'reported_complete' || state === 'confirmed'
          const dueOn: PlainDate | null = dayAround(10)
          return {
            id: newId(),
            taskId,
            ordinal: index + 1,
            directiveId: from?.id ?? null,
            leadId: lead === 'external' ? null : unit[lead],
            externalLeadId: lead === 'external' ? external : null,
            issuedBy: unit[owner],
            state,
            dueOn,
            originalDueOn: isGiven ? dueOn : null,
            needsApproval: false,
            draftedBy: by,
            issuedOn: isGiven ? addDays(TODAY, -upTo(20)) : null,
            handlerId: isGiven && upTo(3) === 0 ? oneOf(handlers) : null,
            reportedOn: isReported ? addDays(TODAY, -upTo(12)) : null,
            exitedOn: ['withdrawn', 'superseded', 'merged'].includes(state) ? TODAY : null,
          }
        }),
      )
      .execute()
  }
  return { directives: directives.map(({ id }) => id) }
}
