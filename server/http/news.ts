import type { SubjectName } from '#server/journal/subjects.ts'

/** That a subject has changed, and not how. */
export interface News {
  kind: SubjectName
  id: string
}

type Hear = (news: readonly News[]) => void

interface Listener {
  /** The person who listens. */
  of: string
  hear: Hear
  /** Called when the server stops, and when the same person has opened too many others since. */
  end: () => void
}

/** Windows of one person that listen at the same time; only the window in sight does. */
const MOST_OF_ONE = 8
/** More than this many are not let in; their pages ask now and then. */
const MOST = 5_000

/** What comes in within this time is told together. */
const GATHER_MS = 250

/**
 * Who listens for changes in this process, told after the commit that made them. `relay` carries them to the other processes of an
 * installation (server/home/relay-news.ts); what those have changed comes in by `hear`.
 */
export class NewsDesk {
  relay: Hear | undefined
  readonly #listeners = new Set<Listener>()
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

  get listening(): number {
    return this.#listeners.size
  }

  get isFull(): boolean {
    return this.#listeners.size >= MOST
  }

  /** Answers how to stop listening. */
  listen(listener: Listener): () => void {
    const own = [...this.#listeners].filter(({ of }) => of === listener.of)
    for (const oldest of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) {
      this.#listeners.delete(oldest)
      oldest.end()
    }
    this.#listeners.add(listener)
    if (this.#closed) listener.end()
    return () => void this.#listeners.delete(listener)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    for (const { end } of this.#listeners) end()
    this.#listeners.clear()
  }
}
