import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { matchName } from '#core/units/match-name.ts'
import { buildNameIndex } from '#core/units/name-index.ts'
import { searchNames } from '#core/units/search-names.ts'
import type { TerritoryKind } from '#core/units/territory.ts'
import { numberTree } from '#core/units/tree.ts'
import type { Addressee } from '#core/units/unit-ref.ts'
import type { Alias, Unit, UnitGroup } from '#core/units/unit.ts'

// A small ministry: ids are readable, so that an expected answer is one too.
const LAND: [id: string, kind: TerritoryKind, name: string, parent: string | null][] = [
  ['ld', 'province', 'Lâm Đồng', null],
  ['ag', 'province', 'An Giang', null],
  ['tn', 'province', 'Thái Nguyên', null],
  ['dl', 'province', 'Đắk Lắk', null],
  ['hcm', 'city', 'Hồ Chí Minh', null],
  ['ld-hoa', 'commune', 'Hòa Ninh', 'ld'],
  ['ld-tan', 'commune', 'Tân Hội', 'ld'],
  ['ld-1', 'ward', '1 Bảo Lộc', 'ld'],
  ['ag-tan', 'commune', 'Tân Hội', 'ag'],
  ['tn-lang', 'commune', 'Văn Lang', 'tn'],
  ['tn-lăng', 'commune', 'Văn Lăng', 'tn'],
  ['hcm-tho', 'ward', 'Mỹ Tho', 'hcm'],
]
const UNITS: [id: string, kind: string, name: string, short: string, parent: string | null, land?: string][] = [
  ['bo', 'ministry', 'Bộ Phát triển Cơ sở', 'Bộ PTCS', null],
  ['vp', 'department.office', 'Văn phòng Bộ', 'VP Bộ', 'bo'],
  ['ns', 'department.line', 'Vụ Tổ chức và Nhân sự', 'Vụ TCNS', 'bo'],
  ['pa', 'department.line', 'Cục Tiếp nhận và Giải quyết phản ánh', 'Cục PA', 'bo'],
  ...LAND.map(([id, kind, name, parent]): (typeof UNITS)[number] => {
    const word = { province: 'tỉnh', city: 'thành phố', commune: 'xã', ward: 'phường' }[kind as 'ward']
    return parent === null
      ? [`so-${id}`, 'provincial-body', `Sở Phát triển Cơ sở ${word} ${name}`, `Sở PTCS ${name}`, 'bo', id]
      : [
          `ban-${id}`,
          'commune-body',
          `Ban Phát triển Cơ sở ${word} ${name}`,
          `Ban PTCS ${word} ${name}`,
          `so-${parent}`,
          id,
        ]
  }),
  ['so-ld-vp', 'provincial-division', 'Văn phòng Sở Phát triển Cơ sở tỉnh Lâm Đồng', 'VP Sở Lâm Đồng', 'so-ld'],
]

function group(id: string, kind: string, name: string): UnitGroup {
  return { id: id as Id, name, rule: { kind, below: 'bo' as Id } }
}
function alias(kind: Addressee['kind'], id: string, text: string): Alias {
  return { id: `alias ${text}` as Id, target: { kind, id: id as Id }, text }
}

const numbered = numberTree(
  UNITS.map(
    ([id, kind, name, shortName, parentId, land]): Omit<Unit, 'pos' | 'last'> => ({
      id: id as Id,
      kind,
      name,
      shortName,
      parentId: parentId as Id | null,
      tier: 1,
      territoryId: (land ?? null) as Id | null,
      hasOffice: false,
      validFrom: '2025-07-01' as PlainDate,
      validTo: null,
    }),
  ),
)
assert.ok(numbered.ok)
const index = buildNameIndex({
  units: numbered.value,
  territories: LAND.map(([id, kind, name, parent]) => ({ id: id as Id, kind, name, parentId: parent as Id | null })),
  groups: [
    group('g-bo', 'department', 'Các đơn vị thuộc Bộ'),
    group('g-vu', 'department.line', 'Các Cục, Vụ thuộc Bộ'),
    group('g-so', 'provincial-body', 'Sở Phát triển Cơ sở các tỉnh, thành phố'),
    group('g-ban', 'commune-body', 'Ban Phát triển Cơ sở các xã, phường, đặc khu'),
  ],
  externalUnits: [
    { id: 'bca' as Id, name: 'Bộ Công an', shortName: 'Bộ CA' },
    { id: 'btp' as Id, name: 'Bộ Tư pháp', shortName: 'Bộ TP' },
    { id: 'ubnd-ld' as Id, name: 'Ủy ban nhân dân tỉnh Lâm Đồng', shortName: 'UBND tỉnh Lâm Đồng' },
    { id: 'ubnd-hcm' as Id, name: 'Ủy ban nhân dân Thành phố Hồ Chí Minh', shortName: 'UBND TP. HCM' },
  ],
  aliases: [
    alias('external', 'bca', 'BCA'),
    alias('group', 'g-so', 'các địa phương'),
    alias('group', 'g-so', 'các đơn vị, địa phương'),
    alias('group', 'g-bo', 'các đơn vị, địa phương'),
    alias('group', 'g-ban', 'các xã, phường'),
    alias('group', 'g-ban', 'UBND các xã, phường'),
    alias('unit', 'so-dl', 'Sở Phát triển Cơ sở tỉnh Đăk Lăk'),
  ],
})

function sure(written: string, context?: string): string {
  const { status, best } = matchName(index, written, context as Id | undefined)
  return status === 'sure' && best ? (best.below ? `${best.target.id} below ${best.below}` : best.target.id) : status
}
function ids(written: string, context?: string): string[] {
  return matchName(index, written, context as Id | undefined).candidates.map(({ target }) => target.id)
}

test('a unit is known by its name, its short name and without accents', () => {
  for (const written of [
    'Vụ Tổ chức và Nhân sự',
    'Vụ Tổ chức, Nhân sự',
    'VỤ TỔ CHỨC VÀ NHÂN SỰ',
    'Vụ TCNS',
    'vu to chuc va nhan su',
  ]) {
    assert.equal(sure(written), 'ns', written)
  }
})

test('the body of a province is known however its place is written', () => {
  for (const written of [
    'Sở Phát triển Cơ sở tỉnh Lâm Đồng',
    'Sở PTCS Lâm Đồng',
    'Sở PTCS tỉnh Lâm Đồng',
    'so ptcs lam dong',
  ]) {
    assert.equal(sure(written), 'so-ld', written)
  }
  for (const written of ['Sở PTCS TP. Hồ Chí Minh', 'Sở PTCS TP.HCM', 'Sở Phát triển Cơ sở Thành phố Hồ Chí Minh']) {
    assert.equal(sure(written), 'so-hcm', written)
  }
})

test('a post stands for its body', () => {
  assert.equal(sure('Giám đốc Sở Phát triển Cơ sở tỉnh An Giang'), 'so-ag')
  assert.equal(sure('đồng chí Phó Giám đốc Sở PTCS An Giang'), 'so-ag')
  assert.equal(sure('Chánh Văn phòng Bộ'), 'vp')
  assert.equal(sure('Cục trưởng Cục Tiếp nhận và Giải quyết phản ánh'), 'pa')
  assert.equal(sure('Thủ trưởng các đơn vị thuộc Bộ'), 'g-bo')
  assert.equal(sure('Trưởng Ban Phát triển Cơ sở xã Hòa Ninh'), 'ban-ld-hoa')
  assert.equal(sure('Chủ tịch UBND tỉnh Lâm Đồng'), 'ubnd-ld')
  assert.equal(sure('các đồng chí Giám đốc Sở Phát triển Cơ sở'), 'g-so')
})

test('where the tone stands makes no difference, and decomposed text none', () => {
  assert.equal(sure('Ban PTCS xã Hoà Ninh'), 'ban-ld-hoa')
  assert.equal(sure('Ban PTCS xã Hòa Ninh'.normalize('NFD')), 'ban-ld-hoa')
})

test('exact accents decide; left out, both are asked for', () => {
  assert.equal(sure('Ban PTCS xã Văn Lăng'), 'ban-tn-lăng')
  assert.equal(sure('Ban PTCS xã Văn Lang'), 'ban-tn-lang')
  assert.equal(matchName(index, 'ban ptcs xa van lang').status, 'unsure')
  assert.deepEqual(ids('ban ptcs xa van lang').toSorted(), ['ban-tn-lang', 'ban-tn-lăng'].toSorted())
})

test('accents that contradict the known name are never sure, even if nothing else is alike', () => {
  const match = matchName(index, 'Sở Phát triển Cơ sở tỉnh Lăm Đồng')
  assert.equal(match.status, 'unsure')
  assert.ok(match.best?.target.id === 'so-ld' && match.best.why.includes('other_accents'))
})

test('a variant that the dictionary teaches holds for every body of that province', () => {
  assert.equal(sure('Sở Phát triển Cơ sở tỉnh Đăk Lăk'), 'so-dl')
  assert.equal(sure('Sở PTCS Đăk Lăk'), 'so-dl')
})

test('a phường called xã is asked for', () => {
  const match = matchName(index, 'Ban PTCS xã Mỹ Tho')
  assert.equal(match.status, 'unsure')
  assert.ok(match.best?.why.includes('other_kind'))
  assert.equal(sure('Ban PTCS phường 01 Bảo Lộc'), 'ban-ld-1')
})

test('one name in two provinces is unsure until the province or the context says which', () => {
  assert.equal(matchName(index, 'Ban PTCS xã Tân Hội').status, 'unsure')
  assert.deepEqual(ids('Ban PTCS xã Tân Hội').toSorted(), ['ban-ag-tan', 'ban-ld-tan'])
  assert.equal(sure('Ban PTCS xã Tân Hội, tỉnh An Giang'), 'ban-ag-tan')
  assert.equal(sure('Ban PTCS xã Tân Hội (Lâm Đồng)'), 'ban-ld-tan')
  assert.equal(sure('Ban PTCS xã Tân Hội', 'so-ld'), 'ban-ld-tan')
  assert.equal(sure('Ban PTCS xã Tân Hội', 'ban-ag-tan'), 'ban-ag-tan')
})

test('below a province "Sở" and "Văn phòng" are those of the province', () => {
  assert.equal(sure('Sở', 'ban-ld-hoa'), 'so-ld')
  assert.equal(sure('Giám đốc Sở', 'so-ag'), 'so-ag')
  assert.equal(sure('Văn phòng Sở', 'so-ld'), 'so-ld-vp')
  assert.equal(sure('Văn phòng', 'so-ld'), 'so-ld-vp')
  assert.equal(sure('Văn phòng'), 'vp')
  assert.equal(sure('Bộ', 'so-ld'), 'bo')
  assert.equal(matchName(index, 'Sở PTCS').status, 'unsure')
})

test('collective names are groups, with or without "các", a number, or the word of the kind', () => {
  for (const written of [
    'các địa phương',
    'các Sở PTCS',
    '34 Sở Phát triển Cơ sở',
    'Sở PTCS các tỉnh, thành phố',
    'Sở Phát triển Cơ sở các tỉnh, thành phố trực thuộc Trung ương',
  ]) {
    assert.equal(sure(written), 'g-so', written)
  }
  assert.equal(sure('tất cả các đơn vị thuộc Bộ'), 'g-bo')
  assert.equal(sure('các Cục, Vụ thuộc Bộ'), 'g-vu')
  assert.equal(sure('UBND các xã, phường'), 'g-ban')
  assert.equal(sure('Ban PTCS cấp xã'), 'g-ban')
})

test('a group is narrowed by the place it names and by the province that writes', () => {
  assert.equal(sure('các xã, phường thuộc tỉnh Lâm Đồng'), 'g-ban below so-ld')
  assert.equal(sure('Ban PTCS các xã, phường trên địa bàn tỉnh', 'so-ag'), 'g-ban below so-ag')
  assert.equal(sure('các xã, phường', 'so-ag'), 'g-ban below so-ag')
  assert.equal(sure('các địa phương', 'so-ag'), 'g-so')
})

test('a collective name that the dictionary gives to two groups is asked for', () => {
  assert.equal(matchName(index, 'các đơn vị, địa phương').status, 'unsure')
  assert.deepEqual(ids('các đơn vị, địa phương').toSorted(), ['g-bo', 'g-so'])
})

test('"có liên quan" leaves it to a person which ones', () => {
  const match = matchName(index, 'các đơn vị thuộc Bộ có liên quan')
  assert.equal(match.status, 'unsure')
  assert.ok(match.best?.target.id === 'g-bo' && match.best.why.includes('qualified'))
})

test('bodies outside are known by name, abbreviation and place', () => {
  assert.equal(sure('Bộ Công an'), 'bca')
  assert.equal(sure('BCA'), 'bca')
  assert.equal(sure('BỘ TƯ PHÁP'), 'btp')
  assert.equal(sure('UBND Lâm Đồng'), 'ubnd-ld')
  assert.equal(sure('Uỷ ban nhân dân TP. Hồ Chí Minh'), 'ubnd-hcm')
})

test('another body of a known place is never taken for ours', () => {
  const match = matchName(index, 'UBND xã Hòa Ninh')
  assert.equal(match.status, 'unsure')
  assert.deepEqual(match.best?.why, ['same_territory'])
  assert.equal(matchName(index, 'Sở Nội vụ tỉnh Lâm Đồng').status, 'unsure')
})

test('what nobody knows is unknown, what looks alike is offered', () => {
  assert.equal(matchName(index, 'Vụ Hợp tác quốc tế').status, 'unknown')
  assert.equal(matchName(index, '…').status, 'unknown')
  const cut = matchName(index, 'Sở PTCS các tỉnh, thành phố tự chấm điểm')
  assert.ok(cut.status === 'unsure' && cut.best?.target.id === 'g-so')
  const alike = matchName(index, 'Cục Giải quyết phản ánh')
  assert.equal(alike.status, 'unsure')
  assert.equal(alike.best?.target.id, 'pa')
})

test('a picker finds while one types, in any order, exact accents first', () => {
  const first = (query: string): string | undefined => searchNames(index, query)[0]?.target.id
  assert.equal(first('nhan s'), 'ns')
  assert.equal(first('lam dong so'), 'so-ld')
  assert.equal(first('tan hoi an giang'), 'ban-ag-tan')
  assert.equal(first('văn lăng'), 'ban-tn-lăng')
  assert.equal(first('bca'), 'bca')
  assert.deepEqual(searchNames(index, 'không có'), [])
})
