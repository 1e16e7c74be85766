import { hash } from 'node:crypto'

/** What looks like chance in the demo: the same draws for the same key on every machine. */
export interface Draw {
  /** 0 to below 1. */
  share: () => number
  chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  pick: <T>(list: readonly T[]) => T
}

/** Generator: mulberry32 (public domain), seeded by the key's SHA-1. */
export function drawOf(key: string): Draw {
  let state = Number.parseInt(hash('sha1', key, 'hex').slice(0, 8), 16)
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    chance: (probability) => share() < probability,
    between,
    pick: <T>(list: readonly T[]) => {
      const one = list[between(0, list.length - 1)]
      if (one === undefined) throw new RangeError('nothing to pick from')
      return one
    },
  }
}
