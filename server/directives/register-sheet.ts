import type { z } from 'zod'
import type { RegisterRow } from '#core/directives/register.ts'
import type { RegisterSheetColumn, registerSheetApi } from '#core/directives/register-sheet.ts'
import type { Language } from '#core/kernel/language.ts'
import { formatDay } from '#core/kernel/written-day.ts'
import { formatNumber } from '#core/kernel/written-number.ts'
import { MOST_SHEET_ROWS, type Sheet, type SheetCell, type SheetColumn } from '#core/sheets/sheet.ts'
import { listRegister } from '#server/directives/list-register.ts'
import { REGISTER_WORDS, type RegisterWords } from '#server/directives/register-sheet-words.ts'
import { type Handlers, type Request, slowly } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { sheetFileName, writeSheet, xlsxDownload } from '#server/sheets/write-sheet.ts'
import { filled } from '#server/tasks/sheet-words.ts'

type Api = typeof registerSheetApi
type Read = Pick<Request<Api['readRegisterSheet']>, 'system' | 'tx' | 'register' | 'today' | 'now' | 'query'>
type Row = z.input<typeof RegisterRow>

const PAGE = 1000

export const registerSheetHandlers: Handlers<Api> = {
  readRegisterSheet: (request) => sheetOf(request),
  downloadRegisterSheet: slowly(sheetOf, writeSheet, ({ today, query }, bytes) =>
    Promise.resolve(xlsxDownload(sheetFileName(query.title ?? REGISTER_WORDS[query.language].title, today), bytes)),
  ),
}

/** Every line that the conditions let in, as the reader may see it, as of one moment. */
async function sheetOf(request: Read): Promise<Sheet> {
  const { system, now, query } = request
  const { columns, language, title, ...list } = query
  const words = REGISTER_WORDS[language]
  const rows: Row[] = []
  let answer
  do {
    answer = await listRegister({ ...request, query: { ...list, limit: PAGE, offset: rows.length } })
    if (answer.total > MOST_SHEET_ROWS) fail({ code: 'sheet/too_long', limit: MOST_SHEET_ROWS })
    rows.push(...answer.items)
  } while (rows.length < answer.total && answer.items.length > 0)
  const secret = rows.filter(({ secrecy }) => secrecy !== null).length
  const number = (value: number) => formatNumber(value, language)
  const count = filled(words.count, number(rows.length))
  return {
    language,
    title: title ?? words.title,
    filters: conditionsOf(request, language),
    count: secret === 0 ? count : `${count} ${filled(words.ofThemSecret, number(secret))}`,
    asOf: now,
    demo: system.demo,
    columns: columns.map((column): SheetColumn => ({ head: words.head[column], ...SHAPES[column] })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row, words))),
  }
}

const SHAPES: Readonly<Record<RegisterSheetColumn, Omit<SheetColumn, 'head'>>> = {
  state: { kind: 'text', width: 24 },
  symbol: { kind: 'text', width: 18 },
  subject: { kind: 'text', width: 64 },
  issuer: { kind: 'text', width: 28 },
  owner: { kind: 'text', width: 28 },
  issued: { kind: 'date', width: 13 },
  received: { kind: 'date', width: 12 },
  decided: { kind: 'text', width: 12 },
  tasks: { kind: 'number', width: 10 },
  open: { kind: 'number', width: 10 },
  overdue: { kind: 'number', width: 10 },
}

function cellOf(column: RegisterSheetColumn, row: Row, words: RegisterWords): SheetCell {
  switch (column) {
    case 'state':
      return words.state[row.readingState]
    case 'symbol':
    case 'issuer':
    case 'tasks':
    case 'open':
    case 'overdue':
      return row[column]
    case 'subject':
      return subjectOf(row, words)
    case 'owner':
      return row.owner.name
    case 'issued':
      return row.issuedOn
    case 'received':
      return row.receivedOn
    case 'decided':
      return row.proposals === 0 ? null : `${row.decided}/${row.proposals}`
  }
}

/** The subject with what the line says below it: replaced, amended, found. */
function subjectOf(row: Row, words: RegisterWords): string {
  if (row.secrecy !== null) return `${words.grade[row.secrecy]}. ${words.secret}`
  const overtaken = row.relatedBy.flatMap(({ kind, directive }) =>
    kind === 'replaces' || kind === 'amends' ? [`${words.by[kind]} ${directive.symbol ?? directive.subject}`] : [],
  )
  const type = row.type ? `${row.type.charAt(0).toLocaleUpperCase('vi')}${row.type.slice(1)}: ` : ''
  return [`${type}${row.subject}`, ...overtaken].join(' · ')
}

function conditionsOf({ query, register }: Read, language: Language): string[] {
  const words = REGISTER_WORDS[language]
  const { q, state, type, issuer, urgency, owner, month, receivedFrom, receivedTo, overdue } = query
  const named = (head: string, value: string | undefined) => (value === undefined ? [] : [`${head}: ${value}`])
  const [from, to] = [receivedFrom, receivedTo].map((day) => day && formatDay(day, language))
  return [
    ...(q ? [filled(words.found, q)] : []),
    ...named(words.head.state, state && words.state[state]),
    ...(month ? [filled(words.month, `${Number(month.slice(5))}/${month.slice(0, 4)}`)] : []),
    ...(from && to
      ? [filled(words.received.both, from, to)]
      : [...(from ? [filled(words.received.from, from)] : []), ...(to ? [filled(words.received.to, to)] : [])]),
    ...named(words.type, type),
    ...named(words.head.issuer, issuer),
    ...named(words.urgency, urgency),
    ...named(words.head.owner, owner && register.ref(owner).name),
    ...(overdue ? [words.overdue] : []),
  ]
}
