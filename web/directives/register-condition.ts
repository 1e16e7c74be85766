import { useNavigate } from '@tanstack/react-router'
import type { RegisterSearch } from '#web/directives/routes.tsx'

/** The conditions that have a chip, in the order of the sentence they make; the reading state has its tabs. */
export const CONDITIONS = ['month', 'received', 'type', 'issuer', 'urgency', 'owner', 'overdue'] as const
export type Condition = (typeof CONDITIONS)[number]
/** Those chosen from the values that there are. */
export type ValuedCondition = 'type' | 'issuer' | 'urgency' | 'owner'

const KEYS = {
  month: ['month'],
  received: ['receivedFrom', 'receivedTo'],
  type: ['type'],
  issuer: ['issuer'],
  urgency: ['urgency'],
  owner: ['owner'],
  overdue: ['overdue'],
} as const satisfies Record<Condition, readonly (keyof RegisterSearch)[]>

export function isInForce(search: RegisterSearch, condition: Condition): boolean {
  return KEYS[condition].some((key) => search[key] !== undefined)
}

/** The search without the condition. */
export function without(condition: Condition): Partial<RegisterSearch> {
  return Object.fromEntries(KEYS[condition].map((key) => [key, undefined]))
}

/** Other conditions are another list: the drawer closes with the row it showed. */
export function useRegisterChange(): (change: Partial<RegisterSearch>, replace?: boolean) => void {
  const navigate = useNavigate({ from: '/directives' })
  return (change, replace = false) =>
    void navigate({ search: (search) => ({ ...search, ...change, open: undefined }), replace, resetScroll: false })
}
