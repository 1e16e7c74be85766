import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearch, spellings } from '#core/search/search-words.ts'

test('words are compared without accents, in small letters', () => {
  assert.deepEqual(readSearch('Rà soát, BIÊN CHẾ ').plain, ['ra', 'soat', 'bien', 'che'])
  assert.deepEqual(readSearch('24/CT-BPTCS').plain, ['24', 'ct', 'bptcs'])
  assert.deepEqual(readSearch(' — ').plain, [])
})

test('only words typed with accents ask for accents', () => {
  assert.deepEqual(readSearch('ra soát biên').marked, [['soát', 'sóat'], ['biên']])
  assert.deepEqual(readSearch('Đà Nẵng').marked, [['đà'], ['nẵng']])
  assert.deepEqual(readSearch('da nang').marked, [])
})

test('a tone stands on either letter of oa, oe and uy', () => {
  assert.deepEqual(spellings('hoà'), ['hoà', 'hòa'])
  assert.deepEqual(spellings('hòa'), ['hoà', 'hòa'])
  assert.deepEqual(spellings('khoẻ'), ['khoẻ', 'khỏe'])
  assert.deepEqual(spellings('thủy'), ['thuỷ', 'thủy'])
  assert.deepEqual(spellings('soát'), ['soát', 'sóat'])
})

test('a vowel with a mark of its own keeps its tone', () => {
  assert.deepEqual(spellings('hoặc'), ['hoặc'])
  assert.deepEqual(spellings('luận'), ['luận'])
  assert.deepEqual(spellings('nguyễn'), ['nguyễn'])
})

test('decomposed letters, as some keyboards send them, are the same letters', () => {
  assert.deepEqual(readSearch('Hoà'.normalize('NFD')), readSearch('Hoà'))
})

test('the number of a task or an assignment is heard with and without its letters and zeros', () => {
  const codeOf = (typed: string) => readSearch(typed).code
  assert.deepEqual(codeOf('NV-0012.03'), { number: 12, ordinal: 3, sure: true })
  assert.deepEqual(codeOf('nv 12.3'), { number: 12, ordinal: 3, sure: true })
  assert.deepEqual(codeOf('nv12'), { number: 12, ordinal: null, sure: true })
  assert.deepEqual(codeOf('0297'), { number: 297, ordinal: null, sure: false })
  assert.equal(codeOf('24/CT'), null)
  assert.equal(codeOf('nv'), null)
  assert.equal(codeOf('12345678901'), null)
})
