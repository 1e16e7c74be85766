import { PlainDate } from '#core/kernel/plain-date.ts'
import { ok, refuse } from '#core/kernel/result.ts'
import type { Result } from '#core/kernel/result.ts'
import { TERRITORY_WORDS, TerritoryKind } from '#core/units/territory.ts'

/** A territory of the list; `before` is what it was called until `since`, where the list says so. */
interface ListedTerritory {
  code: string
  kind: TerritoryKind
  name: string
  nameEn: string
  parentCode: string | null
  since: PlainDate
  before: { kind: TerritoryKind; name: string } | null
  /** Codes under which other official sources know the same territory. */
  otherCodes: string[]
}

export interface TerritoryList {
  /** The day whose state the list shows. */
  state: PlainDate
  /** Since when its entries hold, unless an entry says otherwise. */
  since: PlainDate
  territories: ListedTerritory[]
}

/** `line` counts from 1. */
export type TerritoryListFailure = {
  code: `territories/${'bad_header' | 'bad_line' | 'bad_date' | 'unknown_kind' | 'unknown_parent' | 'code_twice' | 'not_nfc'}`
  line: number
  text: string
}

const ENTRY = /^(\d{2}|\d{3}|\d{5}) ([^=@<~]+?)(?: = ([^@<~]+?))?(?: @(\S+?))?(?: < ([^~]+?))?((?: ~\d+)*)$/
const KINDS = TerritoryKind.options.map((kind) => ({ kind, word: `${TERRITORY_WORDS[kind]} ` }))

/**
 * Reads the project's list of territories. One territory a line, parents first, a commune below the province before it:
 *
 *     state 2026-07-25
 *     since 2025-07-01
 *     75 Thành phố Đồng Nai @2026-04-30 < Tỉnh Đồng Nai
 *     25270 Phường Lộc Ninh @2026-04-30 < Xã Lộc Ninh
 *     06978 Xã Ba Chẽ ~06970
 *
 * `= Hanoi` an English name that is more than the name without accents, `@` in force since, `<` the name before that,
 * `~` a code of another official source, `#` a comment. Two digits are a province, three a district (history), five a commune.
 */
export function parseTerritoryList(text: string): Result<TerritoryList, TerritoryListFailure> {
  const territories: ListedTerritory[] = []
  const codes = new Set<string>()
  const parents: Record<number, string> = {}
  let state: PlainDate | undefined
  let since: PlainDate | undefined
  const composed = text === text.normalize('NFC')
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue
    const fail = (what: TerritoryListFailure['code']) => refuse({ code: what, line: index + 1, text: line })
    if (!composed && line !== line.normalize('NFC')) return fail('territories/not_nfc')
    const header = /^(state|since) (.*)$/.exec(line)
    if (header) {
      const day = PlainDate.safeParse(header[2])
      if (!day.success) return fail('territories/bad_date')
      if (header[1] === 'state') state = day.data
      else since = day.data
      continue
    }
    if (!state || !since) return fail('territories/bad_header')
    const entry = ENTRY.exec(line)
    if (!entry) return fail('territories/bad_line')
    const [, code = '', fullName = '', nameEn, from, former, others = ''] = entry
    const named = splitName(fullName)
    const before = former === undefined ? null : splitName(former)
    if (!named || before === undefined) return fail('territories/unknown_kind')
    const day = from === undefined ? since : PlainDate.safeParse(from).data
    if (!day) return fail('territories/bad_date')
    if (codes.has(code)) return fail('territories/code_twice')
    const parentCode = parentOf(code, parents)
    if (parentCode === undefined) return fail('territories/unknown_parent')
    codes.add(code)
    parents[code.length] = code
    if (code.length === 2) delete parents[3]
    const otherCodes = others.split(' ~').slice(1)
    territories.push({
      code,
      ...named,
      nameEn: nameEn ?? plain(named.name),
      parentCode,
      since: day,
      before,
      otherCodes,
    })
  }
  if (!state || !since) return refuse({ code: 'territories/bad_header', line: 1, text: '' })
  return ok({ state, since, territories })
}

function parentOf(code: string, latest: Record<number, string>): string | null | undefined {
  if (code.length === 2) return null
  return code.length === 3 ? latest[2] : (latest[3] ?? latest[2])
}

function splitName(fullName: string): { kind: TerritoryKind; name: string } | undefined {
  const known = KINDS.find(({ word }) => fullName.startsWith(word))
  return known && { kind: known.kind, name: fullName.slice(known.word.length) }
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
