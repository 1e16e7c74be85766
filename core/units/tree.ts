import type { Id } from '#core/kernel/id.ts'
import { ok, refuse } from '#core/kernel/result.ts'
import type { Result } from '#core/kernel/result.ts'
import { isOfKind } from '#core/units/unit.ts'
import type { Unit, UnitGroup } from '#core/units/unit.ts'

type Node = Pick<Unit, 'id' | 'parentId'>
type Numbered = Pick<Unit, 'pos' | 'last'>

export type TreeFailure =
  | { code: 'units/duplicate'; unitId: Id }
  | { code: 'units/unknown_parent'; unitId: Id; parentId: Id }
  | { code: 'units/cycle'; unitIds: Id[] }

/**
 * Numbers a forest in preorder, so that a subtree is a range of integers and a role's reach is one comparison.
 *
 * Shape   any order in, preorder out; brothers keep the order in which they came; the first root gets `pos` 1
 * Errors  a unit twice, a parent that is not in the list, or a circle (its members are named)
 */
export function numberTree<T extends Node>(units: readonly T[]): Result<(T & Numbered)[], TreeFailure> {
  const known = new Set<Id>()
  for (const unit of units) {
    if (known.has(unit.id)) return refuse({ code: 'units/duplicate', unitId: unit.id })
    known.add(unit.id)
  }
  const children = new Map<Id | null, T[]>()
  for (const unit of units) {
    if (unit.parentId !== null && !known.has(unit.parentId)) {
      return refuse({ code: 'units/unknown_parent', unitId: unit.id, parentId: unit.parentId })
    }
    const brothers = children.get(unit.parentId)
    if (brothers) brothers.push(unit)
    else children.set(unit.parentId, [unit])
  }
  const numbered: (T & Numbered)[] = []
  const visit = (unit: T): number => {
    const entry = { ...unit, pos: numbered.length + 1, last: 0 }
    numbered.push(entry)
    let last = entry.pos
    for (const child of children.get(unit.id) ?? []) last = visit(child)
    entry.last = last
    return last
  }
  for (const root of children.get(null) ?? []) visit(root)
  if (numbered.length < units.length) return refuse({ code: 'units/cycle', unitIds: findCycle(units, numbered) })
  return ok(numbered)
}

function findCycle(units: readonly Node[], reached: readonly Node[]): Id[] {
  const reachedIds = new Set(reached.map((unit) => unit.id))
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const path: Id[] = []
  let at = units.find((unit) => !reachedIds.has(unit.id))?.id ?? null
  while (at !== null && !path.includes(at)) {
    path.push(at)
    at = parents.get(at) ?? null
  }
  return at === null ? path : path.slice(path.indexOf(at))
}

/** Whether `unit` is `above` itself or stands below it. */
export function isWithin(unit: Numbered, above: Numbered): boolean {
  return above.pos <= unit.pos && unit.pos <= above.last
}

/** Units in preorder with a look-up by id. Built once, read by many. */
export interface UnitTree<T extends Node & Numbered = Unit> {
  readonly units: readonly T[]
  readonly byId: ReadonlyMap<Id, T>
}

/** Takes numbered units in any order. */
export function unitTree<T extends Node & Numbered>(units: readonly T[]): UnitTree<T> {
  const inOrder = units.toSorted((a, b) => a.pos - b.pos)
  return { units: inOrder, byId: new Map(inOrder.map((unit) => [unit.id, unit])) }
}

/** From the parent up to the root. */
export function listAncestors<T extends Node & Numbered>(tree: UnitTree<T>, unit: Node): T[] {
  const ancestors: T[] = []
  let above = unit.parentId === null ? undefined : tree.byId.get(unit.parentId)
  while (above) {
    ancestors.push(above)
    above = above.parentId === null ? undefined : tree.byId.get(above.parentId)
  }
  return ancestors
}

/** The unit and everything below it, in preorder. */
export function listSubtree<T extends Node & Numbered>(tree: UnitTree<T>, unit: Numbered): readonly T[] {
  const from = lowerBound(tree.units, unit.pos)
  return tree.units.slice(from, lowerBound(tree.units, unit.last + 1))
}

export function listChildren<T extends Node & Numbered>(tree: UnitTree<T>, unit: Node & Numbered): T[] {
  return listSubtree(tree, unit).filter((below) => below.parentId === unit.id)
}

/** The lowest unit that has all of them in its subtree; undefined across two roots or for an empty list. */
export function findCommonAncestor<T extends Node & Numbered>(
  tree: UnitTree<T>,
  units: readonly (Node & Numbered)[],
): T | undefined {
  const [first] = units
  const self = first && tree.byId.get(first.id)
  if (!self) return undefined
  return [self, ...listAncestors(tree, self)].find((above) => units.every((unit) => isWithin(unit, above)))
}

/**
 * The units that a group means today: those listed, or all of its kind strictly below its unit. `below` narrows it further, as in
 * "các xã, phường thuộc tỉnh Lâm Đồng" or when the Sở of a province writes "các xã, phường".
 */
export function listGroupMembers(tree: UnitTree, group: Pick<UnitGroup, 'rule' | 'members'>, below?: Id): Unit[] {
  const above = tree.byId.get(below ?? group.rule.below)
  const limit = tree.byId.get(group.rule.below)
  if (!above || !limit) return []
  const { kind } = group.rule
  if (kind === null)
    return (group.members ?? [])
      .flatMap((member) => tree.byId.get(member.id) ?? [])
      .filter((unit) => below === undefined || isWithin(unit, above))
  return listSubtree(tree, above).filter(
    (unit) => unit.pos > above.pos && isWithin(unit, limit) && isOfKind(unit.kind, kind),
  )
}

function lowerBound(units: readonly Numbered[], pos: number): number {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((units[middle]?.pos ?? pos) < pos) low = middle + 1
    else high = middle
  }
  return low
}
