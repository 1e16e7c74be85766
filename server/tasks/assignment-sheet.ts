import { sql } from 'kysely'
import type { z } from 'zod'
import { capitalised } from '#core/kernel/capitalised.ts'
import type { Id } from '#core/kernel/id.ts'
import { formatDay } from '#core/kernel/written-day.ts'
import { formatNumber } from '#core/kernel/written-number.ts'
import { MOST_SHEET_ROWS, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from '#core/sheets/sheet.ts'
import { againstToday } from '#core/tasks/against-today.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { AssignmentGroup, GroupedBy } from '#core/tasks/assignment-list.ts'
import type { AssignmentSheetColumn, assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import type { Handlers, Request } from '#server/http/mount.ts'
import { slowly } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { sheetFileName, writeSheet, xlsxDownload } from '#server/sheets/write-sheet.ts'
import { countAssignments } from '#server/tasks/count-assignments.ts'
import { filterWords } from '#server/tasks/filter-words.ts'
import { groupAssignments } from '#server/tasks/group-assignments.ts'
import { listAssignments } from '#server/tasks/list-assignments.ts'
import { filled, SHEET_WORDS, type SheetWords } from '#server/tasks/sheet-words.ts'
import { listStars } from '#server/tasks/stars.ts'

type Api = typeof assignmentSheetApi
type Read = Request<Api['readAssignmentSheet']>
type Row = z.input<typeof AssignmentRow>
type Group = z.input<typeof AssignmentGroup>

/** Read in pages, in one transaction: all of them as of one moment. */
const PAGE = 1000
const MOST_GROUPS = 5000

export const readAssignmentSheet = (request: Read) => sheetOf(request)

export const downloadAssignmentSheet: Handlers<Api>['downloadAssignmentSheet'] = slowly(
  sheetOf,
  writeSheet,
  ({ today, query }, bytes) =>
    Promise.resolve(xlsxDownload(sheetFileName(query.title ?? SHEET_WORDS[query.language].title, today), bytes)),
)

/** The list with everything that the filter lets in, as the reader may see it. */
async function sheetOf(
  request: Pick<Read, 'system' | 'tx' | 'register' | 'actor' | 'today' | 'now' | 'query'>,
): Promise<Sheet> {
  const { system, query, now, today } = request
  const { sort, columns, group, language, title, ...filter } = query
  const words = SHEET_WORDS[language]
  const { total, tasks } = await countAssignments({ ...request, query: filter })
  if (total > MOST_SHEET_ROWS) fail({ code: 'sheet/too_long', limit: MOST_SHEET_ROWS })
  const rows = await listAll({ ...request, query: { ...filter, sort } })
  const stars = new Set(columns.includes('starred') ? (await listStars(request)).map(({ taskId }) => taskId) : [])
  const cells = (row: Row) =>
    columns.flatMap((column) =>
      column === 'starred' ? [stars.has(row.taskId as Id) ? '★' : null] : cellsOf(column, row, words, today),
    )
  const number = (value: number) => formatNumber(value, language)
  return {
    language,
    title: title ?? words.title,
    filters: await filterWords(request, filter, language),
    count: filled(words.assignmentsOfTasks, number(total), number(tasks)),
    asOf: now,
    demo: system.demo,
    columns: columns.flatMap((column) => headsOf(column, words)),
    rows: group === undefined ? rows.map(cells) : await grouped(),
  }

  async function grouped(): Promise<SheetRow[]> {
    const by = group ?? 'lead'
    const { items } = await groupAssignments({ ...request, query: { ...filter, by, limit: MOST_GROUPS, offset: 0 } })
    const keyOf = await keys(request, by, rows)
    const inGroups = Map.groupBy(rows, keyOf)
    return items.flatMap((one) => [
      { heading: headingOf(one, by, words, language, number) },
      ...(inGroups.get(one.key as Id) ?? []).map(cells),
    ])
  }
}

type ListQuery = Parameters<typeof listAssignments>[0]['query']

async function listAll(
  request: Omit<Parameters<typeof listAssignments>[0], 'query'> & {
    query: Omit<ListQuery, 'counts' | 'limit' | 'offset'>
  },
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const query = { ...request.query, after, counts: 'page' as const, limit: PAGE, offset: 0 }
    const { items, next } = await listAssignments({ ...request, query })
    rows.push(...items)
    after = next ?? undefined
  } while (after !== undefined)
  return rows
}

/** Which group a row is in. */
async function keys({ tx }: Pick<Read, 'tx'>, by: GroupedBy, rows: readonly Row[]): Promise<(row: Row) => Id | 'none'> {
  if (by === 'lead') return (row) => row.lead.id as Id
  if (by === 'handler') return (row) => (row.handler?.id as Id | undefined) ?? 'none'
  const { rows: found } = await sql<{ id: Id; directiveId: Id | null }>`
    select id, directive_id as "directiveId" from assignment where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  )
  const directives = new Map<string, Id | null>(found.map(({ id, directiveId }) => [id, directiveId]))
  return ({ id }) => directives.get(id) ?? 'none'
}

function headingOf(
  { key, unit, directive, person, total, tasks, classes }: Group,
  by: GroupedBy,
  words: SheetWords,
  language: Sheet['language'],
  number: (value: number) => string,
): string {
  const name = {
    lead: unit?.name,
    directive: directive
      ? [directive.symbol, directive.issuedOn && formatDay(directive.issuedOn, language), directive.subject]
          .filter(Boolean)
          .join(', ')
      : key === 'none'
        ? words.noDirective
        : words.directiveClosed,
    handler: person?.name ?? words.nobody,
  }[by]
  const overdue = classes.open_overdue ?? 0
  const facts = [
    filled(words.assignmentsOfTasks, number(total), number(tasks)),
    ...(overdue > 0 ? [filled(words.overdue, number(overdue))] : []),
  ]
  return `${name ?? '?'}: ${facts.join(', ')}`
}

const SHAPES: Readonly<Record<Exclude<AssignmentSheetColumn, 'against'>, Omit<SheetColumn, 'head'>>> = {
  class: { kind: 'text', width: 20 },
  starred: { kind: 'text', width: 10 },
  code: { kind: 'text', width: 12 },
  action: { kind: 'text', width: 60 },
  lead: { kind: 'text', width: 32 },
  handler: { kind: 'text', width: 20 },
  directive: { kind: 'text', width: 16 },
  issuedBy: { kind: 'text', width: 28 },
  issuedOn: { kind: 'date', width: 12 },
  due: { kind: 'date', width: 12 },
  state: { kind: 'text', width: 20 },
  percent: { kind: 'percent', width: 9 },
  evidence: { kind: 'number', width: 10 },
}

/** How far from its day an assignment is becomes two columns of numbers: what Excel can sort is not a phrase. */
function headsOf(column: AssignmentSheetColumn, { head }: SheetWords): SheetColumn[] {
  if (column !== 'against') return [{ head: head[column], ...SHAPES[column] }]
  return [
    { head: head.over, kind: 'number', width: 10 },
    { head: head.left, kind: 'number', width: 10 },
  ]
}

function cellsOf(
  column: Exclude<AssignmentSheetColumn, 'starred'>,
  row: Row,
  words: SheetWords,
  today: Read['today'],
): SheetCell[] {
  switch (column) {
    case 'class':
      return [words.class[row.lateness.class]]
    case 'action':
      return [capitalised(row.action)]
    case 'code':
    case 'evidence':
    case 'issuedOn':
      return [row[column]]
    case 'lead':
      return [row.lead.name]
    case 'handler':
      return [row.handler?.name ?? null]
    case 'directive':
      return [row.directiveSymbol]
    case 'issuedBy':
      return [row.issuedBy.name]
    case 'due':
      return [row.dueOn]
    case 'against': {
      const against = againstToday(row.lateness as AssignmentRow['lateness'], today)
      const days = 'days' in against ? against.days : null
      const isOver = against.kind === 'over' || against.kind === 'done_late'
      return [isOver ? days : null, against.kind === 'left' ? days : against.kind === 'today' ? 0 : null]
    }
    case 'state':
      return [row.deemedAccepted ? words.deemed : words.state[row.state]]
    case 'percent':
      return [row.percent === null ? null : row.percent / 100]
  }
}
