import { type Cell, dayText } from '#core/imports/grid.ts'
import { fold } from '#core/kernel/fold.ts'
import { addDays, PlainDate } from '#core/kernel/plain-date.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { timeInCell } from '#core/reading/row-drafts.ts'
import { sourceText } from '#core/reading/source-text.ts'
import { type Deadline, isPlausibleDue } from '#core/tasks/deadline.ts'

/** What a date is counted from in a workbook, and between which numbers a bare number can be one: 2000 to 2099. */
const DAY_ZERO = '1899-12-30' as PlainDate
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const NONE = /^(?:|x|khong(?: co| xac dinh| quy dinh| thoi)?(?: thoi)?(?: han)?|chua xac dinh)$/
/** It names a day, a month or a quarter; without a date behind it, one that does not exist. */
const NAMES_A_DAY = /\d{1,2}\s*[/.-]\s*\d{1,4}|tháng\s+\d|qu[ýí]\s/u

/** As programs write a day into a sheet: "2026-06-30", "2026/06/30 00:00:00". */
const ISO_DAY = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00)?)?\s*$/u

type CellFault = { code: 'deadline_unread' | 'deadline_impossible' }

/** The deadline of a cell by the rules by which directives are read; null where the cell says there is none. A day of another century is a slip. */
export function readDeadlineCell(cell: Cell, year: number): Result<Deadline | null, CellFault> {
  const read = readAsWritten(cell, year)
  const iso = read.ok ? read.value?.iso : null
  // "Trước ngày" is the day before.
  const isPlausible = !iso || (isPlausibleDue(iso) && isPlausibleDue(addDays(iso, -1)))
  return isPlausible ? read : refuse({ code: 'deadline_impossible' })
}

function readAsWritten({ value, text }: Cell, year: number): Result<Deadline | null, CellFault> {
  const day = dayOfValue(value)
  if (day) return ok({ text: dayText(day), kind: 'by', iso: day })
  if (NONE.test(fold(text))) return ok(null)
  // 12.1 as a number may be the twelfth of January or the first of December, and 12.10 is kept as 12.1: it is asked, not guessed.
  if (typeof value === 'number' && !Number.isInteger(value)) return refuse({ code: 'deadline_unread' })
  const exported = ISO_DAY.exec(text)
  if (exported) {
    const [, named = '', month = '', date = ''] = exported
    const iso = PlainDate.safeParse(`${named}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
    return iso.success ? ok({ text, kind: 'by', iso: iso.data }) : refuse({ code: 'deadline_impossible' })
  }
  const written = text.replace(/\s+/gu, ' ')
  const source = sourceText(written)
  const time = timeInCell(source, { start: 0, end: source.text.length }, { year })
  const namesDay = NAMES_A_DAY.test(source.low)
  if (!time) return refuse({ code: namesDay ? 'deadline_impossible' : 'deadline_unread' })
  const { kind, iso, hour, rule, event } = time
  const isLoose = kind === 'recurring' || kind === 'immediate' || event !== null || time.startsOn !== null
  if (iso === null && !isLoose && namesDay) return refuse({ code: 'deadline_impossible' })
  return ok({
    text: written.slice(0, 500),
    kind,
    iso,
    ...(hour === null ? {} : { hour }),
    ...(rule === null ? {} : { rule: rule.slice(0, 300) }),
    ...(event === null ? {} : { event: event.slice(0, 500) }),
  })
}

/** A day of a cell that holds nothing else: a date, its serial number, or "30/6/2026" and "ngày 30 tháng 6 năm 2026". */
export function readDayCell({ value, text }: Cell): Result<PlainDate | null, { code: 'day_unread' }> {
  const day = dayOfValue(value)
  if (day) return ok(day)
  if (text === '') return ok(null)
  const [, date = '', month = '', year = ''] =
    /^(?:ngày )?(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?: ?[/.-] ?|,? năm )(\d{4})$/u.exec(text.toLowerCase()) ?? []
  const read = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return read.success ? ok(read.data) : refuse({ code: 'day_unread' })
}

function dayOfValue(value: Cell['value']): PlainDate | undefined {
  if (value !== null && typeof value === 'object') return value.day
  if (typeof value !== 'number' || value < FIRST_SERIAL || value > LAST_SERIAL) return undefined
  return addDays(DAY_ZERO, Math.floor(value))
}
