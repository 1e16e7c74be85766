import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { System } from '#server/http/mount.ts'
import { buildApp } from '#server/app.ts'
import { newId } from '#server/clock.ts'
import { relayNews } from '#server/home/relay-news.ts'
import { SESSION_COOKIE } from '#server/http/authenticate.ts'
import { NewsDesk } from '#server/http/news.ts'
import { anAdministration, everyRoleAt, loginOf, NOW, sessionKey } from '#server/testing/administration.ts'
import { withFreshStore } from '#server/testing/harness.ts'
import { signedIn } from '#server/testing/signed-in.ts'
import { storedAssignment, storedTask } from '#server/testing/stored.ts'

/** Gathers what a stream says; answers what it has said since it was asked last, at once or within so long. */
function listener(body: ReadableStream<Uint8Array>): (waitMs: number) => Promise<string> {
  let text = ''
  const gather = async () => {
    for await (const chunk of body) text += new TextDecoder().decode(chunk)
  }
  gather().catch(() => undefined)
  return async (waitMs) => {
    const until = Date.now() + waitMs
    while (Date.now() < until && !text.includes('event: ')) await setTimeout(20)
    const said = text.replace('retry: 5000\n\n', '').trim()
    text = ''
    return said
  }
}

test(
  'a change is told after its commit, in every process, to those who may read it and to nobody else; the stream ends with the session and with the server',
  withFreshStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau'])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const running = async () => {
      const news = new NewsDesk()
      const stopRelay = await relayNews(news, store, assert.fail)
      const system: System = { store, files: {} as never, clock: () => NOW, newId, demo: false, tools: {}, news }
      const app = await buildApp(system, { logger: false, requestsPerMinute: 10_000_000 })
      const address = await app.listen({ host: '127.0.0.1', port: 0 })
      const watch = async (login: string) => {
        const cookie = `${SESSION_COOKIE}=${sessionKey(login)}`
        const { body } = await fetch(`${address}/api/v1/events`, { headers: { cookie } })
        return listener(body ?? assert.fail())
      }
      return { app, watch, stopRelay }
    }
    const here = await running()
    // A second process of the installation, where there can be one.
    const there = store.kind === 'postgres' ? await running() : here
    if (store.kind === 'postgres')
      for (const payload of [
        'x',
        '',
        '{}',
        '7',
        '{"self":"a","part":[["assignment","x"]]}',
        '{"self":"a","part":[["x",null]]}',
      ])
        await sql`select pg_notify('throughline_news', ${payload})`.execute(store.db)
    const head = loginOf('unit-head', 'lamDong')
    const readers = {
      officer: await there.watch(loginOf('officer', 'ministry')),
      head: await here.watch(head),
      other: await there.watch(loginOf('unit-head', 'caMau')),
      administrator: await here.watch(loginOf('administrator', 'ministry')),
    }
    const accept = () =>
      signedIn(here.app, head)('POST', `/assignments/${id}/accept`, { body: {}, headers: { 'if-match': '"1"' } })
    assert.equal((await accept()).status, 200)
    const told = 'event: change\ndata: {"kinds":["assignment"]}'
    assert.equal(await readers.officer(5000), told)
    assert.equal(await readers.head(5000), told)
    assert.equal(await readers.other(800), '')
    assert.equal(await readers.administrator(100), '')
    // A refusal changes nothing, and nothing is told of it.
    assert.equal((await accept()).status, 412)
    assert.equal(await readers.officer(800), '')
    await store.db.deleteFrom('session').where('personId', '=', by).execute()
    await signedIn(here.app, head)('POST', `/assignments/${id}/report`, {
      body: { text: 'đang làm' },
      headers: { 'if-match': '"2"' },
    })
    assert.equal(await readers.officer(5000), 'event: end\ndata: {}')
    assert.equal(await readers.head(5000), told)
    const begun = Date.now()
    await here.app.close()
    if (there !== here) await there.app.close()
    assert.ok(Date.now() - begun < 3000, 'open streams hold no server up')
    assert.equal(await readers.head(1000), '')
    here.stopRelay()
    there.stopRelay()
  }),
)

test(
  'open streams hold no more than they must: none for a HEAD, eight for a person, none for whoever has gone; a session is asked after once for all of its streams',
  withFreshStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong'])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const news = new NewsDesk()
    const system: System = { store, files: {} as never, clock: () => NOW, newId, demo: false, tools: {}, news }
    const app = await buildApp(system, { logger: false, requestsPerMinute: 10_000_000 })
    try {
      const address = await app.listen({ host: '127.0.0.1', port: 0 })
      const cookie = `${SESSION_COOKIE}=${sessionKey(loginOf('officer', 'ministry'))}`
      const ask = (init: RequestInit = {}) => fetch(`${address}/api/v1/events`, { headers: { cookie }, ...init })
      assert.equal((await ask({ method: 'HEAD' })).status, 404)
      assert.equal(news.listening, 0)
      const gone = new AbortController()
      const opened: ((waitMs: number) => Promise<string>)[] = []
      for (let n = 0; n < 10; n++) {
        const response = await ask(n === 9 ? { signal: gone.signal } : {})
        if (n < 9) opened.push(listener(response.body ?? assert.fail()))
      }
      assert.equal(news.listening, 8)
      gone.abort()
      for (let wait = 0; news.listening > 7 && wait < 100; wait++) await setTimeout(20)
      assert.equal(news.listening, 7)
      let asked = 0
      const head = signedIn(app, loginOf('unit-head', 'lamDong'))
      const ifMatch = { 'if-match': '"1"' }
      assert.equal((await head('POST', `/assignments/${id}/accept`, { body: {}, headers: ifMatch })).status, 200)
      store.pool.on('acquire', () => asked++)
      const told = await Promise.all(opened.slice(2).map((said) => said(5000)))
      assert.deepEqual(new Set(told), new Set(['event: change\ndata: {"kinds":["assignment"]}']))
      assert.equal(asked, 2, 'one look at what has changed, one at the session')
    } finally {
      await app.close()
    }
  }),
)

test(
  'a message is told to those who read the assignment',
  withFreshStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau'])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const news = new NewsDesk()
    const system: System = { store, files: {} as never, clock: () => NOW, newId, demo: false, tools: {}, news }
    const app = await buildApp(system, { logger: false, requestsPerMinute: 10_000_000 })
    try {
      const address = await app.listen({ host: '127.0.0.1', port: 0 })
      const watch = async (login: string) => {
        const headers = { cookie: `${SESSION_COOKIE}=${sessionKey(login)}` }
        return listener((await fetch(`${address}/api/v1/events`, { headers })).body ?? assert.fail())
      }
      const [officer, other] = [await watch(loginOf('officer', 'ministry')), await watch(loginOf('unit-head', 'caMau'))]
      const head = signedIn(app, loginOf('unit-head', 'lamDong'))
      const said = await head('POST', `/assignments/${id}/messages`, { body: { text: 'Đang làm', mentions: [] } })
      assert.equal(said.status, 200, said.text)
      assert.equal(await officer(5000), 'event: change\ndata: {"kinds":["message"]}')
      assert.equal(await other(500), '')
    } finally {
      await app.close()
    }
  }),
)

test(
  'a connection that cannot listen is given back',
  withFreshStore(async (store) => {
    if (store.kind !== 'postgres') return
    const pool = new pg.Pool({ ...store.pool.options, max: 1, connectionTimeoutMillis: 3000 })
    try {
      const client = await pool.connect()
      await client.query('begin')
      await assert.rejects(client.query('select 1 / 0'))
      client.release()
      await assert.rejects(relayNews(new NewsDesk(), { ...store, pool }, assert.fail), /transaction is aborted/)
      assert.deepEqual((await pool.query('select 1 as n')).rows, [{ n: 1 }])
    } finally {
      await pool.end()
    }
  }),
)
