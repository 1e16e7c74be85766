import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Id } from '#core/kernel/id.ts'
import { findCommonAncestor, isWithin, listAncestors, listSubtree, numberTree, unitTree } from '#core/units/tree.ts'
import type { UnitTree } from '#core/units/tree.ts'

type Node = { id: Id; parentId: Id | null; pos: number; last: number }

/** A forest: every unit's parent comes before it, then the list is shuffled. */
const forest = fc
  .array(fc.nat(), { minLength: 1, maxLength: 60 })
  .map((draws) =>
    draws.map((draw, at) => ({
      id: `u${at}` as Id,
      parentId: draw % (at + 1) === at ? null : (`u${draw % (at + 1)}` as Id),
    })),
  )
  .chain((units) => fc.shuffledSubarray(units, { minLength: units.length, maxLength: units.length }))

function numbered(units: { id: Id; parentId: Id | null }[]): UnitTree<Node> {
  const result = numberTree(units)
  assert.ok(result.ok)
  return unitTree(result.value)
}

test('every unit gets one number, from 1 without gaps, and its parent a smaller one', () => {
  fc.assert(
    fc.property(forest, (units) => {
      const tree = numbered(units)
      assert.deepEqual(
        tree.units.map(({ pos }) => pos),
        units.map((_, at) => at + 1),
      )
      for (const unit of tree.units) {
        const parent = unit.parentId === null ? undefined : tree.byId.get(unit.parentId)
        assert.ok(!parent || (parent.pos < unit.pos && unit.last <= parent.last))
      }
    }),
  )
})

test('being within a unit is the same as having it among oneself and one’s ancestors', () => {
  fc.assert(
    fc.property(forest, (units) => {
      const tree = numbered(units)
      for (const unit of tree.units) {
        const above = new Set([unit, ...listAncestors(tree, unit)].map(({ id }) => id))
        for (const other of tree.units) assert.equal(isWithin(unit, other), above.has(other.id))
      }
    }),
  )
})

test('two subtrees are one inside the other or have nothing in common', () => {
  fc.assert(
    fc.property(forest, fc.nat(), fc.nat(), (units, first, second) => {
      const tree = numbered(units)
      const a = tree.units[first % tree.units.length]
      const b = tree.units[second % tree.units.length]
      assert.ok(a && b)
      const shared = listSubtree(tree, a).filter((unit) => isWithin(unit, b))
      assert.ok(shared.length === 0 || isWithin(a, b) || isWithin(b, a))
      assert.equal(listSubtree(tree, a).length, a.last - a.pos + 1)
    }),
  )
})

test('no unit below the common ancestor has them all', () => {
  fc.assert(
    fc.property(forest, fc.nat(), fc.nat(), (units, first, second) => {
      const tree = numbered(units)
      const pair = [first, second].flatMap((draw) => tree.units[draw % tree.units.length] ?? [])
      const common = findCommonAncestor(tree, pair)
      const holding = tree.units.filter((unit) => pair.every((one) => isWithin(one, unit)))
      assert.equal(common?.id, holding.at(-1)?.id)
    }),
  )
})

test('numbering does not depend on the order in which parents and children come', () => {
  fc.assert(
    fc.property(forest, (units) => {
      const tree = numbered(units)
      const again = numbered(tree.units.map(({ id, parentId }) => ({ id, parentId })))
      assert.deepEqual(again.units, tree.units)
    }),
  )
})
