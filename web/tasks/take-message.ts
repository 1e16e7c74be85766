import type { QueryClient } from '@tanstack/react-query'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { Message } from '#core/tasks/discussion-api.ts'
import { messagesQuery } from '#web/tasks/discussion-queries.ts'

/** Of those who were picked the ones whose name still stands in the text. */
export function mentionsIn(text: string, named: readonly PersonRef[]): string[] {
  return [...new Set(named.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]
}

export function takeMessage(client: QueryClient, id: string, message: Message): void {
  client.setQueryData(messagesQuery(id).queryKey, (before) => {
    if (!before) return before
    const isKnown = before.items.some((one) => one.id === message.id)
    const items = isKnown
      ? before.items.map((one) => (one.id === message.id ? message : one))
      : [...before.items, message]
    return { ...before, items }
  })
}
