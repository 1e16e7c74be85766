import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import { anAdministration, PASSWORD, people, sessionKey } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, caller, signedIn, testApp } from '#server/testing/signed-in.ts'

const PER_MINUTE = 40

/** How many of so many calls one after the other are let through. */
async function passing(call: Call, times: number, path = '/session'): Promise<number> {
  let passed = 0
  for (let n = 0; n < times; n++) if ((await call('GET', path)).body.code !== 'request/too_many') passed++
  return passed
}

test(
  'calls are counted for each person and not for the address of their office; of those who are not signed in, for the address',
  withStore(async (store) => {
    const roles = [{ role: 'reporter' as const, at: 'lamDong' as const }]
    const logins = ['an', 'binh', 'chi']
    await people(
      await anAdministration(store),
      logins.map((login) => ({ login, roles })),
    )
    const { app, close } = await testApp(store, { requestsPerMinute: PER_MINUTE })
    try {
      // The first call of each is the address's, until it is known whose it is.
      for (const login of logins) assert.equal(await passing(signedIn(app, login), 1 + PER_MINUTE), 1 + PER_MINUTE)
      assert.equal(await passing(signedIn(app, 'an'), 1), 0, 'nobody has more than their own')
      const nobody = (n: number) => caller(app, { cookie: `${SESSION_COOKIE}=made-up-${n}` })
      let passed = 0
      for (let n = 0; n < 50; n++) passed += await passing(nobody(n), 1)
      assert.equal(passed, PER_MINUTE - logins.length, 'made-up sessions are all one address')
      assert.equal(await passing(caller(app, {}), 1, '/welcome'), 0)
    } finally {
      await close()
    }
  }),
)

test(
  'sign-ins are counted for the address, whoever is signed in there',
  withStore(async (store) => {
    await people(await anAdministration(store), [{ login: 'an', roles: [{ role: 'reporter', at: 'lamDong' }] }])
    const { app, close } = await testApp(store, { requestsPerMinute: PER_MINUTE })
    try {
      assert.equal((await signedIn(app, 'an')('GET', '/session')).status, 200)
      const body = { login: 'an', password: PASSWORD }
      const codes: number[] = []
      for (const cookie of [sessionKey('an'), 'made-up', sessionKey('an')])
        codes.push((await caller(app, { cookie: `${SESSION_COOKIE}=${cookie}` })('POST', '/session', { body })).status)
      assert.deepEqual(codes, [200, 200, 429])
    } finally {
      await close()
    }
  }),
)
