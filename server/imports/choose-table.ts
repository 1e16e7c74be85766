import type { importsApi } from '#core/imports/api.ts'
import {
  type ColumnRole,
  guessMapping,
  headerKey,
  type ImportKind,
  type Mapping,
  NEEDED,
  ROLES,
} from '#core/imports/column-role.ts'
import { columnAt, columnLetter, type Grid, gridOf, type RawSheet } from '#core/imports/grid.ts'
import { findHeader, type Header, headerAt, heightAt } from '#core/imports/header.ts'
import { type ImportPreview, MOST_COLUMNS, MOST_ROWS } from '#core/imports/import.ts'
import type { BodyOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import { fail } from '#server/http/refusal.ts'

/** Which table of which sheet is meant, and what its columns mean. */
export interface ChosenTable {
  grid: Grid
  header: Header
  key: string
  mapping: Mapping
  mappedBy: ImportPreview['mappedBy']
  /** Columns without which nothing can be read. */
  missing: ColumnRole[]
}

export type Ask = BodyOf<typeof importsApi.previewImport>

export async function chooseTable(tx: Tx, ownerId: Id, sheets: readonly RawSheet[], ask: Ask): Promise<ChosenTable> {
  const { grid, header } = locate(sheets, ask)
  if (grid.columns > MOST_COLUMNS) fail({ code: 'import/too_many_columns', columns: grid.columns, limit: MOST_COLUMNS })
  if (grid.rows.length - header.first > MOST_ROWS) fail({ code: 'import/too_many_rows', limit: MOST_ROWS })
  const key = headerKey(header.labels)
  const { mapping, mappedBy } = await mappingOf(tx, ownerId, ask, header, key)
  const roles = Object.values(mapping)
  const columns = Object.keys(mapping)
  const twice = roles.find((role, at) => roles.indexOf(role) !== at)
  if (twice) fail({ code: 'import/column_twice', role: twice })
  const stray = columns.find((letter) => columnAt(letter) >= grid.columns)
  if (stray !== undefined || roles.some((role) => !ROLES[ask.kind].includes(role)))
    fail({ code: 'import/mapping_impossible', column: stray ?? null })
  return { grid, header, key, mapping, mappedBy, missing: NEEDED[ask.kind].filter((role) => !roles.includes(role)) }
}

function locate(
  sheets: readonly RawSheet[],
  { sheet, headerRow, kind, includeHidden = false }: Ask,
): { grid: Grid; header: Header } {
  if (sheet !== undefined) {
    const raw = sheets.find(({ name }) => name === sheet) ?? fail({ code: 'import/no_sheet', sheet })
    const grid = gridOf(raw, includeHidden)
    if (headerRow === undefined) return { grid, header: findHeader(grid, kind) ?? headerAt(grid, 0, 1) }
    if (headerRow > grid.rows.length) fail({ code: 'import/no_header', row: headerRow })
    return { grid, header: headerAt(grid, headerRow - 1, heightAt(grid, headerRow - 1)) }
  }
  const grids = sheets.map((raw) => gridOf(raw, includeHidden))
  for (const grid of grids) {
    const header = findHeader(grid, kind)
    if (header) return { grid, header }
  }
  const grid = grids.find(({ rows }) => rows.length > 0) ?? fail({ code: 'import/empty' })
  return { grid, header: headerAt(grid, 0, 1) }
}

async function mappingOf(
  tx: Tx,
  ownerId: Id,
  ask: Ask,
  { labels }: Header,
  key: string,
): Promise<Pick<ChosenTable, 'mapping' | 'mappedBy'>> {
  if (ask.mapping !== undefined) return { mapping: ask.mapping, mappedBy: 'given' }
  const remembered = await tx
    .selectFrom('importRun')
    .select('mapping')
    .where('ownerId', '=', ownerId)
    .where('kind', '=', ask.kind)
    .where('headerKey', '=', key)
    .orderBy('runAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (remembered) return { mapping: remembered.mapping as Mapping, mappedBy: 'remembered' }
  return { mapping: guessed(ask.kind, labels), mappedBy: 'guessed' }
}

function guessed(kind: ImportKind, labels: readonly string[]): Mapping {
  const roles = guessMapping(kind, labels)
  return Object.fromEntries(
    roles.flatMap((role, at): [string, ColumnRole][] => (role ? [[columnLetter(at), role]] : [])),
  )
}
