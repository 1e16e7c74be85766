import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runProgram } from '#server/run-program.ts'

const limits = { timeMs: 20_000, output: 100_000 }

test('a program sees where programs and its home are, and nothing of what the server was told', async () => {
  process.env['DATABASE_URL'] = 'postgres://throughline:secret@localhost/throughline'
  try {
    const ended = await runProgram(process.execPath, ['-p', 'JSON.stringify(process.env)'], {
      limits,
      env: { OMP_THREAD_LIMIT: '1' },
    })
    assert.equal(ended.by, 'itself')
    const seen = JSON.parse(ended.by === 'itself' ? ended.output.toString('utf8') : '{}') as Record<string, string>
    assert.equal(seen['PATH'], process.env['PATH'])
    assert.equal(seen['OMP_THREAD_LIMIT'], '1')
    assert.equal(seen['DATABASE_URL'], undefined)
  } finally {
    delete process.env['DATABASE_URL']
  }
})

test('a program that writes or lasts longer than it may is stopped', async () => {
  const writes = await runProgram(process.execPath, ['-e', 'setInterval(() => console.log("x".repeat(1000)))'], {
    limits,
  })
  assert.equal(writes.by, 'output')
  const lasts = await runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    limits: { ...limits, timeMs: 200 },
  })
  assert.equal(lasts.by, 'time')
  assert.deepEqual(await runProgram('khong-co-chuong-trinh', [], { limits }), { by: 'absence' })
})
