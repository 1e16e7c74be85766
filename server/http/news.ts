import type { SubjectName } from '#server/journal/subjects.ts'

/** That a subject has changed, and not how. */
export interface News {
  kind: SubjectName
  id: string
}

type Listener = (news: readonly News[]) => void

/** What comes in within this time is told together. */
const GATHER_MS = 250

/**
 * Who listens for changes in this process, told after the commit that made them. `relay` carries them to the other processes of an
 * installation (server/home/relay-news.ts); what those have changed comes in by `hear`.
 */
export class NewsDesk {
  relay: Listener | undefined
  readonly #listeners = new Set<{ hear: Listener; end: () => void }>()
  #gathered: News[] = []
  #timer: NodeJS.Timeout | undefined
  #closed = false

  tell(news: readonly News[]): void {
    if (news.length === 0 || this.#closed) return
    this.relay?.(news)
    this.hear(news)
  }

  hear(news: readonly News[]): void {
    if (this.#listeners.size === 0 || this.#closed) return
    this.#gathered.push(...news)
    this.#timer ??= setTimeout(() => {
      const told = [...new Map(this.#gathered.map((one) => [`${one.kind} ${one.id}`, one])).values()]
      this.#gathered = []
      this.#timer = undefined
      for (const { hear } of this.#listeners) hear(told)
    }, GATHER_MS)
  }

  /** `end` is called when the server stops. Answers how to stop listening. */
  listen(hear: Listener, end: () => void): () => void {
    const listener = { hear, end }
    this.#listeners.add(listener)
    if (this.#closed) end()
    return () => void this.#listeners.delete(listener)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    for (const { end } of this.#listeners) end()
    this.#listeners.clear()
  }
}
