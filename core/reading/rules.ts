import { BARE_YEAR, DATED, OTHER } from '#core/reading/deadline-forms.ts'
import type { LeadFrom } from '#core/reading/draft.ts'
import { POINTS } from '#core/reading/points.ts'
import { VERDICTS } from '#core/reading/weighing.ts'

/** Where the lead was found. */
const LEAD_RULES = Object.keys({
  clause: true,
  heading: true,
  introduction: true,
  'same-paragraph': true,
  earlier: true,
  cell: true,
  none: true,
} satisfies Record<LeadFrom, true>)

/** The form of words by which a time was found. */
const TIME_RULES = [...DATED, ...OTHER, BARE_YEAR].map(({ form }) => form)

/** What speaks for or against a target. */
const TARGET_RULES = [
  'goal word in the clause',
  'goal word before',
  'floor or ceiling',
  'percentage',
  'rate as subject',
  'count for each',
  'all of them',
  'achievement',
  'a level asked for',
  'a cut asked for',
  'among the targets',
  'a level to keep',
  'goes on from a target',
  'a result',
  'compared with what was',
  'the sentence reports',
  'a sum or a condition',
  'a bare count',
  'a permission',
  'not a measure',
] as const
export type TargetRule = (typeof TARGET_RULES)[number]

/** Every rule that the evidence of a proposal can name, by the field it speaks of; without the sign of those that weigh. */
export const EVIDENCE_RULES: Readonly<Record<string, readonly string[]>> = {
  lead: [...LEAD_RULES, 'dictionary-unit'],
  deadline: [...TIME_RULES, 'the period of the heading', 'the cell of time'],
  task: [...Object.keys(POINTS).filter((name) => name !== 'bias'), ...Object.keys(VERDICTS), 'dictionary-order'],
  target: [...TARGET_RULES, 'row of a table of indicators'],
}

/** The sign is kept apart from the rule: `+ date` speaks for it, `- past` against. */
export function splitRule(rule: string): { sign: '+' | '-' | null; name: string } {
  const sign = /^([+-]) /.exec(rule)?.[1] as '+' | '-' | undefined
  return sign === undefined ? { sign: null, name: rule } : { sign, name: rule.slice(2) }
}
