import { useSyncExternalStore } from 'react'

const PHONE = '(max-width: 639px)'

/** Below 640 px a list is cards and a detail is a page of its own. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(PHONE)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(PHONE).matches,
  )
}
