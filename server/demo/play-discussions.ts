import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { dayOf, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import type { Tx } from '#server/db/store.ts'
import { record } from '#server/journal/append.ts'
import { drawOf } from '#demo/draw.ts'
import { atWork, daysAfter, LAST_DAY, workedUntil, workingDaysAfter } from '#demo/office-hours.ts'
import type { DemoPerson } from '#demo/people.ts'
import type { Staff } from '#demo/staff.ts'
import { ANSWERED, ASKED } from '#demo/words/discussion.ts'

interface Cast {
  people: readonly DemoPerson[]
  staff: ReadonlyMap<Id, Staff>
  newId: (at: Instant) => Id
}

/** So many days back the talk about open work goes. */
const BACK_DAYS = 10
const OF_A_UNIT = 4
const AT_MOST = 40

/** What the ministry's office and the units say about the work that is open: asked with a mention, answered by most. */
export async function playDiscussions(tx: Tx, { people, staff, newId }: Cast): Promise<void> {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const { rows } = await sql<{ id: Id; leadId: Id; issuedBy: Id; issuedOn: PlainDate; askerId: Id }>`
    select id, lead_id as "leadId", issued_by as "issuedBy", issued_on as "issuedOn", drafted_by as "askerId" from (
      select a.*, row_number() over (partition by a.lead_id order by a.issued_on desc, a.id) as turn from assignment a join task t on t.id = a.task_id
      where a.state in ('accepted', 'in_progress') and a.lead_id is not null and t.parent_id is null and a.issued_on < ${LAST_DAY}::date - 14) x
    where turn <= ${OF_A_UNIT} order by turn, issued_on desc, id limit ${AT_MOST}`.execute(tx)
  for (const { id, leadId, issuedBy, askerId } of rows) {
    const draw = drawOf(`discussion ${id}`)
    const { heads, focals } = staff.get(leadId) ?? { heads: [], focals: [] }
    const answerers = [...heads, ...focals]
    if (answerers.length === 0) continue
    const answererId = draw.pick(answerers)
    const say = async (on: PlainDate, from: { id: Id; unitId: Id }, to: Id, words: string) => {
      const at = atWork(on, draw)
      const messageId = newId(at)
      const mark = {
        id: messageId,
        assignmentId: id,
        authorId: from.id,
        unitId: from.unitId,
        writtenAt: at,
        version: 1,
      }
      await tx.insertInto('message').values(mark).execute()
      const text = `@${nameOf.get(to) ?? ''} ${words}`
      await tx.insertInto('messageText').values({ messageId, revision: 1, text, writtenAt: at }).execute()
      await tx.insertInto('messageMention').values({ messageId, personId: to }).execute()
      await record({ tx, actorId: from.id, now: at, newId: () => newId(at) }, [
        { command: 'message.write', kind: 'message', id: messageId, data: { assignmentId: id } },
      ])
      return dayOf(at)
    }
    const asked = workedUntil(daysAfter(LAST_DAY, -draw.between(1, BACK_DAYS)))
    const on = await say(asked, { id: askerId, unitId: issuedBy }, answererId, draw.pick(ASKED))
    const answeredOn = workingDaysAfter(on, draw.between(1, 2))
    if (answeredOn <= LAST_DAY && draw.chance(0.6))
      await say(answeredOn, { id: answererId, unitId: leadId }, askerId, draw.pick(ANSWERED))
  }
}
