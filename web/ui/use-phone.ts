import { useMedia } from '#web/ui/use-media.ts'

/** Below 640 px a list is cards and a detail is a page of its own. */
export function usePhone(): boolean {
  return useMedia('(max-width: 639px)')
}
