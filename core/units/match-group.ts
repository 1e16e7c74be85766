import type { Id } from '#core/kernel/id.ts'
import type { NameCandidate } from '#core/units/name-candidate.ts'
import { findHead } from '#core/units/name-index.ts'
import type { NameIndex } from '#core/units/name-index.ts'
import { compareAccents, plainKey, readWords, startsWith } from '#core/units/name-words.ts'
import type { Accents, Word } from '#core/units/name-words.ts'
import { findTerritories } from '#core/units/territory-names.ts'
import { isWithin, listGroupMembers, listSubtree } from '#core/units/tree.ts'
import { isOfKind } from '#core/units/unit.ts'
import type { Unit, UnitGroup } from '#core/units/unit.ts'

const ALL = ['tất cả các', 'toàn thể các', 'toàn bộ các', 'các', 'những'].map((text) => readWords(text))
const PLURAL = readWords('các')
/** What a province's own texts put for "of this province". */
const HERE = [
  'trên địa bàn',
  'trên địa bàn tỉnh',
  'trên địa bàn thành phố',
  'trong tỉnh',
  'toàn tỉnh',
  'toàn thành phố',
  'thuộc tỉnh',
  'của tỉnh',
].map((text) => readWords(text))
const NARROWING = ['trên địa bàn', 'trực thuộc', 'thuộc', 'của', 'trong', 'tại', 'ở'].map((text) => readWords(text))
const EVERYWHERE = new Set(
  readWords('các tỉnh thành phố xã phường đặc khu địa phương trực thuộc trung ương cấp trên cả toàn nước quốc').map(
    (word) => word.plain,
  ),
)

/** Collective names: those of the dictionary, "các <head>" and "<head> các xã, phường"; each may be followed by where. */
export function findGroups(index: NameIndex, words: readonly Word[], chain: readonly Unit[]): NameCandidate[] {
  const candidates: NameCandidate[] = []
  for (let length = words.length; length > 0 && candidates.length === 0; length--) {
    const named = namedGroups(index, words.slice(0, length))
    if (named.length === 0) continue
    const where = length === words.length ? undefined : findWhere(index, words.slice(length), chain)
    if (where === undefined && length < words.length) continue
    for (const { group, accents } of named) {
      const place = where && index.tree.byId.get(where)
      if (place && !hasMembers(index, group, place)) continue
      const below = where ?? nearestWithMembers(index, group, chain)
      const narrowed = below !== undefined && below !== group.rule.below
      candidates.push({
        target: { kind: 'group', id: group.id },
        name: group.name,
        score: 1,
        why: [
          'group',
          ...(narrowed ? (['narrowed'] as const) : []),
          ...(accents === 'same' ? [] : ([accents === 'bare' ? 'without_accents' : 'other_accents'] as const)),
        ],
        ...(narrowed ? { below } : {}),
      })
    }
  }
  return candidates
}

interface NamedGroup {
  group: UnitGroup
  accents: Accents
}

function namedGroups(index: NameIndex, words: readonly Word[]): NamedGroup[] {
  const members = withoutAll(words)
  const forms = members === words ? [words] : [words, members, [...PLURAL, ...members]]
  const named = forms.flatMap((form) =>
    (index.byName.get(plainKey(form)) ?? []).flatMap((entry) => {
      const group = entry.target.kind === 'group' ? index.groups.get(entry.target.id) : undefined
      return group ? [{ group, accents: compareAccents(form, entry.words) }] : []
    }),
  )
  if (named.length > 0) return named
  const head = findHead(index, members)
  if (!head) return []
  const rest = members.slice(head.length)
  const isAll = rest.length === 0 ? members.length < words.length : isPlural(rest[0])
  if (!isAll || rest.some((word) => !EVERYWHERE.has(word.plain) && !isNumber(word))) return []
  return groupsOf(index, head.heads)
}

/** "Sở PTCS" or "Sở" alone, away from any Sở: perhaps all of them, perhaps one that the sentence before named. */
export function findOneOfGroup(index: NameIndex, words: readonly Word[]): NameCandidate[] {
  const head = findHead(index, words)
  if (!head || head.length < words.length) return []
  return groupsOf(index, head.heads).map(({ group }) => ({
    target: { kind: 'group', id: group.id },
    name: group.name,
    score: 1,
    why: ['group', 'one_of_group'],
  }))
}

function groupsOf(index: NameIndex, heads: readonly { sort: string }[]): NamedGroup[] {
  const sorts = new Set(heads.map(({ sort }) => sort))
  return [...index.groups.values()]
    .filter(({ rule }) => rule.kind !== null && sorts.has(rule.kind))
    .map((group) => ({ group, accents: 'same' }))
}

function isPlural(word: Word | undefined): boolean {
  return word?.plain === 'cac' || word?.plain === 'cap' || (word !== undefined && isNumber(word))
}

function isNumber(word: Word): boolean {
  return /^\d+$/.test(word.plain)
}

/** "tất cả các", "34": what stands before the members of a group and adds nothing to its name. */
function withoutAll(words: readonly Word[]): readonly Word[] {
  const all = ALL.find((start) => words.length > start.length && startsWith(words, start))
  if (all) return words.slice(all.length)
  return words[0] && words.length > 1 && isNumber(words[0]) ? words.slice(1) : words
}

/** "thuộc tỉnh Lâm Đồng" is the body of that province; "trên địa bàn tỉnh" is the one of the context. */
function findWhere(index: NameIndex, words: readonly Word[], chain: readonly Unit[]): Id | undefined {
  if (HERE.some((here) => here.length === words.length && startsWith(words, here))) {
    return chain.findLast((unit) => unit.territoryId !== null)?.id
  }
  const connector = NARROWING.find((start) => words.length > start.length && startsWith(words, start))
  const hits = findTerritories(index.territories, words.slice(connector?.length ?? 0))
  const [hit] = hits.filter((place) => place.accents !== 'other' && place.kindWord !== 'other')
  if (!hit || hit.territory.parentId !== null) return undefined
  return index.bodiesAt.get(hit.territory.id)?.find(({ target }) => target.kind === 'unit')?.target.id
}

/** The lowest unit of the context, inside the rule's, that has members of the group below it. */
function nearestWithMembers(index: NameIndex, group: UnitGroup, chain: readonly Unit[]): Id | undefined {
  const limit = index.tree.byId.get(group.rule.below)
  // Members that an office has listed are those, whoever writes their name.
  if (!limit || group.rule.kind === null) return undefined
  return chain.find((unit) => isWithin(unit, limit) && hasMembers(index, group, unit))?.id
}

function hasMembers(index: NameIndex, group: UnitGroup, above: Unit): boolean {
  const { kind } = group.rule
  if (kind === null) return listGroupMembers(index.tree, group, above.id).length > 0
  return listSubtree(index.tree, above).some((unit) => unit.pos > above.pos && isOfKind(unit.kind, kind))
}
