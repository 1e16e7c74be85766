import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutSegments, marksByPassage, runsBy } from '#core/directives/text-segments.ts'

test('two commitments that overlap cut the sentence into three pieces, the middle one belonging to both', () => {
  const marks = [
    { start: 2, end: 6, of: 'a' },
    { start: 4, end: 9, of: 'b' },
  ]
  const pieces = cutSegments(0, 10, marks).map(({ start, end, marks: covering }) => [
    start,
    end,
    covering.map((mark) => mark.of).join(''),
  ])
  assert.deepEqual(pieces, [
    [0, 2, ''],
    [2, 4, 'a'],
    [4, 6, 'ab'],
    [6, 9, 'b'],
    [9, 10, ''],
  ])
})

test('the pieces together are the text again, whatever covers it', () => {
  const text = 'Giao Sở Phát triển Cơ sở chủ trì, hoàn thành trước ngày 20'
  const marks = [
    { start: 5, end: 24 },
    { start: 0, end: 80 },
    { start: 34, end: text.length },
    { start: 7, end: 7 },
  ]
  const joined = cutSegments(0, text.length, marks).map(({ start, end }) => text.slice(start, end))
  assert.equal(joined.join(''), text)
})

test('a mark that runs over two passages appears in both, one that ends before appears in none', () => {
  const passages = [
    { start: 0, end: 10 },
    { start: 12, end: 20 },
    { start: 22, end: 30 },
  ]
  const long = { start: 8, end: 15 }
  const between = { start: 10, end: 12 }
  const last = { start: 29, end: 31 }
  assert.deepEqual(marksByPassage(passages, [last, between, long]), [[long], [long], [last]])
})

test('neighbours of one kind make one run, the same kind further on another', () => {
  assert.deepEqual(
    runsBy([1, 3, 2, 5], (n) => `${n % 2}`),
    [[1, 3], [2], [5]],
  )
})
