import { vietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { phraseKey } from '#core/units/fixed-phrase.ts'
import type { Alias } from '#core/units/unit.ts'
import { actingUnit, entitle } from '#server/http/entitle.ts'
import type { Handlers, Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'
import { nameAddressee } from '#server/units/addressees.ts'
import { dictionarySubject, fits, mayTeach } from '#server/units/dictionary-subject.ts'
import { countChange, type UnitRegister } from '#server/units/unit-register.ts'

type AliasApi = Pick<typeof dictionaryApi, 'listAliases' | 'addAlias' | 'removeAlias'>

export const aliasHandlers: Handlers<AliasApi> = {
  async listAliases(request) {
    const { register, query } = request
    const { all, bearers } = aliasesOf(register)
    const fitting = all.filter(
      ({ text, target }) =>
        (query.kind === undefined || query.kind === target.kind) && fits(query.q, text, register.name(target) ?? ''),
    )
    const items = fitting.slice(query.offset, query.offset + query.limit).flatMap(({ id, text, target }) => {
      const named = nameAddressee(register, target)
      const shared = (bearers.get(phraseKey(text)) ?? 0) > 1
      return named ? [{ id, text, target: named, shared, mayEdit: mayTeach(request, target) }] : []
    })
    return { items, total: fitting.length }
  },
  async addAlias(request) {
    const { tx, register, body, newId, record } = request
    entitleTo(request, body.target)
    if (register.name(body.target) === undefined) fail({ code: 'request/not_found', what: 'addressee' })
    const { kind } = body.target
    const key = phraseKey(body.text)
    const known = register.aliases.find(({ text, target }) => target.id === body.target.id && phraseKey(text) === key)
    if (known) return { id: known.id }
    const id = newId()
    await tx
      .insertInto('alias')
      .values({
        id,
        text: body.text,
        unitId: kind === 'unit' ? body.target.id : null,
        unitGroupId: kind === 'group' ? body.target.id : null,
        externalUnitId: kind === 'external' ? body.target.id : null,
        version: 1,
      })
      .execute()
    await countChange(tx)
    await record({ command: 'alias.add', kind: 'alias', id, data: { text: body.text, target: body.target } })
    return { id }
  },
  async removeAlias(request) {
    const { tx, register, params, now, record } = request
    const { id, text, target } = found(
      register.aliases.find((alias) => alias.id === params.id),
      'alias',
    )
    entitleTo(request, target)
    await tx
      .updateTable('alias')
      .set((eb) => ({ removedAt: now, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await countChange(tx)
    await record({ command: 'alias.remove', kind: 'alias', id, data: { text, target } })
    return { id }
  },
}

function entitleTo(request: Request<unknown>, target: Alias['target']): void {
  const subject = dictionarySubject(request.register, target)
  if (subject) entitle(request, 'dictionary.edit', subject)
  else actingUnit(request, 'dictionary.edit')
}

interface OrderedAliases {
  all: readonly Alias[]
  /** How many bear a name. */
  bearers: ReadonlyMap<string, number>
}

const ordered = new WeakMap<UnitRegister, OrderedAliases>()

/** By the alphabet, without those of what is gone; once for each reading of the register. */
function aliasesOf(register: UnitRegister): OrderedAliases {
  const known = ordered.get(register)
  if (known) return known
  const all = register.aliases
    .filter(({ target }) => register.name(target) !== undefined)
    .map((alias) => ({ alias, key: vietnameseOrder(alias.text) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ alias }) => alias)
  const targets = Map.groupBy(all, ({ text }) => phraseKey(text))
  const bearers = new Map([...targets].map(([key, some]) => [key, new Set(some.map(({ target }) => target.id)).size]))
  const made = { all, bearers }
  ordered.set(register, made)
  return made
}
