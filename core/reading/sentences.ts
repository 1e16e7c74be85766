import type { SourceText, Span } from '#core/reading/source-text.ts'
import { trimSpan } from '#core/reading/source-text.ts'

/** A sentence and the clauses into which semicolons (and numbers in brackets) cut it. */
export interface Sentence extends Span {
  clauses: Span[]
}

/** Longer stretches without a full stop are cut, so that no rule ever sees an unbounded text. */
const MAX_SENTENCE = 6000
const ABBREVIATIONS = /(?:^|[ (])(?:tp|tx|ths|ts|pgs|gs|bs|ks|v\.v|st|tr|đ\/c|stt|q|p|h|đc)$/u

export function listSentences(source: SourceText, start: number, end: number): Sentence[] {
  const out: Sentence[] = []
  let from = start
  for (let at = start; at < end; at++) {
    const c = source.flat.charAt(at)
    const stop = c === '.' || c === '!' || c === '?' || c === '…'
    if (stop ? endsSentence(source, at, end, from) : at - from >= MAX_SENTENCE && c === ' ') {
      push(source, out, from, at + 1)
      from = at + 1
    }
  }
  push(source, out, from, end)
  return out
}

function endsSentence(source: SourceText, at: number, end: number, from: number): boolean {
  let next = at + 1
  while (next < end && /[.…"”’)]/u.test(source.flat.charAt(next))) next++
  if (next >= end) return true
  if (source.flat.charCodeAt(next) !== 32) return false
  while (next < end && source.flat.charCodeAt(next) === 32) next++
  const first = source.flat.charAt(next)
  if (!/[\p{Lu}\d"“‘(\-–+]/u.test(first)) return false
  const before = source.low.slice(Math.max(from, at - 8), at)
  if (source.flat.charAt(at) === '.' && ABBREVIATIONS.test(before)) return false
  return !(/(?:^| )\d{1,2}$/u.test(before) && at - from < 6)
}

function push(source: SourceText, out: Sentence[], start: number, end: number): void {
  const span = trimSpan(source, start, end)
  if (span.end - span.start < 2) return
  out.push({ ...span, clauses: listClauses(source, span) })
}

function listClauses(source: SourceText, span: Span): Span[] {
  const cuts: number[] = []
  const numbered = listNumbered(source, span)
  let depth = 0
  for (let at = span.start; at < span.end; at++) {
    const c = source.flat.charAt(at)
    if (numbered.has(at)) cuts.push(at - 1)
    else if (c === '(' || c === '“') depth++
    else if (c === ')' || c === '”') depth = Math.max(0, depth - 1)
    else if (c === ';' && depth === 0) cuts.push(at)
  }
  const out: Span[] = []
  let from = span.start
  for (const cut of [...cuts, span.end]) {
    const clause = trimSpan(source, from, cut)
    if (clause.end > clause.start) out.push(clause)
    from = cut + 1
  }
  return out
}

/** Where "(1) …; (2) …" numbers items inside one sentence. */
function listNumbered(source: SourceText, span: Span): Set<number> {
  const at: number[] = []
  for (const m of source.flat
    .slice(span.start, span.end)
    .matchAll(/(?<=[:;,.] +)\((?:\d{1,2}|[ivx]{1,4})\) +(?=\p{L})/gu))
    at.push(span.start + m.index)
  return new Set(at.length > 1 ? at : [])
}

/** The quote of a sentence or clause: without the stop, the "./." and the quotation marks at its ends. */
export function bareSpan(source: SourceText, span: Span): Span {
  let { start, end } = span
  while (end > start && /[ .;,:/…]/u.test(source.flat.charAt(end - 1))) end--
  while (start < end && /[ .;,:…–]/u.test(source.flat.charAt(start))) start++
  const number = /^\((?:\d{1,2}|[ivx]{1,4})\) +/u.exec(source.flat.slice(start, Math.min(end, start + 10)))
  if (number) start += number[0].length
  return { start, end }
}
