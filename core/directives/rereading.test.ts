import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listProposed, type Proposed } from '#core/directives/proposed.ts'
import { compareReadings, type ProposalContent, type StoredProposal } from '#core/directives/rereading.ts'
import type { Id } from '#core/kernel/id.ts'
import { type Dictionary, EMPTY_DICTIONARY } from '#core/reading/dictionary.ts'
import { readDirective } from '#core/reading/read-directive.ts'

const ORDER = 'Giao Sở Y tế chủ trì xây dựng kế hoạch tiêm chủng, hoàn thành trước ngày 30/6/2026'
const OTHER = 'Yêu cầu Sở Tài chính báo cáo Bộ kết quả giải ngân trước ngày 15/7/2026'
const TEXT = `${ORDER}.\n${OTHER}.`

function read(text = TEXT, dictionary: Partial<Dictionary> = {}): Proposed[] {
  return listProposed(readDirective(text, { dictionary: { ...EMPTY_DICTIONARY, ...dictionary } }))
}

/** The first sentence by itself. */
function alone(): Proposed[] {
  return read().filter(({ quote }) => quote === ORDER)
}

function stored(one: Proposed, changes: Partial<StoredProposal> = {}): StoredProposal {
  const { kind, quote, exhortation, fields, start, end } = one
  return {
    id: `${kind}-${start}` as Id,
    origin: 'machine',
    state: 'proposed',
    version: 1,
    start,
    end,
    content: { kind, quote, exhortation, fields } as ProposalContent,
    placed: true,
    ...changes,
  }
}

test('a text read again as it was proposes no change', () => {
  const { differences, unchanged } = compareReadings(
    read().map((one) => stored(one)),
    read(),
  )
  assert.deepEqual([differences, unchanged], [[], read().length])
})

test('what reading no longer proposes would be withdrawn, and what it proposes anew would be added', () => {
  const was = read().map((one) => stored(one))
  const now = read(TEXT, { never: ['tiêm chủng'] })
  const [gone, ...rest] = compareReadings(was, now).differences
  assert.deepEqual([gone?.before?.quote, gone?.after, gone?.held, rest], [ORDER, null, null, []])
  const [back] = compareReadings(
    now.map((one) => stored(one)),
    read(),
  ).differences
  assert.deepEqual([back?.before, back?.after?.quote, back?.proposalId], [null, ORDER, null])
})

test('a field that reading fills otherwise is told with what was and what would be', () => {
  const [first, ...others] = read()
  assert.ok(first?.kind === 'commitment')
  const was = { ...first, fields: { ...first.fields, lead: ['Sở Nội vụ'], deadline: null } }
  const { differences } = compareReadings(
    [was, ...others].map((one) => stored(one)),
    read(),
  )
  assert.deepEqual(
    differences.map(({ fields }) => fields),
    [['lead', 'deadline']],
  )
  assert.deepEqual(differences[0]?.before?.fields, was.fields)
  assert.deepEqual(differences[0]?.after?.fields, first.fields)
})

test('what a person has accepted, rejected or edited is only shown', () => {
  const [first] = read()
  assert.ok(first?.kind === 'commitment')
  const was = { ...first, fields: { ...first.fields, lead: ['Sở Nội vụ'] } }
  const heldIn = (changes: Partial<StoredProposal>, now = alone()) =>
    compareReadings([stored(was, changes)], now).differences.map(({ held }) => held)
  assert.deepEqual(heldIn({ state: 'accepted', version: 2 }), ['accepted'])
  assert.deepEqual(heldIn({ state: 'rejected', version: 2 }), ['rejected'])
  assert.deepEqual(heldIn({ version: 2 }), ['edited'])
  assert.deepEqual(heldIn({ state: 'accepted', version: 2 }, []), ['accepted'])
})

test('what a person added by hand is not proposed a second time when reading finds it, and is not missed when it does not', () => {
  const [first] = read()
  assert.ok(first)
  const added = stored(first, { origin: 'person' })
  assert.deepEqual(compareReadings([added], alone()).differences, [])
  assert.deepEqual(compareReadings([added], []).differences, [])
})

test('a sentence that was withdrawn earlier is proposed anew when reading makes it again', () => {
  const was = alone().map((one) => stored(one, { state: 'withdrawn', version: 2 }))
  assert.deepEqual(
    compareReadings(was, alone()).differences.map(({ proposalId, after }) => [proposalId, after?.quote]),
    [[null, ORDER]],
  )
})

test('a decided sentence is found again by its words where its page was typed anew, and missed nowhere', () => {
  const [first] = alone()
  assert.ok(first)
  const elsewhere = { start: 5000, end: 5000 + ORDER.length, placed: false, state: 'rejected', version: 2 } as const
  assert.deepEqual(compareReadings([stored(first, elsewhere)], alone()).differences, [])
  assert.deepEqual(compareReadings([stored(first, elsewhere)], []).differences, [])
})

test('a sentence that reading now cuts a little shorter is the same sentence, with other words', () => {
  const [first] = alone()
  assert.ok(first)
  const longer = stored(first, { end: first.end + 5, content: { ...stored(first).content, quote: `${ORDER}. Nay` } })
  assert.deepEqual(
    compareReadings([longer], alone()).differences.map(({ proposalId, fields }) => [proposalId, fields]),
    [[longer.id, ['quote']]],
  )
})

test('a difference is named by what it says, so that nobody chooses what he has not seen', () => {
  const keyFor = (lead: string) => {
    const [first] = alone()
    assert.ok(first?.kind === 'commitment')
    const was = { ...first, fields: { ...first.fields, lead: [lead] } }
    return compareReadings([stored(was)], alone()).differences[0]?.key
  }
  assert.equal(keyFor('Sở Nội vụ'), keyFor('Sở Nội vụ'))
  assert.notEqual(keyFor('Sở Nội vụ'), keyFor('Sở Công Thương'))
})
