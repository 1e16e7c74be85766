import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { dayOf, type Instant } from '#core/kernel/plain-date.ts'
import type { Duty } from '#core/tasks/answers.ts'
import { assignmentCode } from '#core/tasks/code.ts'
import { checkMentions, findMessageRefusal } from '#core/tasks/discussion.ts'
import type { Message } from '#core/tasks/discussion-api.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, found, need } from '#server/http/refusal.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'
import { listReaders, unitOf } from '#server/tasks/readers.ts'
import { isErased } from '#server/tasks/on-paper.ts'
import { markSeen } from '#server/tasks/seen.ts'

type Speaking = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today' | 'now' | 'newId' | 'record' | 'version'>
type Said = { text: string; mentions: readonly Id[]; shown?: Instant | undefined }

interface MessageRow {
  id: Id
  author: PersonRef
  unitId: Id
  writtenAt: Instant
  withdrawnAt: Instant | null
  withdrawnReason: string | null
  texts: { text: string; writtenAt: Instant }[]
  mentions: PersonRef[]
  unread: boolean
  version: number
}

/** Oldest first; of what was withdrawn the line stays and the words are left out. */
export async function listMessages(
  { tx, register, actor }: Pick<Speaking, 'tx' | 'register' | 'actor'>,
  assignmentId: Id,
  only?: Id,
): Promise<z.input<typeof Message>[]> {
  const { rows } = await sql<MessageRow>`
    select m.id, m.unit_id as "unitId", m.written_at as "writtenAt", m.withdrawn_at as "withdrawnAt", m.withdrawn_reason as "withdrawnReason", m.version,
      jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) as author,
      (select jsonb_agg(jsonb_build_object('text', t.text, 'writtenAt', to_char(t.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by t.revision) from message_text t where t.message_id = m.id) as texts,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'position', x.position) order by x.id)
        from message_mention mm join person x on x.id = mm.person_id where mm.message_id = m.id), '[]') as mentions,
      m.author_id <> ${actor.personId} and m.withdrawn_at is null and coalesce((select max(t.written_at) from message_text t where t.message_id = m.id)
        > (select s.last_at from assignment_seen s where s.assignment_id = m.assignment_id and s.person_id = ${actor.personId}), true) as unread
    from message m join person p on p.id = m.author_id
    where m.assignment_id = ${assignmentId} and ${only === undefined ? sql`true` : sql`m.id = ${only}`}
    order by m.written_at, m.id`.execute(tx)
  return rows.map(({ unitId, texts, mentions, ...row }) => {
    const isWithdrawn = row.withdrawnAt !== null
    return {
      ...row,
      unit: register.ref(unitId),
      text: isWithdrawn ? null : (texts.at(-1)?.text ?? ''),
      mentions: isWithdrawn ? [] : mentions,
      earlier: isWithdrawn ? [] : texts.slice(0, -1),
      own: row.author.id === actor.personId,
    }
  })
}

export async function writeMessage(request: Speaking, assignmentId: Id, said: Said): Promise<z.input<typeof Message>> {
  const { tx, register, actor, now, newId, record } = request
  const assignment = await getAssignment(tx, assignmentId)
  const unitId = unitOf(actor, assignment, register) ?? fail({ code: 'person/not_entitled' })
  const mentionIds = need(checkMentions(said.mentions, await listReaders(request, assignment)))
  if (await isErased(tx, assignment.taskId)) fail({ code: 'directive/secret' })
  const id = newId()
  await tx
    .insertInto('message')
    .values({ id, assignmentId, authorId: actor.personId, unitId, writtenAt: now, version: 1 })
    .execute()
  await tx.insertInto('messageText').values({ messageId: id, revision: 1, text: said.text, writtenAt: now }).execute()
  await addMentions(tx, id, mentionIds)
  await record({ command: 'message.write', kind: 'message', id, data: { assignmentId } })
  // Whoever answers has read what was before them, which is not all that was said meanwhile.
  if (said.shown !== undefined) await markSeen(request, assignmentId, said.shown)
  return found((await listMessages(request, assignmentId, id))[0], 'message')
}

/** An edit adds a revision; who was mentioned once stays mentioned. */
export async function editMessage(
  request: Speaking,
  assignmentId: Id,
  id: Id,
  said: Said,
): Promise<z.input<typeof Message>> {
  const { tx, now, record } = request
  const before = await ownMessage(request, assignmentId, id)
  const texts = [...before.earlier, { text: before.text ?? '' }]
  const named = before.mentions.map((person) => person.id)
  const isSame = before.text === said.text && said.mentions.every((personId) => named.includes(personId))
  if (isSame) fail({ code: 'message/nothing_changed' })
  const readers = await listReaders(request, await getAssignment(tx, assignmentId))
  const fresh = said.mentions.filter((personId) => !named.includes(personId))
  const added = need(checkMentions(fresh, readers))
  await tx
    .insertInto('messageText')
    .values({ messageId: id, revision: texts.length + 1, text: said.text, writtenAt: now })
    .execute()
  await addMentions(tx, id, added)
  await tx
    .updateTable('message')
    .set({ version: before.version + 1 })
    .where('id', '=', id)
    .execute()
  await record({ command: 'message.edit', kind: 'message', id, data: { assignmentId } })
  return found((await listMessages(request, assignmentId, id))[0], 'message')
}

export async function withdrawMessage(
  request: Speaking,
  assignmentId: Id,
  id: Id,
  reason: string,
): Promise<z.input<typeof Message>> {
  const { tx, now, record } = request
  const before = await ownMessage(request, assignmentId, id)
  await tx
    .updateTable('message')
    .set({ withdrawnAt: now, withdrawnReason: reason, version: before.version + 1 })
    .where('id', '=', id)
    .execute()
  await record({ command: 'message.withdraw', kind: 'message', id, data: { assignmentId, reason } })
  return found((await listMessages(request, assignmentId, id))[0], 'message')
}

/** The message at the version that was read, where the caller wrote it and it still stands; nobody else changes it meanwhile. */
async function ownMessage(request: Speaking, assignmentId: Id, id: Id) {
  await request.tx.selectFrom('message').select('id').where('id', '=', id).forUpdate().execute()
  const message = found((await listMessages(request, assignmentId, id))[0], 'message')
  const refusal = findMessageRefusal(
    { authorId: message.author.id as Id, isWithdrawn: message.withdrawnAt !== null },
    request.actor.personId,
  )
  if (refusal) fail(refusal)
  return atVersion(message, request.version)
}

async function addMentions(tx: Speaking['tx'], messageId: Id, personIds: readonly Id[]): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .insertInto('messageMention')
    .values(personIds.map((personId) => ({ messageId, personId })))
    .execute()
}

const MENTIONS_AT_MOST = 200

/** What mentions the caller and was not opened since, newest first: of each assignment the last word. */
export async function listMentions({ tx, register }: Pick<Speaking, 'tx' | 'register'>): Promise<Duty[]> {
  const { rows } = await sql<{
    id: Id
    number: number
    ordinal: number
    author: string
    unitId: Id
    text: string
    writtenAt: Instant
  }>`
    select * from app_mentions_unseen(${MENTIONS_AT_MOST})`.execute(tx)
  return rows.map((row) => ({
    kind: 'mention',
    subject: 'assignment',
    id: row.id,
    code: assignmentCode(row.number, row.ordinal),
    title: `${row.author}: ${row.text.length > 200 ? `${row.text.slice(0, 199)}…` : row.text}`,
    unit: register.ref(row.unitId),
    by: null,
    since: dayOf(row.writtenAt),
    lateness: null,
  }))
}
