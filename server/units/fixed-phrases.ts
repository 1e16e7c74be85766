import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import { vietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { allows } from '#core/people/may.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { phraseKey, type PhraseKind, saysEnough } from '#core/units/fixed-phrase.ts'
import type { Tx } from '#server/db/store.ts'
import { actingUnit, entitle } from '#server/http/entitle.ts'
import { atVersion, type Handlers } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'
import { heldBy } from '#server/units/dictionary-subject.ts'

type PhraseApi = Pick<typeof dictionaryApi, 'listPhrases' | 'addPhrase' | 'editPhrase' | 'removePhrase'>

export const phraseHandlers: Handlers<PhraseApi> = {
  async listPhrases({ tx, register, actor, query }) {
    const wanted = fold(query.q)
    const rows = (await listPhraseRows(tx, query.kind))
      .filter(({ folded, note }) => folded.includes(wanted) || fold(note ?? '').includes(wanted))
      .map((row) => ({ ...row, key: vietnameseOrder(row.phrase) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    const items = rows.slice(query.offset, query.offset + query.limit).map((row) => ({
      ...row,
      id: row.id as Id,
      kind: row.kind as PhraseKind,
      ownerId: row.ownerId as Id,
      ownerName: register.ref(row.ownerId as Id).name,
      mayEdit: allows(actor, 'dictionary.edit', heldBy(register, row.ownerId as Id)),
    }))
    return { items, total: rows.length }
  },
  async addPhrase(request) {
    const { tx, body, newId, record } = request
    const ownerId = actingUnit(request, 'dictionary.edit')
    const { kind, phrase } = body
    const note = body.note || null
    await check(tx, { ownerId, kind, phrase })
    const id = newId()
    const folded = fold(phrase)
    await tx.insertInto('fixedPhrase').values({ id, ownerId, kind, phrase, folded, note, version: 1 }).execute()
    await record({ command: 'fixed_phrase.add', kind: 'fixed_phrase', id, data: { kind, phrase, note } })
    return { id }
  },
  async editPhrase(request) {
    const { tx, register, params, body, version, record } = request
    const before = await getPhrase(tx, params.id)
    entitle(request, 'dictionary.edit', heldBy(register, before.ownerId as Id))
    atVersion(before, version)
    const { phrase = before.phrase } = body
    const note = (body.note === undefined ? before.note : body.note) || null
    await check(tx, { ...before, kind: before.kind as PhraseKind, phrase })
    await tx
      .updateTable('fixedPhrase')
      .set({ phrase, folded: fold(phrase), note, version: version + 1 })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'fixed_phrase.edit', kind: 'fixed_phrase', id: params.id, data: { phrase, note } })
    return { id: params.id, version: version + 1 }
  },
  async removePhrase(request) {
    const { tx, register, params, now, record } = request
    const { ownerId, kind, phrase } = await getPhrase(tx, params.id)
    entitle(request, 'dictionary.edit', heldBy(register, ownerId as Id))
    await tx
      .updateTable('fixedPhrase')
      .set((eb) => ({ removedAt: now, version: eb('version', '+', 1) }))
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'fixed_phrase.remove', kind: 'fixed_phrase', id: params.id, data: { kind, phrase } })
    return { id: params.id }
  },
}

function listPhraseRows(tx: Tx, kind?: PhraseKind) {
  const rows = tx.selectFrom('fixedPhrase').selectAll().where('removedAt', 'is', null)
  return (kind === undefined ? rows : rows.where('kind', '=', kind)).execute()
}

async function getPhrase(tx: Tx, id: Id) {
  const row = await tx
    .selectFrom('fixedPhrase')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return found(row, 'fixed_phrase')
}

async function check(tx: Tx, wanted: { id?: string; ownerId: string; kind: PhraseKind; phrase: string }) {
  const { ownerId, kind, phrase } = wanted
  if (!saysEnough(kind, phrase)) fail({ code: 'units/phrase_too_short' })
  const key = phraseKey(phrase)
  const rows = await listPhraseRows(tx)
  const twin = rows.find((row) => row.id !== wanted.id && row.ownerId === ownerId && phraseKey(row.phrase) === key)
  if (twin) fail({ code: 'units/phrase_taken', kind: twin.kind, phrase: twin.phrase })
}
