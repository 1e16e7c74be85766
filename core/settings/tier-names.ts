import { z } from 'zod'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { refuse, ok, type Result } from '#core/kernel/result.ts'

/** What a tier is called from a day on, by which decision. The number is its place, counted from the top, and never changes. */
export const TierName = z
  .object({
    number: z.int().min(1).max(9),
    from: PlainDate,
    name: z.string().trim().min(1).max(100),
    basis: z.string().trim().min(3).max(300),
  })
  .meta({ id: 'TierName' })
export type TierName = z.infer<typeof TierName>

/** A tier as it was first called, with the names since. */
export interface NamedTier {
  number: number
  name: string
  names: TierName[]
}

/** What a tier is called on a day. */
export function tierNameOn({ name, names }: Pick<NamedTier, 'name' | 'names'>, day: PlainDate): string {
  return (
    names
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .at(-1)?.name ?? name
  )
}

export type TierFailure =
  /** Another tier is called so on that day. */
  | { code: 'settings/tier_name_taken'; name: string; number: number }
  /** It is called so already on that day. */
  | { code: 'settings/tier_named_so'; name: string }

/**
 * The names after a tier is renamed or a new one is added below the last.
 *
 * Shape   a second name for the same tier and day takes the place of the first
 * Errors  `settings/tier_name_taken`, `settings/tier_named_so`
 */
export function nameTier(tiers: readonly NamedTier[], given: TierName): Result<TierName[], TierFailure> {
  const called = (tier: NamedTier) => tierNameOn(tier, given.from).toLocaleLowerCase('vi')
  const wanted = given.name.toLocaleLowerCase('vi')
  const same = tiers.find((tier) => called(tier) === wanted)
  if (same && same.number !== given.number)
    return refuse({ code: 'settings/tier_name_taken', name: given.name, number: same.number })
  if (same && tierNameOn(same, given.from) === given.name)
    return refuse({ code: 'settings/tier_named_so', name: given.name })
  const others = tiers
    .flatMap(({ names }) => names)
    .filter(({ number, from }) => number !== given.number || from !== given.from)
  return ok([...others, given].toSorted((a, b) => a.number - b.number || a.from.localeCompare(b.from)))
}
