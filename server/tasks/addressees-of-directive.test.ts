import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Tx } from '#server/db/store.ts'
import { enterScope } from '#server/http/scope.ts'
import { addAddressees } from '#server/tasks/addressees-of-directive.ts'
import { anAdministration, everyRoleAt, loginOf, TODAY } from '#server/testing/administration.ts'
import { withFreshStore } from '#server/testing/harness.ts'
import { storedAssignment, storedDirective, storedTask } from '#server/testing/stored.ts'
import { loadUnitRegister } from '#server/units/unit-register.ts'

test(
  'of two commands at once about a directive the later sees what the earlier has done: who is named reads it, who is named no more does not',
  withFreshStore(async (store) => {
    // The embedded store has one connection, and so one command at a time.
    if (store.kind !== 'postgres') return
    const administration = await anAdministration(store)
    const by = (await everyRoleAt(administration, ['ministry'])).get(loginOf('officer', 'ministry')) ?? assert.fail()
    const { ministry, lamDong, caMau } = administration.unit
    const register = await loadUnitRegister(store.db, TODAY)
    const actor = { personId: by, roles: [{ role: 'officer' as const, unitId: ministry }] }

    const readers = async (ends: 'named' | 'forgotten') => {
      const { id } = await storedDirective(administration, { owner: 'ministry', by, addressees: ['lamDong'] })
      const given = async (lead: 'lamDong' | 'caMau') => {
        const taskId = await storedTask(administration, { owner: 'ministry', by, directive: { id } })
        return storedAssignment(administration, { taskId, directiveId: id, lead, issuedBy: 'ministry', by })
      }
      const [first, second] = [await given('lamDong'), await given(ends === 'named' ? 'caMau' : 'lamDong')]
      const command = (work: (tx: Tx) => Promise<unknown>, until: Promise<unknown>) =>
        store.db.transaction().execute(async (tx) => {
          await work(tx)
          await until
        })
      const forget = (assignment: string) => async (tx: Tx) => {
        await sql`update assignment set lead_id = ${caMau} where id = ${assignment}`.execute(tx)
        await enterScope(tx, actor, register, TODAY)
        await sql`select app_forget_addressees(${id}, ${[lamDong]}::uuid[])`.execute(tx)
      }
      const name = async (tx: Tx) => {
        await sql`update assignment set lead_id = ${lamDong} where id = ${second}`.execute(tx)
        await addAddressees(tx, register, id, ministry, [lamDong])
      }
      const earlier = command(ends === 'named' ? name : forget(second), setTimeout(600))
      await setTimeout(200)
      await Promise.all([earlier, command(forget(first), Promise.resolve())])
      const rows = await store.db
        .selectFrom('directiveAddressee')
        .select('unitId')
        .where('directiveId', '=', id)
        .execute()
      return rows.map(({ unitId }) => unitId)
    }
    assert.deepEqual(await readers('named'), [lamDong])
    assert.deepEqual(await readers('forgotten'), [])
  }),
)
