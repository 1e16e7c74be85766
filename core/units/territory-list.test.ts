import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTerritoryList } from '#core/units/territory-list.ts'

const HEAD = '# made for the test\nstate 2026-07-25\nsince 2025-07-01\n'

function failureOf(text: string): unknown {
  const list = parseTerritoryList(text)
  return list.ok || list.failure
}

test('a commune belongs to the province before it', () => {
  const list = parseTerritoryList(
    `${HEAD}01 Thành phố Hà Nội = Hanoi\n00004 Phường Ba Đình\n68 Tỉnh Lâm Đồng\n24958 Xã Đức Trọng\n`,
  )
  assert.ok(list.ok)
  const { territories } = list.value
  assert.deepEqual(
    territories.map(({ code, kind, name, nameEn, parentCode }) => [code, kind, name, nameEn, parentCode]),
    [
      ['01', 'city', 'Hà Nội', 'Hanoi', null],
      ['00004', 'ward', 'Ba Đình', 'Ba Dinh', '01'],
      ['68', 'province', 'Lâm Đồng', 'Lam Dong', null],
      ['24958', 'commune', 'Đức Trọng', 'Duc Trong', '68'],
    ],
  )
})

test('a territory that changed its kind keeps its code, and the list says since when and what it was', () => {
  const list = parseTerritoryList(
    `${HEAD}75 Thành phố Đồng Nai @2026-04-30 < Tỉnh Đồng Nai\n25270 Phường Lộc Ninh @2026-04-30 < Xã Lộc Ninh\n`,
  )
  assert.ok(list.ok)
  const [province] = list.value.territories
  assert.equal(province?.since, '2026-04-30')
  assert.deepEqual(province?.before, { kind: 'province', name: 'Đồng Nai' })
})

test('a commune may be known by another code to another office', () => {
  const list = parseTerritoryList(`${HEAD}22 Tỉnh Quảng Ninh\n06978 Xã Ba Chẽ ~06970\n`)
  assert.deepEqual(list.ok && list.value.territories[1]?.otherCodes, ['06970'])
})

test('districts stand between province and commune in the lists of the time before July 2025', () => {
  const list = parseTerritoryList(`${HEAD}01 Thành phố Hà Nội\n001 Huyện Ba Đình\n00001 Phường Phúc Xá\n`)
  assert.deepEqual(list.ok && list.value.territories.map(({ parentCode }) => parentCode), [null, '01', '001'])
})

test('what is wrong is said with its line', () => {
  assert.deepEqual(failureOf(`${HEAD}68 Lâm Đồng\n`), {
    code: 'territories/unknown_kind',
    line: 4,
    text: '68 Lâm Đồng',
  })
  assert.deepEqual(failureOf(`${HEAD}00004 Phường Ba Đình`), {
    code: 'territories/unknown_parent',
    line: 4,
    text: '00004 Phường Ba Đình',
  })
  assert.deepEqual(failureOf(`${HEAD}68 Tỉnh Lâm Đồng\n68 Tỉnh Lâm Đồng`), {
    code: 'territories/code_twice',
    line: 5,
    text: '68 Tỉnh Lâm Đồng',
  })
  assert.deepEqual(failureOf(`${HEAD}Lâm Đồng`), { code: 'territories/bad_line', line: 4, text: 'Lâm Đồng' })
  assert.deepEqual(failureOf('state 2026-02-30'), { code: 'territories/bad_date', line: 1, text: 'state 2026-02-30' })
  assert.deepEqual(failureOf('68 Tỉnh Lâm Đồng'), { code: 'territories/bad_header', line: 1, text: '68 Tỉnh Lâm Đồng' })
})

test('a decomposed name is refused: text is NFC everywhere', () => {
  const line = '68 Tỉnh Lâm Đồng'.normalize('NFD')
  assert.deepEqual(failureOf(`${HEAD}${line}`), { code: 'territories/not_nfc', line: 4, text: line })
})
