import type { ColumnRole, ImportKind, Mapping } from '#core/imports/column-role.ts'
import type { ImportPreview } from '#core/imports/import.ts'
import type { Id } from '#core/kernel/id.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'

/** Whom a name means, and whether the dictionary shall know it from now on. */
export interface NameDraft {
  to: NamedAddressee[]
  /** The name is left out. */
  isOut: boolean
  remember: boolean
}

/** What the user has said about one file; what is not said is guessed by the server. */
export interface ImportDraft {
  kind: ImportKind
  fileId: Id
  sheet?: string
  headerRow?: number
  mapping?: Mapping
  names: Readonly<Record<string, NameDraft>>
  leads: Readonly<Record<string, 'each' | 'first'>>
  includeDone: boolean
  includeHidden: boolean
}

export function draftFor(kind: ImportKind, fileId: Id): ImportDraft {
  return { kind, fileId, names: {}, leads: {}, includeDone: false, includeHidden: false }
}

export function askOf(draft: ImportDraft) {
  const { kind, fileId, sheet, headerRow, mapping, names, leads, includeDone, includeHidden } = draft
  const said = Object.entries(names).filter(([, { to, isOut }]) => isOut || to.length > 0)
  return {
    kind,
    fileId,
    includeDone,
    includeHidden,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(mapping === undefined ? {} : { mapping }),
    names: said.map(([written, { to }]) => ({
      written,
      to: to.map(({ kind: of, id, below }) => ({ kind: of, id, ...(below === undefined ? {} : { below }) })),
    })),
    leads: Object.entries(leads).map(([written, as]) => ({ written, as })),
  }
}

/** Another meaning for a column; the column that had it before has none. */
export function mappedAnew(columns: ImportPreview['columns'], letter: string, role: ColumnRole | null): Mapping {
  const kept = columns.flatMap((column): [string, ColumnRole][] =>
    column.role === null || column.letter === letter || column.role === role ? [] : [[column.letter, column.role]],
  )
  return Object.fromEntries(role === null ? kept : [...kept, [letter, role]])
}

/** Names that wait for the office, the unknown first. */
export function openNames({ names }: ImportPreview): ImportPreview['names'] {
  const waiting = names.filter(({ status }) => status !== 'sure')
  return waiting.toSorted((a, b) => Number(b.status === 'unknown') - Number(a.status === 'unknown'))
}
