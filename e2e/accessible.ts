import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation of WCAG 2.2 AA that axe can see on the page as it stands. */
export async function assertAccessible(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await violationsOf(page), [], `axe on ${screen}`)
}

/** `rows`: of a long table only so many are looked at; the others are like them. */
export async function violationsOf(page: Page, { rows }: { rows?: number } = {}): Promise<string[]> {
  // In the page itself, which has no frames, instead of a blank one beside it for every look.
  const axe = new AxeBuilder({ page: page as never }).setLegacyMode(true)
  // Of what passes nobody reads where it was found; gathering that takes as long as the rules.
  axe.options({ resultTypes: ['violations'] }).withTags(TAGS)
  if (rows !== undefined) axe.exclude(`tbody > tr:nth-child(n + ${rows + 1})`)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
