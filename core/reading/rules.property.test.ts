import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { readDirective } from '#core/reading/read-directive.ts'
import { EVIDENCE_RULES, splitRule } from '#core/reading/rules.ts'

const DIRECTIVES = readdirSync('demo/directives')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`demo/directives/${name}`, 'utf8'))
const PARAGRAPHS = DIRECTIVES.flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''))

function assertKnown(text: string): void {
  const { commitments, targets } = readDirective(text)
  for (const { field, rule } of [...commitments, ...targets].flatMap(({ evidence }) => evidence))
    assert.ok(EVIDENCE_RULES[field]?.includes(splitRule(rule).name), `${field}: ${rule}`)
}

test('evidence names no rule that is not listed', () => {
  for (const text of DIRECTIVES) assertKnown(text)
  const shuffled = fc.array(fc.constantFrom(...PARAGRAPHS), { maxLength: 40 }).map((lines) => lines.join('\n'))
  fc.assert(fc.property(shuffled, assertKnown), { numRuns: 40 })
})
