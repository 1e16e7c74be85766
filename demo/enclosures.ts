import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Draw } from '#demo/draw.ts'
import type { Tier } from '#demo/words/progress.ts'
import type { Topic } from '#demo/words/topics.ts'

/** A paper that is handed in with a report: a file of demo/evidence under the name that the unit gave it. */
export interface Enclosure {
  file: string
  name: string
}

export function enclosuresFor(
  _report: { topic: Topic; tier: Tier; completes: boolean; name: string; day: PlainDate },
  _draw: Draw,
): Enclosure[] {
  return []
}

export const EVIDENCE_FOLDER = new URL('./evidence/', import.meta.url)
export const EVIDENCE_FILES: readonly string[] = []
