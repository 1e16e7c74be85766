import assert from 'node:assert/strict'
import { test } from 'node:test'
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
    while (Date.now() < until && !text.includes('event: ')) await new Promise((resolve) => setTimeout(resolve, 20))
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
