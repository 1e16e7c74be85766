/** Kept for this sitting only: what somebody opened is nothing for the next person at the same machine. */
const KEPT_AS = 'throughline.recent'
const MOST = 8
const OPENED = /^\/(directives|tasks|assignments)\/[0-9a-f-]{36}$/

export interface Recent {
  path: string
  kind: 'directives' | 'tasks' | 'assignments'
  title: string
}

export function noteVisit(path: string, title: string): void {
  const kind = OPENED.exec(path)?.[1] as Recent['kind'] | undefined
  if (kind === undefined) return
  const others = listRecent().filter((one) => one.path !== path)
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify([{ path, kind, title }, ...others].slice(0, MOST)))
  } catch {
    // Storage can be switched off by policy; then nothing is recent.
  }
}

export function listRecent(): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]') as Recent[]
  } catch {
    return []
  }
}
