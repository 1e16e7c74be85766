import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { checkMentions, findMessageRefusal, mentionBeingTyped, splitMentions } from '#core/tasks/discussion.ts'

const person = (name: string): PersonRef => ({ id: `id of ${name}` as Id, name, position: '' })
const lan = person('Nguyễn Thu Lan')
const lanAnh = person('Nguyễn Thu Lan Anh')

test('only whoever wrote a message edits or withdraws it, and only while it stands', () => {
  const message = { authorId: lan.id, isWithdrawn: false }
  assert.equal(findMessageRefusal(message, lan.id), undefined)
  assert.deepEqual(findMessageRefusal(message, lanAnh.id), { code: 'message/not_yours' })
  assert.deepEqual(findMessageRefusal({ ...message, isWithdrawn: true }, lan.id), { code: 'message/withdrawn' })
})

test('a message names only people who read the assignment, each once', () => {
  assert.deepEqual(checkMentions([lan.id, lan.id], [lan]), { ok: true, value: [lan.id] })
  assert.deepEqual(checkMentions([lan.id, lanAnh.id], [lan]), {
    ok: false,
    failure: { code: 'message/reader_unknown', personId: lanAnh.id },
  })
})

test('a mention is set apart by the whole name, also where one name begins another', () => {
  assert.deepEqual(splitMentions('Nhờ @Nguyễn Thu Lan Anh và @Nguyễn Thu Lan xem', [lan, lanAnh]), [
    { text: 'Nhờ ' },
    { text: '@Nguyễn Thu Lan Anh', person: lanAnh },
    { text: ' và ' },
    { text: '@Nguyễn Thu Lan', person: lan },
    { text: ' xem' },
  ])
  assert.deepEqual(splitMentions('@Nguyễn Thu Lan', []), [{ text: '@Nguyễn Thu Lan' }])
})

test('a name is being typed after an @ that begins a word, up to the caret', () => {
  assert.deepEqual(mentionBeingTyped('Nhờ @Nguyễn Th', 14), { from: 4, query: 'Nguyễn Th' })
  assert.deepEqual(mentionBeingTyped('@', 1), { from: 0, query: '' })
  assert.equal(mentionBeingTyped('lan@bo.vn', 9), null)
  assert.equal(mentionBeingTyped('Nhờ @Lan xem lại số liệu của các xã', 35), null)
  assert.equal(mentionBeingTyped('Nhờ ', 4), null)
})
