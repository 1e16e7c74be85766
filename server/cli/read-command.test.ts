import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { z } from 'zod'
import { Reading } from '#core/reading/reading.ts'
import { readCommand } from '#server/cli/read-command.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'

const Readings = z.array(Reading)
const ORDER = 'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch trước ngày 30/6/2026.'
const folder = await mkdtemp(join(tmpdir(), 'reading-'))
after(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await readCommand(args, { stdout: (t) => out.push(t), stderr: (t) => err.push(t), env: {} })
  return { code, out: out.join(''), err: err.join('') }
}

async function file(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

test('without files the command says how it is used', async () => {
  const { code, err } = await run()
  assert.equal(code, 2)
  assert.match(err, /usage: throughline read/)
  assert.equal((await run('--wrong')).code, 2)
})

test('--json prints an array, for one file too', async () => {
  const a = await file('a.txt', ORDER)
  const [one] = Readings.parse(JSON.parse((await run(a, '--json')).out))
  assert.equal(one?.file, a)
  assert.deepEqual(one?.commitments[0]?.lead, ['Sở Y tế'])
  const several = JSON.parse((await run(a, a, '--json')).out) as unknown[]
  assert.equal(several.length, 2)
})

test('UTF-8 with its mark and UTF-16 read as plain UTF-8', async () => {
  const marked = await file('bom.txt', `\uFEFF${ORDER}`)
  const wide = await file('wide.txt', Buffer.from(`\uFEFF${ORDER}`, 'utf16le'))
  for (const path of [marked, wide]) {
    const [reading] = Readings.parse(JSON.parse((await run(path, '--json')).out))
    assert.equal(reading?.commitments[0]?.deadline?.iso, '2026-06-30')
  }
})

test('a file that cannot be read is named and stops no other', async () => {
  const good = await file('good.txt', ORDER)
  const { code, out, err } = await run(join(folder, 'none.txt'), good)
  assert.equal(code, 1)
  assert.match(err, /none\.txt: no such file/)
  assert.match(out, /chủ trì: Sở Y tế/)
})

test('--out writes each reading beside the others', async () => {
  const path = await file('plan.txt', ORDER)
  const { code } = await run(path, '--out', join(folder, 'out'))
  assert.equal(code, 0)
  Reading.parse(JSON.parse(await readFile(join(folder, 'out', 'plan.json'), 'utf8')))
})

test('a PDF is read by its text layer, and a file in TCVN3 with a notice', async () => {
  const pdf = await file(
    'order.pdf',
    aPdf([drawnLines(85, 100, ['Giao Sở Y tế chủ trì xây dựng kế hoạch trước ngày 30/6/2026.'], 11)]),
  )
  assert.match((await run(pdf)).out, /chủ trì: Sở Y tế/)
  const old = await file(
    'old.txt',
    Buffer.from('Giao Së Y tÕ chñ tr× x©y dùng kÕ ho¹ch tr\u00adíc ngµy 30/6/2026.', 'latin1'),
  )
  const { out, err } = await run(old)
  assert.match(out, /chủ trì: Sở Y tế/)
  assert.match(err, /old\.txt: decoded_tcvn3, capitals_lost/)
})
