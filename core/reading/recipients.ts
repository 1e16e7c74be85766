import { isCapitals } from '#core/reading/paragraphs.ts'
import type { Recipient } from '#core/reading/reading.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'

/** How far the two lists may reach: a text that has no end to them is no list. */
const MOST_LINES = 60

/** "Kính gửi:" with one body on the same line, or several below, each on its own line and the last one closed by a full stop. */
export function listAddressees(source: SourceText): Recipient[] {
  const out: Recipient[] = []
  const from = /(?:^|\n)[ *]*kính gửi *:? */u.exec(replaceBreaks(source, 6000))
  if (!from) return out
  for (const line of listLines(source, from.index + from[0].length)) {
    const words = source.flat.slice(line.start, line.end)
    const item = /^[-–+•] */u.test(words)
    if (!item && out.length > 0 && !closes(source, out.at(-1)?.span, ';,:')) break
    if (words.length > 200 || (isCapitals(words) && out.length > 0)) break
    push(source, out, line)
    if (words.endsWith('.')) break
  }
  return out
}

/** The list at the foot; a line without a dash goes on with the one above. */
export function listRecipients(source: SourceText): Recipient[] {
  const out: Recipient[] = []
  const from = [...replaceBreaks(source, source.text.length).matchAll(/(?:^|\n)[ *]*nơi nhận *:? */gu)].at(-1)
  if (!from) return out
  let archived = false
  for (const line of listLines(source, from.index + from[0].length)) {
    const words = source.flat.slice(line.start, line.end)
    if (/^[-–+•] */u.test(words)) {
      archived = /^[-–+•] *(?:lưu|như)(?![\p{L}])/iu.test(words)
      if (!archived) push(source, out, line)
      continue
    }
    if (words.length > 160 || isCapitals(words) || /^(?:TM|KT|TL|TUQ|Q|T\/M|K\/T)[. ]/u.test(words)) break
    const last = out.at(-1)
    if (archived || !last || (closes(source, last.span, ';.') && !/^\p{Ll}/u.test(words))) break
    out.pop()
    push(source, out, { start: last.span.start, end: line.end })
  }
  return out
}

function push(source: SourceText, out: Recipient[], line: Span): void {
  let { start, end } = line
  while (start < end && /[-–+•* ]/u.test(source.flat.charAt(start))) start++
  while (end > start && /[;,.:/* ]/u.test(source.flat.charAt(end - 1))) end--
  if (end - start < 2) return
  const span = { start, end }
  const whole = wording(source, span)
  const purpose = / *\((để [^()]*|b\/c|t\/h|thay b\/c)\)$/u.exec(whole)
  out.push({ name: purpose ? whole.slice(0, purpose.index) : whole, purpose: purpose?.[1] ?? null, span })
}

function closes(source: SourceText, span: Span | undefined, signs: string): boolean {
  return span !== undefined && signs.includes(source.flat.slice(span.end).trimStart().charAt(0) || ' ')
}

function replaceBreaks(source: SourceText, end: number): string {
  return source.low.slice(0, end).replace(/ /gu, (space, at: number) => (source.text[at] === '\n' ? '\n' : space))
}

function listLines(source: SourceText, from: number): Span[] {
  const out: Span[] = []
  let at = from
  while (at < source.text.length && out.length < MOST_LINES) {
    let stop = source.text.indexOf('\n', at)
    if (stop < 0) stop = source.text.length
    const line = trimSpan(source, at, stop)
    if (line.end > line.start) out.push(line)
    at = stop + 1
  }
  return out
}
