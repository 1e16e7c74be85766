import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import {
  findCommonAncestor,
  isWithin,
  listAncestors,
  listChildren,
  listSubtree,
  numberTree,
  unitTree,
} from '#core/units/tree.ts'

function node(name: string, parent: string | null): { id: Id; parentId: Id | null } {
  return { id: name as Id, parentId: parent as Id | null }
}
function treeOf(...nodes: { id: Id; parentId: Id | null }[]) {
  const numbered = numberTree(nodes)
  assert.ok(numbered.ok)
  return unitTree(numbered.value)
}
const ministry = [
  node('ministry', null),
  node('office', 'ministry'),
  node('so', 'ministry'),
  node('ban', 'so'),
  node('last', 'ministry'),
]

test('a subtree is a range of preorder numbers', () => {
  const tree = treeOf(...ministry)
  const spans = tree.units.map(({ id, pos, last }) => `${id} ${pos}-${last}`)
  assert.deepEqual(spans, ['ministry 1-5', 'office 2-2', 'so 3-4', 'ban 4-4', 'last 5-5'])
})

test('a unit stands within itself and everything above it, and within nothing else', () => {
  const tree = treeOf(...ministry)
  const [top, office, so, ban] = tree.units
  assert.ok(top && office && so && ban)
  assert.ok(isWithin(ban, ban) && isWithin(ban, so) && isWithin(ban, top))
  assert.ok(!isWithin(ban, office) && !isWithin(top, ban))
})

test('a unit that stands below itself is refused, with the whole circle', () => {
  const numbered = numberTree([node('top', null), node('a', 'c'), node('b', 'a'), node('c', 'b'), node('tail', 'c')])
  assert.ok(!numbered.ok)
  assert.equal(numbered.failure.code, 'units/cycle')
  assert.deepEqual(numbered.failure.code === 'units/cycle' && numbered.failure.unitIds.toSorted(), ['a', 'b', 'c'])
})

test('a parent that nobody knows and a unit that comes twice are refused', () => {
  const lost = numberTree([node('a', 'nobody')])
  assert.deepEqual(lost.ok || lost.failure, { code: 'units/unknown_parent', unitId: 'a', parentId: 'nobody' })
  const twice = numberTree([node('a', null), node('a', null)])
  assert.deepEqual(twice.ok || twice.failure, { code: 'units/duplicate', unitId: 'a' })
})

test('ancestors run from the parent to the top, children are one tier only', () => {
  const tree = treeOf(...ministry)
  const [top, , so, ban] = tree.units
  assert.ok(top && so && ban)
  assert.deepEqual(
    listAncestors(tree, ban).map(({ id }) => id),
    ['so', 'ministry'],
  )
  assert.deepEqual(
    listChildren(tree, top).map(({ id }) => id),
    ['office', 'so', 'last'],
  )
  assert.deepEqual(
    listSubtree(tree, so).map(({ id }) => id),
    ['so', 'ban'],
  )
})

test('what cannot be attributed lower is attributed to the lowest common ancestor', () => {
  const tree = treeOf(...ministry, node('ban 2', 'so'), node('partner', null))
  const find = (...names: string[]) =>
    findCommonAncestor(
      tree,
      tree.units.filter(({ id }) => names.includes(id)),
    )?.id
  assert.equal(find('ban', 'ban 2'), 'so')
  assert.equal(find('ban', 'so'), 'so')
  assert.equal(find('ban', 'office'), 'ministry')
  assert.equal(find('ban', 'partner'), undefined)
  assert.equal(find(), undefined)
})
