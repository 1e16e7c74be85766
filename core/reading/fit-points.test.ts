import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Example, fitPoints } from '#core/reading/fit-points.ts'

const example = (outcome: 0 | 1 | 2, ...names: string[]): Example => ({
  outcome,
  features: Object.fromEntries(['bias', ...names].map((name) => [name, 1])),
})

test('with nothing but a bias the points are the logarithms of the shares', () => {
  const examples = [0, 0, 1, 2, 2, 2].map((outcome) => example(outcome as 0 | 1 | 2))
  const [nothing, exhorts, orders] = fitPoints(examples, 1e-6)['bias'] ?? [0, 0, 0]
  assert.ok(Math.abs(nothing - exhorts - Math.log(2)) < 0.02)
  assert.ok(Math.abs(orders - exhorts - Math.log(3)) < 0.02)
})

test('a feature seen only with orders speaks for orders, the less the higher the penalty', () => {
  const examples = [example(2, 'date'), example(2, 'date'), example(0), example(1), example(0)]
  const [nothing, , orders] = fitPoints(examples, 1)['date'] ?? [0, 0, 0]
  assert.ok(orders > 0 && nothing < 0)
  assert.ok((fitPoints(examples, 10)['date']?.[2] ?? 0) < orders)
})

test('the order of the examples does not matter', () => {
  const examples = [example(2, 'date'), example(1, 'soft'), example(0), example(2, 'soft', 'date'), example(0, 'soft')]
  assert.deepEqual(fitPoints(examples, 1), fitPoints(examples.toReversed(), 1))
})
