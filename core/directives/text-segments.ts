/** A piece of text between two edges, with everything that covers it. */
export interface Segment<M> {
  start: number
  end: number
  marks: M[]
}

interface Range {
  start: number
  end: number
}

/**
 * Cuts `[start, end)` at every edge of the marks, so that marks that overlap (two commitments in one sentence, a date inside an action)
 * can be drawn without nesting.
 *
 * Shape   the segments follow each other without gap; marks outside are ignored, marks across the border are cut; order of marks is kept
 */
export function cutSegments<M extends Range>(start: number, end: number, marks: readonly M[]): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < end && start < mark.end && mark.start < mark.end)
  const edges = new Set([start, end])
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start))
    edges.add(Math.min(end, mark.end))
  }
  const cuts = [...edges].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end
    return { start: from, end: to, marks: inside.filter((mark) => mark.start <= from && to <= mark.end) }
  })
}

/** For each passage, in order, the marks that touch it. Passages do not overlap; marks may be in any order. Linear but for one sort. */
export function marksByPassage<M extends Range>(passages: readonly Range[], marks: readonly M[]): M[][] {
  const waiting = marks.toSorted((a, b) => a.start - b.start)
  let next = 0
  let open: M[] = []
  return passages.map((passage) => {
    for (let mark = waiting[next]; mark && mark.start < passage.end; mark = waiting[next]) {
      open.push(mark)
      next += 1
    }
    open = open.filter((mark) => mark.end > passage.start)
    return open.length === 0 ? [] : [...open]
  })
}

/** Neighbours that `key` calls the same, put together. */
export function runsBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const runs: T[][] = []
  let last: string | undefined
  for (const item of items) {
    const now = key(item)
    if (now === last) runs.at(-1)?.push(item)
    else runs.push([item])
    last = now
  }
  return runs
}
