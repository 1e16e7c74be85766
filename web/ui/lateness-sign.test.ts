import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LATENESS_SIGN } from '#web/ui/lateness-sign.ts'

test('every lateness class has a sign of its own, so that it is told without its colour', () => {
  const sprite = readFileSync(new URL('sprite.svg', import.meta.url), 'utf8')
  const signs = Object.values(LATENESS_SIGN)
  const drawings = signs.map((sign) =>
    sprite.match(new RegExp(`<symbol id="${sign}".*</symbol>`))?.[0].replace(/ id="\\w+"/, ''),
  )
  assert.equal(drawings.includes(undefined), false)
  assert.equal(new Set(drawings).size, signs.length)
})
