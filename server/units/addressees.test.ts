import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#server/clock.ts'
import { type Administration, anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

interface Found {
  kind: string
  id: string
  name: string
  count: number
  above?: string
  below?: string
}

function withNames(
  body: (stage: Administration & { call: Call; find: (query: string) => Promise<Found[]> }) => Promise<void>,
) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['lamDong'])
    await store.db
      .insertInto('unitGroup')
      .values({ id: newId(), name: 'các Ban ở xã', unitKind: 'communal', below: administration.unit.ministry })
      .execute()
    const { app, close } = await testApp(store)
    const call = signedIn(app, loginOf('officer', 'lamDong'))
    try {
      await body({
        ...administration,
        call,
        find: async (query) => {
          const answer = await call('GET', `/addressees?${query}`)
          assert.equal(answer.status, 200, answer.text)
          return answer.body.items
        },
      })
    } finally {
      await close()
    }
  })
}

test(
  'what is offered below a unit lies below it: neither the unit itself nor what others have, and of a group its part',
  withNames(async ({ unit, call, find }) => {
    const all = await find('q=ban')
    assert.deepEqual(
      all.map(({ name }) => name).toSorted(),
      ['Ban phường Bảo Lộc', 'Ban phường Đà Lạt', 'Ban xã Năm Căn', 'Ban xã Đầm Dơi', 'các Ban ở xã'].toSorted(),
    )
    const below = await find(`q=ban&below=${unit.lamDong}`)
    assert.deepEqual(
      below.map(({ name, count }) => `${count} ${name}`).toSorted(),
      ['1 Ban phường Bảo Lộc', '1 Ban phường Đà Lạt', '2 các Ban ở xã (Sở Lâm Đồng)'].toSorted(),
    )
    // What takes no part takes no place either.
    const [best] = await find(`q=ban&limit=1&below=${unit.caMau}`)
    assert.ok(best && ['Ban xã Năm Căn', 'Ban xã Đầm Dơi', 'các Ban ở xã (Sở Cà Mau)'].includes(best.name))
    assert.deepEqual(await find(`q=so&below=${unit.lamDong}`), [])
    assert.deepEqual(await find(`q=kho%20bac&below=${unit.lamDong}`), [])
    assert.deepEqual(await find(`q=ban&below=${unit.daLat}`), [])

    const group = below.find(({ kind }) => kind === 'group')
    const { body } = await call('POST', '/addressees/expand', {
      body: { addressees: [{ kind: 'group', id: group?.id, below: group?.below }] },
    })
    assert.deepEqual(body.units.map(({ id }: { id: string }) => id).toSorted(), [unit.baoLoc, unit.daLat].toSorted())

    assert.equal((await call('GET', `/addressees?q=ban&below=${newId()}`)).status, 404)
  }),
)

test(
  'a unit of a province is offered with what it stands below, because communes of two provinces are called alike',
  withNames(async ({ find }) => {
    const [daLat] = await find('q=da%20lat')
    assert.deepEqual([daLat?.name, daLat?.above], ['Ban phường Đà Lạt', 'Sở Lâm Đồng'])
    const [lamDong] = await find('q=so%20lam%20dong')
    assert.deepEqual([lamDong?.name, lamDong?.above], ['Sở Lâm Đồng', undefined])
  }),
)
