import { useLayoutEffect, useMemo, useRef } from 'react'

// oxlint-disable-next-line typescript/no-explicit-any -- any function will do: its own type is kept
type Handlers = Record<string, (...args: any[]) => void>

/** The same handlers over the whole life of a component, always doing what the newest ones would: rows that are drawn once stay so. */
export function useStable<H extends Handlers>(handlers: H): H {
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  const names = Object.keys(handlers).join(' ')
  return useMemo(() => {
    const stable = names.split(' ').map((name) => [name, (...args: unknown[]) => latest.current[name]?.(...args)])
    return Object.fromEntries(stable) as H
  }, [names])
}
