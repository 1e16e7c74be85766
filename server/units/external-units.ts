import type { Id } from '#core/kernel/id.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { phraseKey } from '#core/units/fixed-phrase.ts'
import { allowsSomewhere } from '#core/people/may.ts'
import { actingUnit } from '#server/http/entitle.ts'
import { atVersion, type Handlers } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'
import { fits } from '#server/units/dictionary-subject.ts'
import { countChange, type UnitRegister } from '#server/units/unit-register.ts'

type ExternalUnitApi = Pick<typeof dictionaryApi, 'listExternalUnits' | 'addExternalUnit' | 'editExternalUnit'>

export const externalUnitHandlers: Handlers<ExternalUnitApi> = {
  async listExternalUnits({ tx, register, actor, query }) {
    const aliases = Map.groupBy(register.aliases, ({ target }) => target.id)
    const textsOf = (id: Id) => (aliases.get(id) ?? []).map(({ text }) => text)
    const fitting = byVietnameseOrder([...register.externals.values()]).filter(({ id, name, shortName }) =>
      fits(query.q, name, shortName, ...textsOf(id)),
    )
    const page = fitting.slice(query.offset, query.offset + query.limit)
    const ids = page.map(({ id }) => id)
    const rows =
      ids.length === 0
        ? []
        : await tx.selectFrom('externalUnit').select(['id', 'version']).where('id', 'in', ids).execute()
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    const mayEdit = allowsSomewhere(actor, 'dictionary.edit')
    return {
      items: page.map(({ id }) => ({
        ...register.ref(id),
        aliases: textsOf(id),
        version: versions.get(id) ?? 1,
        mayEdit,
      })),
      total: fitting.length,
    }
  },
  async addExternalUnit(request) {
    const { tx, register, body, newId, record } = request
    actingUnit(request, 'dictionary.edit')
    const id = newId()
    const name = body.name
    const shortName = body.shortName || name
    refuseTwice(register, name)
    await tx.insertInto('externalUnit').values({ id, name, shortName, version: 1 }).execute()
    await countChange(tx)
    await record({ command: 'external_unit.add', kind: 'external_unit', id, data: { name } })
    return { id, name, shortName, external: true }
  },
  async editExternalUnit(request) {
    const { tx, register, params, body, version, record } = request
    actingUnit(request, 'dictionary.edit')
    const row = await tx.selectFrom('externalUnit').selectAll().where('id', '=', params.id).executeTakeFirst()
    const before = atVersion(found(row, 'external_unit'), version)
    const name = body.name ?? before.name
    const shortName = (body.shortName ?? before.shortName) || name
    refuseTwice(register, name, params.id)
    await tx
      .updateTable('externalUnit')
      .set({ name, shortName, version: version + 1 })
      .where('id', '=', params.id)
      .execute()
    await countChange(tx)
    await record({ command: 'external_unit.edit', kind: 'external_unit', id: params.id, data: { name, shortName } })
    return { id: params.id, version: version + 1 }
  },
}

function refuseTwice(register: UnitRegister, name: string, but?: Id): void {
  const key = phraseKey(name)
  const twin = [...register.externals.values()].find((unit) => unit.id !== but && phraseKey(unit.name) === key)
  if (twin) fail({ code: 'units/name_taken', name: twin.name })
}
