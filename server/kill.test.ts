import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openFolderStore } from '#server/files/file-store.ts'
import { nothingAcknowledged } from '#server/testing/acknowledged.ts'
import { userEnvironment } from '#server/testing/command-line.ts'
import { withStore } from '#server/testing/harness.ts'
import { aJournal } from '#server/testing/journalled.ts'
import { killRounds } from '#server/testing/kill-rounds.ts'
import { survey } from '#server/testing/survey.ts'

// e2e/kill.ts does the same for as many rounds as wanted, on either store.
test('killed under load and started again, the server has lost nothing that it acknowledged, and left nothing half done', async (t) => {
  const report = await killRounds({ rounds: 3, seed: 7, clients: 3 })
  assert.deepEqual(report.faults, [])
  assert.equal(report.staleLocks, 3)
  assert.ok(report.writes > 0)
  t.diagnostic(`${report.writes} writes acknowledged, starts ${report.startsMs.map(Math.round).join(', ')} ms`)
})

test(
  'what such a search looks for it would find',
  withStore(async (store) => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-survey-'))
    try {
      const files = await openFolderStore(folder)
      const subjects = await aJournal(store)
      const acknowledged = nothingAcknowledged()
      acknowledged.directives.set(subjects.directive, 'Các Sở rà soát biên chế.')
      acknowledged.tasks.set(subjects.task, 2)
      acknowledged.assignments.set(subjects.assignment, 'confirmed')
      acknowledged.files.set(subjects.file, { sha256: 'c'.repeat(64), size: 4 })
      acknowledged.evidence.set(subjects.alias, subjects.file)
      const { lost, halfDone } = await survey(store, files, acknowledged)
      assert.deepEqual(
        lost.map((line) => line.split(' ')[0]),
        ['task', 'assignment', 'file', 'evidence'],
      )
      assert.ok(halfDone.includes(`file row without its bytes: ${subjects.file}`))
      assert.ok(!halfDone.some((line) => line.startsWith('directive without')))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }),
)

test('npm start ends cleanly and soon when it is asked to, also with connections that never end', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-stop-'))
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: userEnvironment({ DATA_DIR: dataDir, DEMO: 'off', HOST: '127.0.0.1', PORT: '0' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(npm, 'exit')
  try {
    let said = ''
    let port = 0
    for await (const chunk of npm.stdout.iterator({ destroyOnReturn: false })) {
      said += String(chunk)
      port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1] ?? 0)
      if (port > 0) break
    }
    npm.stdout.resume()
    assert.ok(port > 0, said)
    const sockets = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    sockets[0]?.write(
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"login"',
    )
    for (const socket of sockets) socket.on('error', () => {})
    const asked = performance.now()
    npm.kill('SIGTERM')
    await ended
    t.diagnostic(`stopped after ${Math.round(performance.now() - asked)} ms`)
    for (const socket of sockets) socket.destroy()
    const locks = readdirSync(dataDir).filter((name) => name.startsWith('lock-'))
    assert.equal(locks.length, 1)
    assert.equal(
      JSON.parse(readFileSync(join(dataDir, locks[0] ?? ''), 'utf8')).released,
      true,
      'the data directory is let go',
    )
  } finally {
    npm.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})
