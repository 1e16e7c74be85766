import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '#core/kernel/fold.ts'
import { Role } from '#core/people/role.ts'
import { matchName } from '#core/units/match-name.ts'
import { buildNameIndex } from '#core/units/name-index.ts'
import { Territory } from '#core/units/territory.ts'
import { listGroupMembers, unitTree } from '#core/units/tree.ts'
import { Alias, ExternalUnit, Unit, UnitGroup } from '#core/units/unit.ts'
import { demoAdministration } from '#demo/administration.ts'
import { COMPLETE_PROVINCES, provincialBodyId } from '#demo/units.ts'

const demo = demoAdministration()
const tree = unitTree(demo.units)

test('there are 34 provinces with their Sở and 3,321 communes, all but two with their Ban', () => {
  const count = (kind: string) => demo.units.filter((unit) => unit.kind === kind).length
  assert.equal(demo.territories.filter(({ parentId }) => parentId === null).length, 34)
  assert.equal(demo.territories.filter(({ parentId }) => parentId !== null).length, 3321)
  assert.equal(count('provincial-body'), 34)
  assert.equal(count('commune-body'), 3319)
})

test('the kinds are those of the state since 30 April 2026: 7 cities, 2,611 xã, 697 phường, 13 đặc khu', () => {
  const kinds = Map.groupBy(demo.territories, ({ kind }) => kind)
  const sizes = ['city', 'province', 'commune', 'ward', 'special-zone'].map((kind) => kinds.get(kind as 'city')?.length)
  assert.deepEqual(sizes, [7, 27, 2611, 697, 13])
  assert.equal(demo.formerTerritories.length, 11)
})

test('every row has the shape of its type, and no id comes twice', () => {
  for (const row of demo.territories) Territory.parse(row)
  for (const row of demo.units) Unit.parse(row)
  for (const row of demo.externalUnits) ExternalUnit.parse(row)
  for (const row of demo.groups) UnitGroup.parse(row)
  for (const row of demo.aliases) Alias.parse(row)
  const rows = [demo.territories, demo.units, demo.externalUnits, demo.groups, demo.aliases, demo.people].flat()
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
})

test('two runs give the same administration', () => {
  assert.deepEqual(demoAdministration(), demo)
})

test('all Ban stand below the Sở of their province and below the ministry', () => {
  const [group] = demo.groups.filter(({ rule }) => rule.kind === 'commune-body')
  assert.ok(group)
  assert.equal(listGroupMembers(tree, group).length, 3319)
  assert.equal(listGroupMembers(tree, group, provincialBodyId('68')).length, 124)
})

test('somebody holds every role at the ministry and in each complete province; nobody holds one at a unit that is not there', () => {
  for (const person of demo.people)
    for (const { unitId } of person.roles) assert.ok(tree.byId.has(unitId), person.login)
  for (const { slug } of COMPLETE_PROVINCES) {
    const here = demo.people.filter(({ login }) => login.endsWith(`.${slug}`)).flatMap(({ roles }) => roles)
    assert.deepEqual(new Set(here.map(({ role }) => role)), new Set(Role.options))
  }
  const heads = demo.people.filter(({ login }) => login.startsWith('giamdoc.'))
  assert.equal(heads.length, 36)
})

test('logins are readable and different, names too', () => {
  for (const { login } of demo.people) assert.match(login, /^[a-z][a-z0-9]*(\.[a-z0-9]+)+$/)
  assert.equal(new Set(demo.people.map(({ login }) => login)).size, demo.people.length)
  assert.equal(new Set(demo.people.map(({ name }) => name)).size, demo.people.length)
})

test('a name without accents may be unsure, but sure means right', () => {
  const index = buildNameIndex(demo)
  for (const unit of demo.units) {
    const match = matchName(index, fold(unit.name), unit.parentId ?? undefined)
    if (match.status === 'sure') assert.equal(match.best?.target.id, unit.id, unit.name)
    else
      assert.ok(
        match.candidates.some(({ target }) => target.id === unit.id),
        unit.name,
      )
  }
})

test('every name, short name and alias leads back to its own', () => {
  const index = buildNameIndex(demo)
  for (const unit of demo.units) {
    for (const written of [unit.name, unit.shortName]) {
      const match = matchName(index, written, unit.parentId ?? undefined)
      assert.deepEqual([written, match.status, match.best?.target.id], [written, 'sure', unit.id])
    }
  }
  for (const external of demo.externalUnits) {
    assert.equal(matchName(index, external.name).best?.target.id, external.id, external.name)
  }
  for (const { text, target } of demo.aliases) {
    assert.ok(
      matchName(index, text).candidates.some((candidate) => candidate.target.id === target.id),
      text,
    )
  }
})
