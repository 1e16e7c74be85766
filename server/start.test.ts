import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openStore } from '#server/db/open.ts'
import { run } from '#server/testing/command-line.ts'

let folder: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-start-'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** `npm start` that must not succeed; what it says on stderr. */
async function refusal(env: Record<string, string>): Promise<string> {
  const { code, stderr } = await run('npm', ['start'], { DATA_DIR: join(folder, 'untouched'), PORT: '0', ...env })
  assert.equal(code, 1)
  const lines = stderr.trimEnd().split('\n')
  assert.equal(lines.length, 1, stderr)
  assert.match(stderr, /^Throughline cannot start: /)
  assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/, 'no stack')
  return stderr
}

test('npm start on a data directory in use names the process that has it', async () => {
  const dataDir = join(folder, 'held')
  const holder = await openStore({ dataDir })
  const said = await refusal({ DATA_DIR: dataDir })
  await holder.close()
  assert.match(said, new RegExp(`in use by process ${process.pid} `))
})

test('npm start on a port in use says so, before it does anything else', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const said = await refusal({ PORT: String(port) })
  other.close()
  assert.match(said, new RegExp(`PORT ${port}: another program listens there`))
  assert.equal(existsSync(join(folder, 'untouched')), false)
})

test('npm start with an environment that makes no sense names the variable', async () => {
  assert.match(await refusal({ PORT: '80a' }), /PORT: .*0 to 65535/)
  assert.match(await refusal({ PORT: '65536' }), /PORT: .*0 to 65535/)
  assert.match(await refusal({ DEMO: 'yes' }), /DEMO: on or off/)
  assert.match(await refusal({ DATABASE_URL: 'mysql://localhost/x' }), /DATABASE_URL: .*postgres:\/\//)
  assert.match(await refusal({ HOST: '203.0.113.7', DEMO: 'off', PORT: '8099' }), /HOST 203\.0\.113\.7/)
})

test('the demo, whose password everybody knows, is refused to the network', async () => {
  assert.match(await refusal({ DEMO: 'on', HOST: '0.0.0.0' }), /DEMO=on listens only on loopback/)
  assert.match(await refusal({ HOST: '0.0.0.0' }), /DEMO=on listens only on loopback/)
})

test('a database that does not answer is named without its password', async () => {
  const said = await refusal({ DATABASE_URL: 'postgres://someone:secret@localhost:1/throughline' })
  assert.match(said, /DATABASE_URL names \(localhost:1\/throughline\) cannot be used: .*ECONNREFUSED/)
  assert.doesNotMatch(said, /secret|someone/)
})
