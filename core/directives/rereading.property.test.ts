import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { listProposed } from '#core/directives/proposed.ts'
import { compareReadings, type ProposalContent, type StoredProposal } from '#core/directives/rereading.ts'
import type { Id } from '#core/kernel/id.ts'
import { type Dictionary, EMPTY_DICTIONARY } from '#core/reading/dictionary.ts'
import { readDirective } from '#core/reading/read-directive.ts'

const FRAGMENTS = [
  'Giao Sở Y tế chủ trì xây dựng kế hoạch tiêm chủng, hoàn thành trước ngày 30/6/2026. ',
  'Yêu cầu Sở Tài chính báo cáo kết quả trước ngày 15/7/2026; ',
  'Các sở, ban, ngành rà soát biên chế',
  'Phấn đấu đến năm 2027 đạt ít nhất 70% đơn vị cấp xã. ',
  'tăng cường công tác tuyên truyền. ',
  'Kính đề nghị Tổ Xung kích phối hợp với Công an tỉnh ',
  '\n',
  '\n1. ',
  '\na) ',
  '; ',
  'nếu có ',
  '| 1 | Rà soát | Sở Nội vụ | Quý II/2026 |\n',
]
const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((parts) => parts.join(''))
const phrases = fc.uniqueArray(fc.constantFrom('Tổ Xung kích', 'tiêm chủng', 'Kính đề nghị', 'tuyên truyền'))
const dictionary = fc
  .record({ units: phrases, orders: phrases, exhortations: phrases, never: phrases })
  .map((some): Dictionary => ({ ...EMPTY_DICTIONARY, ...some }))

/** As it lies in the store: through JSON, whose keys the database puts into an order of its own. */
function stored(text: string, dictionary: Dictionary, changes: Partial<StoredProposal> = {}): StoredProposal[] {
  return listProposed(readDirective(text, { dictionary })).map((one, at) => {
    const fields = Object.entries(one.fields).toReversed()
    const { kind, quote, exhortation, start, end } = one
    const content = { kind, quote, exhortation, fields: JSON.parse(JSON.stringify(Object.fromEntries(fields))) }
    return {
      id: `${at} by ${JSON.stringify(dictionary)}` as Id,
      origin: 'machine',
      state: 'proposed',
      version: 1,
      start,
      end,
      content: content as ProposalContent,
      placed: true,
      ...changes,
    }
  })
}

test('reading again with nothing changed proposes no change', () => {
  fc.assert(
    fc.property(text, dictionary, (t, words) => {
      const again = listProposed(readDirective(t, { dictionary: words }))
      const { differences, unchanged } = compareReadings(stored(t, words), again)
      assert.deepEqual([differences, unchanged], [[], again.length])
    }),
    { numRuns: 150 },
  )
})

test('what is applied of a reading leaves nothing to apply, and what a person holds stays', () => {
  fc.assert(
    fc.property(text, dictionary, dictionary, fc.func(fc.boolean()), (t, before, after, isAccepted) => {
      const was = stored(t, before).map((one) =>
        isAccepted(one.id) ? { ...one, state: 'accepted' as const, version: 2 } : one,
      )
      const now = listProposed(readDirective(t, { dictionary: after }))
      const { differences } = compareReadings(was, now)
      const open = differences.filter(({ held }) => held === null)
      const gone = new Set(open.map(({ proposalId }) => proposalId))
      const kept = was.filter(({ id }) => !gone.has(id))
      for (const one of was) if (one.state === 'accepted') assert.ok(kept.includes(one))
      const fresh = stored(t, after).filter((_, at) => open.some(({ proposed }) => proposed === now[at]))
      const rest = compareReadings([...kept, ...fresh], now).differences
      assert.deepEqual(
        rest.filter(({ held }) => held === null),
        [],
      )
    }),
    { numRuns: 150 },
  )
})
