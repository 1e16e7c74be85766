/** Sessions and tokens in use at a time; of more the oldest is counted by its address again. */
const MOST = 50_000

/**
 * Whose session or token a key was when it was shown last. By it calls are counted for each person and not for the address of their whole
 * office; a key that nobody has been let in with counts for the address, so that made-up keys buy nothing. It lets nobody in.
 */
export class KnownCallers {
  readonly #people = new Map<string, string>()

  personOf(keyHash: string): string | undefined {
    return this.#people.get(keyHash)
  }

  /** After each try: who was let in with the key, or nobody. */
  note(keyHash: string, personId: string | undefined): void {
    this.#people.delete(keyHash)
    if (personId === undefined) return
    this.#people.set(keyHash, personId)
    const [oldest] = this.#people.size > MOST ? this.#people.keys() : []
    if (oldest !== undefined) this.#people.delete(oldest)
  }
}
