import type { Instant } from '#core/kernel/plain-date.ts'

export interface Agenda {
  add: (at: Instant, happen: () => void) => void
  /** Lets everything happen in the order of time, also what is added meanwhile; at one instant in the order of adding. */
  run: () => void
}

/** What is to happen, as a binary heap. */
export function agenda(): Agenda {
  const heap: { at: Instant; number: number; happen: () => void }[] = []
  let number = 0
  const before = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return other === undefined
    return one.at === other.at ? one.number < other.number : one.at < other.at
  }
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }
  const take = () => {
    const [first] = heap
    const last = heap.pop()
    if (!last || heap.length === 0) return first
    heap[0] = last
    for (let at = 0; ; ) {
      const child = before(2 * at + 1, 2 * at + 2) ? 2 * at + 1 : 2 * at + 2
      if (child >= heap.length || !before(child, at)) return first
      swap(at, child)
      at = child
    }
  }
  return {
    add(at, happen) {
      heap.push({ at, number: number++, happen })
      for (let child = heap.length - 1; child > 0; ) {
        const parent = Math.floor((child - 1) / 2)
        if (!before(child, parent)) break
        swap(child, parent)
        child = parent
      }
    },
    run() {
      for (let next = take(); next; next = take()) next.happen()
    },
  }
}
