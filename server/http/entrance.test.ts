import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Store } from '#server/db/store.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { offerSetUp } from '#server/people/setup.ts'
import {
  type Administration,
  anAdministration,
  everyRoleAt,
  loginOf,
  PASSWORD,
  people,
} from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { caller, signedIn, type TestApp, testApp } from '#server/testing/signed-in.ts'

const OFFICER = loginOf('officer', 'ministry')
const ADMINISTRATOR = loginOf('administrator', 'ministry')
const draft = {
  action: 'Rà soát',
  deliverable: null,
  deadline: null,
  source: 'nhập tay',
  cooperating: [],
  monitorId: null,
}

function withApp(body: (running: TestApp & { administration: Administration; store: Store }) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry'])
    const running = await testApp(store)
    try {
      await body({ ...running, administration, store })
    } finally {
      await running.close()
    }
  })
}

test(
  'a changing request with a cookie is taken only from our own pages',
  withApp(async ({ app }) => {
    const officer = signedIn(app, OFFICER)
    let number = 0
    const name = async (headers: Record<string, string>) => {
      const named = { name: `Kho bạc khu vực ${++number}` }
      const { status, body } = await officer('POST', '/external-units', { body: named, headers })
      return status === 200 ? 'taken' : body.code
    }
    const refused = 'request/cross_site'
    assert.equal(await name({}), 'taken')
    assert.equal(
      await name({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000', host: 'localhost:3000' }),
      'taken',
    )
    assert.equal(await name({ 'sec-fetch-site': 'cross-site' }), refused)
    assert.equal(await name({ 'sec-fetch-site': 'same-site' }), refused)
    assert.equal(await name({ origin: 'https://elsewhere.example' }), refused)
    assert.equal(await name({ origin: 'null' }), refused)
    // Browsers send the name and password of an address by themselves.
    assert.equal(await name({ 'sec-fetch-site': 'cross-site', authorization: 'Basic YTpi' }), refused)
    const { status } = await officer('GET', '/session', { headers: { 'sec-fetch-site': 'cross-site' } })
    assert.equal(status, 200)
    const anonymous = caller(app, { 'sec-fetch-site': 'cross-site' })
    const signIn = await anonymous('POST', '/session', { body: { login: OFFICER, password: PASSWORD } })
    assert.equal(signIn.body.code, refused)
  }),
)

test(
  'after eight wrong passwords the account rests for a quarter of an hour, whatever is entered',
  withApp(async ({ app, setClock }) => {
    const enter = async (password: string) => {
      const { status, body } = await caller(app, {})('POST', '/session', { body: { login: OFFICER, password } })
      return status === 200 ? 'in' : body.code
    }
    for (let turn = 0; turn < 7; turn++) assert.equal(await enter('wrong password'), 'person/sign_in_refused')
    assert.equal(await enter(PASSWORD), 'in', 'seven wrong ones lock nobody out')
    for (let turn = 0; turn < 8; turn++) assert.equal(await enter('wrong password'), 'person/sign_in_refused')
    assert.equal(await enter(PASSWORD), 'person/locked')
    setClock('2026-03-16T02:14:59.000Z' as Instant)
    assert.equal(await enter(PASSWORD), 'person/locked')
    setClock('2026-03-16T02:15:01.000Z' as Instant)
    assert.equal(await enter(PASSWORD), 'in')
  }),
)

test(
  'an open session is no place to guess the password either',
  withApp(async ({ app }) => {
    const officer = signedIn(app, OFFICER)
    const change = async (current: string) => {
      const { body } = await officer('POST', '/session/password', { body: { current, next: 'mật khẩu thứ hai' } })
      return body.code ?? 'changed'
    }
    for (let turn = 0; turn < 8; turn++) assert.equal(await change('guessed'), 'person/wrong_password')
    assert.equal(await change(PASSWORD), 'person/locked')
    const signIn = await caller(app, {})('POST', '/session', { body: { login: OFFICER, password: PASSWORD } })
    assert.equal(signIn.body.code, 'person/locked')
  }),
)

test(
  'who must change the password can do nothing else',
  withApp(async ({ app, administration }) => {
    const roles = [{ role: 'officer' as const, at: 'ministry' as const }]
    await people(administration, [{ login: 'fresh', roles, mustChangePassword: true }])
    const fresh = signedIn(app, 'fresh')
    for (const path of ['/tasks', '/units', '/duties', '/settings', '/tokens', '/directives'])
      assert.equal((await fresh('GET', path)).body.code, 'person/must_change_password', path)
    assert.equal((await fresh('POST', '/tokens', { body: { name: 'x' } })).body.code, 'person/must_change_password')
    assert.equal((await fresh('GET', '/session')).body.mustChangePassword, true)
    const wrong = await fresh('POST', '/session/password', { body: { current: 'guessed', next: 'mật khẩu thứ hai' } })
    assert.equal(wrong.body.code, 'person/wrong_password')
    const change = { current: PASSWORD, next: 'mật khẩu thứ hai' }
    assert.equal((await fresh('POST', '/session/password', { body: change })).status, 200)
    assert.equal((await fresh('GET', '/tasks')).status, 200)
  }),
)

test(
  'a first or reset password has to be changed; a reset ends all sessions and tokens',
  withApp(async ({ app, administration: { store } }) => {
    const administrator = signedIn(app, ADMINISTRATOR)
    const officer = signedIn(app, OFFICER)
    const { body: me } = await officer('GET', '/session')
    const { body: made } = await officer('POST', '/tokens', { body: { name: 'chương trình', days: 1 } })
    const program = caller(app, { authorization: `Bearer ${made.token}` })
    assert.equal((await program('GET', '/tasks')).status, 200)
    const { body: reset } = await administrator('POST', `/people/${me.person.id}/password`)
    assert.equal((await officer('GET', '/session')).status, 401)
    assert.equal((await program('GET', '/tasks')).status, 401)
    const again = await caller(app, {})('POST', '/session', { body: { login: OFFICER, password: reset.password } })
    assert.equal(again.body.mustChangePassword, true)
    const added = { login: 'someone.new', name: 'Người mới' }
    const headers = { 'idempotency-key': 'once' }
    const { body: person } = await administrator('POST', '/people', { body: added, headers })
    const kept = await store.db.selectFrom('idempotency').selectAll().execute()
    assert.ok(!JSON.stringify(kept).includes(person.password), 'a first password is stored nowhere')
    const { body: entries } = await signedIn(app, loginOf('auditor', 'ministry'))('GET', '/journal')
    assert.ok(!JSON.stringify(entries).includes(person.password))
    assert.ok(!JSON.stringify(entries).includes(reset.password))
  }),
)

test(
  'a bearer token works until it is revoked or expires, and for nobody who is switched off',
  withApp(async ({ app, administration: { store }, setClock }) => {
    const officer = signedIn(app, OFFICER)
    const make = async () => (await officer('POST', '/tokens', { body: { name: 'chương trình', days: 1 } })).body
    const tries = (token: string) => caller(app, { authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' })
    const [first, second] = [await make(), await make()]
    assert.equal((await tries(first.token)('GET', '/tasks')).status, 200)
    assert.equal(
      (await tries(first.token)('POST', '/external-units', { body: { name: 'Kho bạc Nhà nước' } })).status,
      200,
    )
    assert.equal((await tries(`${first.token}x`)('GET', '/tasks')).status, 401)
    const stored = await store.db.selectFrom('token').selectAll().execute()
    assert.ok(!JSON.stringify(stored).includes(first.token), 'only its digest is kept')
    const other = await signedIn(app, ADMINISTRATOR)('DELETE', `/tokens/${first.id}`)
    assert.equal(other.status, 404, 'nobody revokes another’s')
    assert.deepEqual((await signedIn(app, ADMINISTRATOR)('GET', '/tokens')).body.items, [])
    assert.equal((await officer('DELETE', `/tokens/${first.id}`)).status, 200)
    assert.equal((await tries(first.token)('GET', '/tasks')).status, 401)
    // A wrong token is not made up for by a cookie that comes with it.
    const both = caller(app, {
      authorization: `Bearer ${first.token}`,
      cookie: 'throughline_session=session-of-officer.ministry',
    })
    assert.equal((await both('GET', '/tasks')).status, 401)
    assert.equal((await tries(second.token)('GET', '/tasks')).status, 200)
    setClock('2026-03-17T02:00:01.000Z' as Instant)
    assert.equal((await tries(second.token)('GET', '/tasks')).status, 401)
    setClock('2026-03-16T02:00:00.000Z' as Instant)
    await store.db.updateTable('person').set({ active: false }).where('login', '=', OFFICER).execute()
    assert.equal((await tries(second.token)('GET', '/tasks')).status, 401)
    assert.equal((await officer('GET', '/session')).status, 401)
  }),
)

test(
  'a session ends with its term, when nobody used it for a working day, and when it is signed out',
  withApp(async ({ app, setClock, administration: { store } }) => {
    const officer = signedIn(app, OFFICER)
    setClock('2026-03-16T09:59:00.000Z' as Instant)
    assert.equal((await officer('GET', '/session')).status, 200)
    setClock('2026-03-16T18:00:00.000Z' as Instant)
    assert.equal((await officer('GET', '/session')).status, 401, 'unused for eight hours')
    const administrator = signedIn(app, ADMINISTRATOR)
    setClock('2026-03-16T02:00:00.000Z' as Instant)
    await store.db
      .updateTable('session')
      .set({ expiresAt: '2026-03-16T02:00:00Z' })
      .where('keyHash', '=', sha256(`session-of-${OFFICER}`))
      .execute()
    assert.equal((await officer('GET', '/session')).status, 401, 'at its end')
    assert.equal((await administrator('DELETE', '/session')).status, 200)
    assert.equal((await administrator('GET', '/session')).status, 401)
  }),
)

test(
  'roles are those of today: from the first day to the last, both included',
  withApp(async ({ app, administration, setClock }) => {
    const roles = [{ role: 'officer' as const, at: 'ministry' as const, from: '2026-03-17', to: '2026-03-18' }]
    await people(administration, [{ login: 'two.days', roles }])
    const call = signedIn(app, 'two.days')
    await administration.store.db.updateTable('session').set({ expiresAt: '2026-04-01T00:00:00Z' }).execute()
    const statusAt = async (now: string) => {
      await administration.store.db.updateTable('session').set({ seenAt: now }).execute()
      setClock(now as Instant)
      return (
        await call('POST', '/tasks', { body: { ...draft, leads: [{ kind: 'unit', id: administration.unit.caMau }] } })
      ).status
    }
    // The day is that of Hà Nội, seven hours ahead of UTC.
    assert.equal(await statusAt('2026-03-16T16:59:00.000Z'), 403)
    assert.equal(await statusAt('2026-03-16T17:01:00.000Z'), 200)
    assert.equal(await statusAt('2026-03-18T16:59:00.000Z'), 200)
    assert.equal(await statusAt('2026-03-18T17:01:00.000Z'), 403)
  }),
)

test(
  'administrator and auditor are held at the top only, office roles where there is an office',
  withApp(async ({ app, administration: { unit } }) => {
    const administrator = signedIn(app, ADMINISTRATOR)
    const { body: person } = await administrator('POST', '/people', {
      body: { login: 'someone.new', name: 'Người mới' },
    })
    const grant = async (role: string, unitId: string) => {
      const body = { role, unitId, from: '2026-03-16' }
      return (await administrator('POST', `/people/${person.id}/roles`, { body })).status
    }
    for (const role of ['administrator', 'auditor', 'leader', 'officer', 'clerk', 'press-officer'])
      assert.equal(await grant(role, unit.daLat), 409, role)
    assert.equal(await grant('administrator', unit.lamDong), 409)
    assert.equal(await grant('officer', unit.lamDong), 200)
    assert.equal(await grant('unit-head', unit.daLat), 200)
  }),
)

test(
  'the first administrator is made once, with the token, and only while nobody is there',
  withStore(async (store) => {
    const { app, close } = await testApp(store)
    try {
      const token = (await offerSetUp(store)) ?? ''
      const first = { organisation: 'Bộ mới', login: 'first', name: 'Người đầu', password: 'mười ký tự trở lên' }
      const setUp = (key: string) => caller(app, {})('POST', '/setup', { body: { ...first, token: key } })
      assert.equal((await setUp('guessed')).body.code, 'setup/refused')
      const { status, body, text } = await setUp(token)
      assert.equal(status, 200, text)
      assert.equal(body.roles[0].role, 'administrator')
      assert.equal((await setUp(token)).body.code, 'setup/refused')
      await store.db.updateTable('setup').set({ usedAt: null }).execute()
      assert.equal((await setUp(token)).body.code, 'setup/refused')
      assert.equal(await offerSetUp(store), undefined)
      const { body: welcome } = await caller(app, {})('GET', '/welcome')
      assert.deepEqual([welcome.password, welcome.people], [null, []], 'outside the demo nobody learns logins')
    } finally {
      await close()
    }
  }),
)
