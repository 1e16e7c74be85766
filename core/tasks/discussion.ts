import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { refuse, ok, type Result } from '#core/kernel/result.ts'

export type MessageFailure =
  /** edit, withdraw: only whoever wrote it. */
  | { code: 'message/not_yours' }
  /** edit, withdraw: it was withdrawn. */
  | { code: 'message/withdrawn' }
  /** edit: nothing would change. */
  | { code: 'message/nothing_changed' }
  /** write, edit: the person named does not read the assignment. */
  | { code: 'message/reader_unknown'; personId: Id }

export interface StoredMessage {
  authorId: Id
  isWithdrawn: boolean
}

/** Who wrote it corrects or withdraws it, as long as it stands; what was said before stays in its revisions. */
export function findMessageRefusal(message: StoredMessage, actorId: Id): MessageFailure | undefined {
  if (message.authorId !== actorId) return { code: 'message/not_yours' }
  return message.isWithdrawn ? { code: 'message/withdrawn' } : undefined
}

/** Whether a message can name these persons: a mention leads only to what one may read. */
export function checkMentions(mentionIds: readonly Id[], readers: readonly PersonRef[]): Result<Id[], MessageFailure> {
  const known = new Set(readers.map(({ id }) => id))
  const unknown = mentionIds.find((id) => !known.has(id))
  return unknown === undefined
    ? ok([...new Set(mentionIds)])
    : refuse({ code: 'message/reader_unknown', personId: unknown })
}

export interface TextPart {
  text: string
  /** Where the words are a mention. */
  person?: PersonRef
}

/** The text in parts, with "@Name" of those whom it mentions set apart; the longest name wins, so that no name is cut in two. */
export function splitMentions(text: string, mentions: readonly PersonRef[]): TextPart[] {
  const people = mentions.toSorted((a, b) => b.name.length - a.name.length)
  const parts: TextPart[] = []
  let rest = text
  while (rest !== '') {
    const at = firstMention(rest, people)
    if (!at) return [...parts, { text: rest }]
    if (at.index > 0) parts.push({ text: rest.slice(0, at.index) })
    const word = `@${at.person.name}`
    parts.push({ text: word, person: at.person })
    rest = rest.slice(at.index + word.length)
  }
  return parts
}

function firstMention(text: string, people: readonly PersonRef[]): { index: number; person: PersonRef } | undefined {
  let first: { index: number; person: PersonRef } | undefined
  for (const person of people) {
    const index = text.indexOf(`@${person.name}`)
    if (index >= 0 && (first === undefined || index < first.index)) first = { index, person }
  }
  return first
}

/** What is being typed after the last "@" before the caret; null where no name is being written. */
export function mentionBeingTyped(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from < 0 || (from > 0 && !/[\s(]/u.test(before[from - 1] ?? ''))) return null
  const query = before.slice(from + 1)
  return query.length > 40 || /[\n@]/u.test(query) || query.split(' ').length > 5 ? null : { from, query }
}
