import { useSyncExternalStore } from 'react'
import { CHAPTERS, type ChapterId } from '#web/help/chapters.ts'

/** Screens with a hint: one each, of what nobody would find out by looking. */
const HINTED = ['home', 'register', 'reading', 'tasks', 'assignments', 'import'] as const
export type Hinted = (typeof HINTED)[number]

const KEPT_AS = 'throughline.hints'
const listeners = new Set<() => void>()
/** Where storage is switched off by policy, what was closed stays closed as long as the page. */
const unkept = new Map<string, string>()

/** The hint of the screen at an address, unless this person has closed it or hints are switched off in this browser. */
export function useHint(path: string, personId: string | undefined): Hinted | undefined {
  const chapter: ChapterId | undefined = CHAPTERS.find(({ at }) => at.test(path))?.id
  const hint = HINTED.find((one) => one === chapter)
  const off = useKept(KEPT_AS) === 'off'
  const closed = useKept(`${KEPT_AS}.${personId ?? ''}`)?.split(' ') ?? []
  return personId === undefined || off || hint === undefined || closed.includes(hint) ? undefined : hint
}

export function useHintsAreOn(): boolean {
  return useKept(KEPT_AS) !== 'off'
}

export function closeHint(hint: Hinted, personId: string): void {
  const key = `${KEPT_AS}.${personId}`
  keep(key, [...new Set([...(kept(key)?.split(' ') ?? []), hint])].join(' '))
}

export function switchHints(on: boolean): void {
  keep(KEPT_AS, on ? '' : 'off')
}

export function reopenHints(personId: string): void {
  keep(`${KEPT_AS}.${personId}`, '')
}

function useKept(key: string): string | null {
  return useSyncExternalStore(subscribe, () => kept(key))
}

function kept(key: string): string | null {
  try {
    return unkept.get(key) ?? localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    unkept.set(key, value)
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
