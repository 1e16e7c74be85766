import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import type { Draw } from '#demo/draw.ts'

/** What a sentence of a report is filled with. */
export interface Facts {
  percent: number
  day: PlainDate
  /** Communes below the unit; 1 where it is one itself. */
  communes: number
  /** The office symbol in the numbers of its papers: SPTCS, BPTCS. */
  symbol: string
}

/**
 * A sentence with its gaps filled. `{m:8-16}` is a number between the two, `{n}` the part of it that is done, `{k:2-9}` any other number,
 * `{xa}/{tongxa}` the communes that are done and all, `{so}` the number of a paper, `{ngay}` a day of the two weeks before the report.
 */
export function fill(sentence: string, { percent, day, communes, symbol }: Facts, draw: Draw): string {
  const [, least = '10', most = '20'] = /\{m:(\d+)-(\d+)\}/.exec(sentence) ?? []
  const all = draw.between(Number(least), Number(most))
  const part = (of: number) => (percent >= 100 ? of : Math.min(of - 1, Math.max(1, Math.round((of * percent) / 100))))
  return sentence
    .replaceAll(/\{m:\d+-\d+\}/g, String(all))
    .replaceAll('{n}', String(part(all)))
    .replaceAll('{xa}', String(part(communes)))
    .replaceAll('{tongxa}', String(communes))
    .replaceAll('{percent}', String(percent))
    .replaceAll(/\{k:(\d+)-(\d+)\}/g, (_, from: string, to: string) => padded(draw.between(Number(from), Number(to))))
    .replaceAll('{so}', () => String(communes > 1 ? draw.between(96, 2870) : draw.between(11, 460)))
    .replaceAll('{symbol}', symbol)
    .replaceAll('{ngay}', () => written(addDays(day, -draw.between(1, 14))))
}

/** As Decree 30/2020/NĐ-CP writes small numbers in running text: 05, 12. */
function padded(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** 05/9/2026: the month has a nought only where it could be taken for another. */
export function written(day: PlainDate): string {
  const [year, month = 0, date = 0] = day.split('-').map(Number)
  return `${padded(date)}/${month < 3 ? padded(month) : month}/${year}`
}
