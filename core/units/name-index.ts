import type { Id } from '#core/kernel/id.ts'
import { plainKey, readWords } from '#core/units/name-words.ts'
import type { Word } from '#core/units/name-words.ts'
import { countTerritoryWords, learnTerritoryName, splitKind, territoryNames } from '#core/units/territory-names.ts'
import type { TerritoryName, TerritoryNames } from '#core/units/territory-names.ts'
import { territoryPhrase } from '#core/units/territory.ts'
import type { Territory } from '#core/units/territory.ts'
import { unitTree } from '#core/units/tree.ts'
import type { UnitTree } from '#core/units/tree.ts'
import type { Addressee } from '#core/units/unit-ref.ts'
import type { Alias, ExternalUnit, Unit, UnitGroup } from '#core/units/unit.ts'

export interface NameIndexInput {
  units: readonly Unit[]
  /** Versions of today. Names of bodies are split into what they are and where: "Sở Phát triển Cơ sở" + "tỉnh Lâm Đồng". */
  territories: readonly Pick<Territory, 'id' | 'kind' | 'name' | 'parentId'>[]
  groups: readonly UnitGroup[]
  externalUnits: readonly ExternalUnit[]
  /** The office's dictionary. */
  aliases: readonly Alias[]
}

type NameSource = 'name' | 'short_name' | 'alias'

export interface NameEntry {
  target: Addressee
  /** The official name, whatever `words` are; that of a commune's body says the province too, as official texts do. */
  name: string
  words: Word[]
  source: NameSource
  /** Words of its other names and of the province around it, for typing in a picker. */
  also?: Word[]
}

/** What bodies of one sort are called before their territory; a sort is a kind of unit, or the head of an external name. */
interface Head {
  sort: string
  words: Word[]
  source: NameSource
}

/** Built once over all names (3,400 units: some tens of milliseconds), asked often. Nothing in it changes afterwards. */
export interface NameIndex {
  tree: UnitTree
  territories: TerritoryNames
  groups: Map<Id, UnitGroup>
  /** Full names of everything that is not called after its territory, by name without accents. */
  byName: Map<string, NameEntry[]>
  heads: Map<string, Head[]>
  /** By sort and territory: `commune-body <territory id>`. */
  bodies: Map<string, NameEntry[]>
  bodiesAt: Map<Id, NameEntry[]>
  /** Ids of what `bodies` holds. */
  territorial: Set<Id>
  /** Short forms that mean something only near a unit: "Văn phòng" below the Sở; by parent. */
  localNames: Map<Id, { key: string; entry: NameEntry }[]>
  /** Every name once; what `findSimilar` and the pickers look through. */
  entries: NameEntry[]
  /** ` name without accents ` of each entry, between spaces. */
  keys: string[]
  entryOf: Map<Id, NameEntry>
  /** Entries that hold a word; what `findSimilar` counts with. */
  postings: Map<string, number[]>
}

/** "Đoàn đại biểu Quốc hội và Hội đồng nhân dân" has nine. */
const MOST_HEAD_WORDS = 10

export function bodyKey(sort: string, territoryId: Id): string {
  return `${sort} ${territoryId}`
}

export function buildNameIndex(input: NameIndexInput): NameIndex {
  const memo = new Map<string, Word>()
  const index: NameIndex = {
    tree: unitTree(input.units),
    territories: territoryNames(input.territories, memo),
    groups: new Map(input.groups.map((group) => [group.id, group])),
    byName: new Map(),
    heads: new Map(),
    bodies: new Map(),
    bodiesAt: new Map(),
    territorial: new Set(),
    localNames: new Map(),
    entries: [],
    keys: [],
    entryOf: new Map(),
    postings: new Map(),
  }
  for (const unit of input.units) {
    const target: Addressee = { kind: 'unit', id: unit.id }
    const province = provinceOf(index, unit)
    const name = province ? `${unit.name}, ${territoryPhrase(province.territory)}` : unit.name
    const entry: NameEntry = { target, name, words: readWords(unit.name, memo), source: 'name' }
    const short: NameEntry = { target, name, words: readWords(unit.shortName, memo), source: 'short_name' }
    entry.also = [...short.words, ...(province?.words ?? [])]
    addEntry(index, entry)
    if (!addBody(index, unit, entry)) addByName(index, entry)
    if (!addBody(index, unit, short)) addByName(index, short)
  }
  for (const unit of input.units) addLocalNames(index, unit)
  for (const group of input.groups) {
    const entry: NameEntry = {
      target: { kind: 'group', id: group.id },
      name: group.name,
      words: readWords(group.name, memo),
      source: 'name',
    }
    addEntry(index, entry)
    addByName(index, entry)
  }
  for (const external of input.externalUnits) addExternal(index, external, memo)
  for (const alias of input.aliases) addAlias(index, alias, index.entryOf.get(alias.target.id), memo)
  addPostings(index)
  return index
}

/** Bodies called after their territory are found by head and place, so that each needs one entry and no list of variants. */
function addBody(index: NameIndex, unit: Pick<Unit, 'kind' | 'territoryId'>, entry: NameEntry): boolean {
  const territory = unit.territoryId === null ? undefined : index.territories.byId.get(unit.territoryId)
  const length = territory ? countTerritoryWords(entry.words, territory.words) : 0
  if (!territory || length === 0) return false
  addHead(index, { sort: unit.kind, words: entry.words.slice(0, -length), source: entry.source })
  const { id } = territory.territory
  const key = bodyKey(unit.kind, id)
  if (index.bodies.get(key)?.some((body) => body.target.id === entry.target.id)) return true
  push(index.bodies, key, entry)
  push(index.bodiesAt, id, entry)
  index.territorial.add(entry.target.id)
  return true
}

function addHead(index: NameIndex, head: Head): void {
  const key = plainKey(head.words)
  const known = index.heads.get(key)
  if (!known) index.heads.set(key, [head])
  else if (!known.some((other) => other.sort === head.sort)) known.push(head)
}

function addExternal(index: NameIndex, external: ExternalUnit, memo: Map<string, Word>): void {
  const target: Addressee = { kind: 'external', id: external.id }
  const entry: NameEntry = { target, name: external.name, words: readWords(external.name, memo), source: 'name' }
  const short = readWords(external.shortName, memo)
  entry.also = short
  addEntry(index, entry)
  addByName(index, entry)
  addByName(index, { ...entry, words: short, source: 'short_name' })
  for (let at = 1; at < entry.words.length; at++) {
    const kind = splitKind(entry.words.slice(at))
    if (!kind) continue
    const found = index.territories.byName.get(plainKey(entry.words.slice(at + kind.length)))
    const territory = found?.find((name) => name.territory.parentId === null)?.territory
    if (!territory) continue
    const head = entry.words.slice(0, at)
    addBody(index, { kind: `external/${plainKey(head)}`, territoryId: territory.id }, entry)
    return
  }
}

function addAlias(index: NameIndex, alias: Alias, named: NameEntry | undefined, memo: Map<string, Word>): void {
  if (!named) return
  const words = readWords(alias.text, memo)
  named.also = [...(named.also ?? []), ...words]
  const entry: NameEntry = { ...named, words, source: 'alias' }
  const unit = index.tree.byId.get(alias.target.id)
  const known = unit?.territoryId ? index.territories.byId.get(unit.territoryId) : undefined
  const head = known && findHead(index, words)
  if (head) learnTerritoryName(index.territories, known.territory, words.slice(head.length))
  if (!unit || !addBody(index, unit, entry)) addByName(index, entry)
}

/** The longest head with which the words begin. */
export function findHead(
  index: NameIndex,
  words: readonly Word[],
): { heads: readonly Head[]; length: number } | undefined {
  for (let length = Math.min(words.length, MOST_HEAD_WORDS); length > 0; length--) {
    const heads = index.heads.get(plainKey(words.slice(0, length)))
    if (heads) return { heads, length }
  }
  return undefined
}

/** "Văn phòng Bộ" is "Văn phòng" for its brothers; "Phòng Tổ chức Sở Phát triển Cơ sở tỉnh Lâm Đồng" is "Phòng Tổ chức" within its Sở. */
function addLocalNames(index: NameIndex, unit: Unit): void {
  const entry = index.entryOf.get(unit.id)
  const above = unit.parentId === null ? undefined : index.entryOf.get(unit.parentId)
  const [first] = above?.words ?? []
  if (!entry || !above || !first || unit.parentId === null || unit.territoryId !== null) return
  const key = plainKey(entry.words)
  const local = [` ${plainKey(above.words)}`, ` ${first.plain}`].find((tail) => key.endsWith(tail))
  if (local === undefined) return
  const short = key.slice(0, -local.length)
  push(index.localNames, unit.parentId, { key: short, entry })
  push(index.localNames, unit.parentId, { key: `${short} ${first.plain}`, entry })
}

function addByName(index: NameIndex, entry: NameEntry): void {
  push(index.byName, plainKey(entry.words), entry)
}

function addEntry(index: NameIndex, entry: NameEntry): void {
  index.entries.push(entry)
  index.keys.push(` ${plainKey(entry.words)} `)
  index.entryOf.set(entry.target.id, entry)
}

function addPostings(index: NameIndex): void {
  for (const [number, entry] of index.entries.entries()) {
    const all = entry.also ? [...entry.words, ...entry.also] : entry.words
    for (const word of new Set(all.map(({ plain }) => plain))) push(index.postings, word, number)
  }
}

/** The province around a commune's body. */
function provinceOf(index: NameIndex, unit: Pick<Unit, 'territoryId'>): TerritoryName | undefined {
  const parentId = unit.territoryId === null ? null : index.territories.byId.get(unit.territoryId)?.territory.parentId
  return parentId ? index.territories.byId.get(parentId) : undefined
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
