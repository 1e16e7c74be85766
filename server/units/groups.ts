import type { Id } from '#core/kernel/id.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { phraseKey } from '#core/units/fixed-phrase.ts'
import { isWithin } from '#core/units/tree.ts'
import type { GroupMember, UnitGroup } from '#core/units/unit.ts'
import type { Tx } from '#server/db/store.ts'
import { actingUnit, entitle } from '#server/http/entitle.ts'
import { atVersion, type Handlers } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'
import { nameAddressee } from '#server/units/addressees.ts'
import { heldBy, mayTeach } from '#server/units/dictionary-subject.ts'
import { countChange, type UnitRegister } from '#server/units/unit-register.ts'

type GroupApi = Pick<typeof dictionaryApi, 'listGroups' | 'addGroup' | 'editGroup' | 'removeGroup'>

export const groupHandlers: Handlers<GroupApi> = {
  async listGroups(request) {
    const { tx, register } = request
    const rows = await tx.selectFrom('unitGroup').select(['id', 'version']).where('removedAt', 'is', null).execute()
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    const items = byVietnameseOrder([...register.groups.values()]).flatMap((group) => {
      const addressee = { kind: 'group' as const, id: group.id }
      const named = nameAddressee(register, addressee)
      if (!named) return []
      const { below, kind } = group.rule
      return [
        {
          ...named,
          below,
          belowName: register.ref(below).name,
          aliases: register.aliases.filter(({ target }) => target.id === group.id).map(({ text }) => text),
          members: kind === null ? membersOf(register, group) : null,
          version: versions.get(group.id) ?? 1,
          mayEdit: mayTeach(request, addressee),
        },
      ]
    })
    return { items }
  },
  async addGroup(request) {
    const { tx, register, body, newId, record } = request
    const below = actingUnit(request, 'dictionary.edit')
    refuseTwice(register, body.name)
    const members = checkMembers(register, below, body.members)
    const id = newId()
    await tx.insertInto('unitGroup').values({ id, name: body.name, unitKind: null, below, version: 1 }).execute()
    await listMembers(tx, id, members)
    await countChange(tx)
    const data = { name: body.name, members: members.map((member) => member.id) }
    await record({ command: 'unit_group.add', kind: 'unit_group', id, data })
    return { id }
  },
  async editGroup(request) {
    const { tx, register, params, body, version, record } = request
    const group = found(register.groups.get(params.id), 'unit_group')
    entitle(request, 'dictionary.edit', heldBy(register, group.rule.below))
    atVersion(await getVersion(tx, params.id), version)
    const { name = group.name } = body
    refuseTwice(register, name, group.id)
    if (body.members && group.rule.kind !== null) fail({ code: 'units/members_by_kind' })
    const members = body.members && checkMembers(register, group.rule.below, body.members)
    await tx
      .updateTable('unitGroup')
      .set({ name, version: version + 1 })
      .where('id', '=', group.id)
      .execute()
    if (members) {
      await tx.deleteFrom('unitGroupMember').where('unitGroupId', '=', group.id).execute()
      await listMembers(tx, group.id, members)
    }
    await countChange(tx)
    const data = { name, ...(members ? { members: members.map((member) => member.id) } : {}) }
    await record({ command: 'unit_group.edit', kind: 'unit_group', id: group.id, data })
    return { id: group.id, version: version + 1 }
  },
  async removeGroup(request) {
    const { tx, register, params, now, record } = request
    const group = found(register.groups.get(params.id), 'unit_group')
    entitle(request, 'dictionary.edit', heldBy(register, group.rule.below))
    await tx
      .updateTable('unitGroup')
      .set((eb) => ({ removedAt: now, version: eb('version', '+', 1) }))
      .where('id', '=', group.id)
      .execute()
    await countChange(tx)
    await record({ command: 'unit_group.remove', kind: 'unit_group', id: group.id, data: { name: group.name } })
    return { id: group.id }
  },
}

async function getVersion(tx: Tx, id: Id): Promise<{ version: number }> {
  return found(await tx.selectFrom('unitGroup').select('version').where('id', '=', id).executeTakeFirst(), 'unit_group')
}

function membersOf(register: UnitRegister, group: UnitGroup) {
  return (group.members ?? []).flatMap((member) => nameAddressee(register, member) ?? [])
}

/** Each once. An office's word reaches over what is below it, and over bodies outside, which are below nobody. */
function checkMembers(register: UnitRegister, below: Id, members: readonly GroupMember[]): GroupMember[] {
  const above = register.tree.byId.get(below)
  for (const member of members) {
    if (register.name(member) === undefined) fail({ code: 'request/not_found', what: 'addressee', id: member.id })
    const unit = register.tree.byId.get(member.id)
    if (unit && above && !isWithin(unit, above)) fail({ code: 'units/member_not_below', name: unit.name })
  }
  return [...new Map(members.map((member) => [member.id, member])).values()]
}

async function listMembers(tx: Tx, unitGroupId: Id, members: readonly GroupMember[]): Promise<void> {
  const rows = members.map(({ kind, id }, ordinal) => ({
    unitGroupId,
    ordinal,
    unitId: kind === 'unit' ? id : null,
    externalUnitId: kind === 'external' ? id : null,
  }))
  await tx.insertInto('unitGroupMember').values(rows).execute()
}

function refuseTwice(register: UnitRegister, name: string, but?: Id): void {
  const key = phraseKey(name)
  const twin = [...register.groups.values()].find((group) => group.id !== but && phraseKey(group.name) === key)
  if (twin) fail({ code: 'units/name_taken', name: twin.name })
}
