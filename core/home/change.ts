import { z } from 'zod'

/** What others have done, in groups that a reader asks for: of assignments by the commands of their journal, and directives registered. */
export const ChangeKind = z.enum([
  'registered',
  'issued',
  'accepted',
  'returned',
  'reported',
  'completed',
  'confirmed',
  'sent_back',
  'revised',
  'ended',
])
export type ChangeKind = z.infer<typeof ChangeKind>

/** The commands on assignments that a kind gathers; naming a handler and drafting are the business of one unit and told to nobody else. */
export const COMMANDS: Readonly<Record<Exclude<ChangeKind, 'registered'>, readonly string[]>> = {
  issued: ['assignment.issue', 'assignment.reassign'],
  accepted: ['assignment.accept'],
  returned: ['assignment.return'],
  reported: ['assignment.report'],
  completed: ['assignment.report_complete'],
  confirmed: ['assignment.confirm'],
  sent_back: ['assignment.send_back'],
  revised: ['assignment.revise', 'assignment.set_cooperating'],
  ended: ['assignment.withdraw', 'assignment.supersede', 'assignment.merge'],
}

export function kindOfCommand(command: string): ChangeKind | undefined {
  return ChangeKind.options.find((kind) => kind !== 'registered' && COMMANDS[kind].includes(command))
}
