import type { Id } from '#core/kernel/id.ts'
import { compareAccents, plainKey, readWords } from '#core/units/name-words.ts'
import type { Accents, Word } from '#core/units/name-words.ts'
import type { Territory, TerritoryKind } from '#core/units/territory.ts'

type Land = Pick<Territory, 'id' | 'kind' | 'name' | 'parentId'>

export interface TerritoryName {
  territory: Land
  words: Word[]
  kind: TerritoryKind
}

/** Territories by name without accents, with the other names that the dictionary gives them. */
export interface TerritoryNames {
  byName: Map<string, TerritoryName[]>
  byId: Map<Id, TerritoryName>
}

export interface TerritoryHit {
  territory: Land
  accents: Accents
  /** Whether the word before the name (xã, phường, tỉnh …) was the right one, was missing, or was another. */
  kindWord: 'same' | 'none' | 'other'
}

const KIND_WORDS: readonly (readonly [word: string, kind: TerritoryKind])[] = [
  ['tỉnh', 'province'],
  ['thành phố', 'city'],
  ['xã', 'commune'],
  ['phường', 'ward'],
  ['đặc khu', 'special-zone'],
  ['thị trấn', 'township'],
  ['huyện', 'district'],
  ['quận', 'district'],
  ['thị xã', 'district'],
]
const KINDS = KIND_WORDS.map(([word, kind]) => ({ words: readWords(word), kind }))
/** Văn Miếu - Quốc Tử Giám has six; with the province and both kinds a place takes no more than twice that. */
const MOST_NAME_WORDS = 7
const MOST_PLACE_WORDS = 14
const CONNECTORS = ['thuộc', 'của', 'trên địa bàn', 'địa bàn', 'tại', 'ở', 'trong'].map((text) => readWords(text))

export function territoryNames(territories: readonly Land[], memo?: Map<string, Word>): TerritoryNames {
  const names: TerritoryNames = { byName: new Map(), byId: new Map() }
  for (const territory of territories) {
    const words = readWords(territory.name, memo)
    names.byId.set(territory.id, { territory, words, kind: territory.kind })
    addName(names, territory, words, territory.kind)
  }
  return names
}

function addName(names: TerritoryNames, territory: Land, words: Word[], kind: TerritoryKind): void {
  const key = plainKey(words)
  const known = names.byName.get(key)
  if (known) known.push({ territory, words, kind })
  else names.byName.set(key, [{ territory, words, kind }])
}

/** Learns another name of a territory, with or without its kind: "tỉnh Đăk Lăk". */
export function learnTerritoryName(names: TerritoryNames, territory: Land, written: readonly Word[]): void {
  const kind = splitKind(written)
  if (written.length > (kind?.length ?? 0)) {
    addName(names, territory, written.slice(kind?.length ?? 0), kind?.kind ?? territory.kind)
  }
}

/** The kind that the first words name, and how many words that takes. */
export function splitKind(words: readonly Word[]): { kind: TerritoryKind; length: number } | undefined {
  const found = KINDS.find((kind) => kind.words.every((word, at) => isWord(words[at], word)))
  return found && { kind: found.kind, length: found.words.length }
}

function isWord(written: Word | undefined, word: Word): boolean {
  return written !== undefined && (written.marked === word.marked || written.marked === word.plain)
}

/** How many words at the end of a body's name are those of its territory (`own`), the word of its kind included; 0 when they are not. */
export function countTerritoryWords(name: readonly Word[], own: readonly Word[]): number {
  if (own.length >= name.length || own.some((word, at) => name[name.length - own.length + at]?.plain !== word.plain))
    return 0
  for (const kind of KINDS) {
    const from = name.length - own.length - kind.words.length
    if (from > 0 && kind.words.every((word, at) => isWord(name[from + at], word))) return own.length + kind.words.length
  }
  return own.length
}

/** Reads "xã Tân Thành", "Tân Thành, tỉnh Lâm Đồng", "tỉnh Lâm Đồng", "Lâm Đồng". All of `words` must be used. */
export function findTerritories(names: TerritoryNames, words: readonly Word[]): TerritoryHit[] {
  if (words.length > MOST_PLACE_WORDS) return []
  const from = connectorLength(words)
  const hits = findNamed(names, words.slice(from), undefined)
  const kind = splitKind(words.slice(from))
  if (kind) hits.push(...findNamed(names, words.slice(from + kind.length), kind.kind))
  return hits
}

function findNamed(names: TerritoryNames, words: readonly Word[], kind: TerritoryKind | undefined): TerritoryHit[] {
  const hits: TerritoryHit[] = []
  for (let length = Math.min(words.length, MOST_NAME_WORDS); length > 0; length--) {
    const found = names.byName.get(plainKey(words.slice(0, length)))
    if (!found) continue
    const rest = words.slice(length)
    const above = rest.length > 0 ? findProvinces(names, rest) : undefined
    if (above?.length === 0) continue
    for (const name of found) {
      const parent = above?.find((hit) => hit.territory.id === name.territory.parentId)
      if (above && !parent) continue
      const accents = worse(compareAccents(words.slice(0, length), name.words), parent?.accents ?? 'same')
      const kindWord = kind === undefined ? 'none' : kind === name.kind ? 'same' : 'other'
      const known = hits.find((hit) => hit.territory.id === name.territory.id)
      if (!known) hits.push({ territory: name.territory, accents, kindWord })
      else if (rank(accents, kindWord) > rank(known.accents, known.kindWord))
        Object.assign(known, { accents, kindWord })
    }
  }
  return hits
}

function findProvinces(names: TerritoryNames, words: readonly Word[]): TerritoryHit[] {
  return findTerritories(names, words).filter((hit) => hit.territory.parentId === null)
}

function connectorLength(words: readonly Word[]): number {
  const connector = CONNECTORS.find((start) => start.every((word, at) => isWord(words[at], word)))
  return connector && connector.length < words.length ? connector.length : 0
}

function worse(a: Accents, b: Accents): Accents {
  if (a === 'other' || b === 'other') return 'other'
  return a === 'bare' || b === 'bare' ? 'bare' : 'same'
}

function rank(accents: Accents, kindWord: TerritoryHit['kindWord']): number {
  return (accents === 'other' ? 0 : 4) + (accents === 'same' ? 2 : 0) + (kindWord === 'same' ? 1 : 0)
}
