import { z } from 'zod'
import { Directive, DirectiveHead, ReadingState, Secrecy, StubHead } from '#core/directives/directive.ts'
import { Erased, Erasing, ErasingReach } from '#core/directives/erasing.ts'
import { CommitmentFields, Proposal, TargetFields } from '#core/directives/proposal.ts'
import { IntakeNote } from '#core/directives/intake-note.ts'
import { LookAlike } from '#core/directives/look-alike.ts'
import { Asked, Question } from '#core/directives/missing.ts'
import { PageOrigin } from '#core/directives/page-text.ts'
import { NotSecret } from '#core/directives/secrecy-mark.ts'
import { PageNumber } from '#core/files/api.ts'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { RegisterCounts, RegisterFilter, RegisterRow, RegisterSort, StateCounts } from '#core/directives/register.ts'
import { Difference } from '#core/directives/rereading.ts'
import { AddresseeChoice } from '#core/tasks/addressee-choice.ts'

const ById = z.object({ id: Id })
const OfPage = z.object({ id: Id, page: PageNumber })
/** Differences between the proposals as they are and what reading would propose now. */
const Rereading = z
  .object({
    /** Of the directive: what is applied is applied to this one. */
    version: z.int(),
    differences: z.array(
      Difference.extend({
        citation: z.string().nullable(),
        /** What an accepted proposal became. */
        task: z.object({ id: Id, code: z.string() }).nullable(),
      }),
    ),
    unchanged: z.int(),
  })
  .meta({ id: 'Rereading' })

export const directivesApi = {
  listDirectives: endpoint({
    method: 'GET',
    path: '/directives',
    summary:
      'The register, newest first, or what says best what is sought; the counts per state are of all that narrows it but the state',
    may: 'register.read',
    query: RegisterFilter.extend({
      sort: RegisterSort.optional(),
      limit: z.coerce.number<string | number>().int().min(1).max(200).default(50),
      offset: z.coerce.number<string | number>().int().min(0).default(0),
    }),
    response: z.object({ items: z.array(RegisterRow), total: z.int(), states: StateCounts }),
  }),
  countDirectives: endpoint({
    method: 'GET',
    path: '/directives/counts',
    summary:
      'How many directives the register has by state, month of receipt, type, issuer, urgency and owner, under a filter',
    may: 'register.read',
    query: RegisterFilter,
    response: RegisterCounts,
  }),
  registerStub: endpoint({
    method: 'POST',
    path: '/directives/stubs',
    summary: 'Register a secret directive: its number, day, issuer and grade, and nothing of its content',
    may: 'directive.register',
    creates: true,
    body: StubHead.extend({ receivedOn: PlainDate.optional(), evenIfSame: z.boolean().default(false) }),
    response: z.object({ id: Id }),
  }),
  registerDirective: endpoint({
    method: 'POST',
    path: '/directives',
    summary:
      'Register a directive from a file handed in before (.docx, .pdf, .txt) or from pasted text; it is read at once and its commitments proposed',
    may: 'directive.register',
    creates: true,
    largeBody: true,
    body: z.object({
      fileId: Id.optional(),
      text: z.string().max(5_000_000).optional(),
      receivedOn: PlainDate.optional(),
      separateParts: z.boolean().default(false),
      /** Register it although the same symbol from the same issuer is there already. */
      evenIfSame: z.boolean().default(false),
      /** Register it although it seems to bear a mark of secrecy. */
      notSecret: NotSecret.optional(),
    }),
    response: z.object({ id: Id, notes: z.array(IntakeNote) }),
  }),
  erasingReach: endpoint({
    method: 'GET',
    path: '/directives/:id/erase-content',
    summary: 'What would be taken away with the content of a directive that is found to be secret; nothing is changed',
    may: 'directive.edit',
    on: 'directive',
    params: ById,
    response: ErasingReach,
  }),
  eraseContent: endpoint({
    method: 'POST',
    path: '/directives/:id/erase-content',
    summary:
      'Turn a directive that is found to be secret into a line of the register: its file, text, pages and proposals are removed for good, and so is what its tasks say; those that are open are withdrawn',
    may: 'directive.edit',
    on: 'directive',
    ifMatch: true,
    params: ById,
    body: Erasing,
    response: Erased,
  }),
  getDirective: endpoint({
    method: 'GET',
    path: '/directives/:id',
    summary: 'A directive with its text and passages',
    may: 'directive.read',
    on: 'directive',
    params: ById,
    response: Directive,
  }),
  editDirective: endpoint({
    method: 'PATCH',
    path: '/directives/:id',
    summary: 'Correct what the head of a directive says',
    may: 'directive.edit',
    on: 'directive',
    ifMatch: true,
    params: ById,
    body: DirectiveHead.partial().extend({
      separateParts: z.boolean().optional(),
      /** Of a secret directive: its grade. Nothing becomes secret, or ceases to be, by being corrected. */
      secrecy: Secrecy.optional(),
    }),
    response: Directive,
  }),
  enterPage: endpoint({
    method: 'PUT',
    path: '/directives/:id/pages/:page',
    summary:
      'Enter the words of a page that the file does not give, or enter them anew; they are read at once. A file without pages takes its whole text as page 1',
    may: 'proposal.decide',
    on: 'directive',
    largeBody: true,
    params: OfPage,
    body: z.object({
      text: z.string().max(5_000_000),
      origin: PageOrigin.exclude(['layer']),
      /** The words of this page that the caller saw: nobody overwrites what a colleague has entered meanwhile. */
      replaces: Id.nullable(),
      notSecret: NotSecret.optional(),
    }),
    response: z.object({ directive: Directive, proposed: z.int() }),
  }),
  recognisePage: endpoint({
    method: 'POST',
    path: '/directives/:id/pages/:page/recognise',
    summary:
      'The words on a page that is a picture, as Tesseract recognises them where it is installed; nothing is stored',
    may: 'proposal.decide',
    on: 'directive',
    params: OfPage,
    body: z.object({ notSecret: NotSecret.optional() }),
    response: z.object({ text: z.string() }),
  }),
  closeReading: endpoint({
    method: 'POST',
    path: '/directives/:id/close-reading',
    summary: 'Record that a directive was read: its tasks are recorded, or it orders nothing; or open it again',
    may: 'directive.close-reading',
    on: 'directive',
    ifMatch: true,
    params: ById,
    body: z.object({ as: ReadingState.exclude(['secret']) }),
    response: Directive,
  }),
  listProposals: endpoint({
    method: 'GET',
    path: '/directives/:id/proposals',
    summary: 'What reading proposes from a directive, in the order of its text',
    may: 'proposal.read',
    on: 'directive',
    params: ById,
    response: z.object({ items: z.array(Proposal) }),
  }),
  addProposal: endpoint({
    method: 'POST',
    path: '/directives/:id/proposals',
    summary: 'Add a commitment or a target by selecting its sentence',
    may: 'proposal.decide',
    on: 'directive',
    creates: true,
    params: ById,
    body: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('commitment'),
        start: z.int().min(0),
        end: z.int().min(1),
        fields: CommitmentFields.partial().optional(),
      }),
      z.object({ kind: z.literal('target'), start: z.int().min(0), end: z.int().min(1), fields: TargetFields }),
    ]),
    response: Proposal,
  }),
  editProposal: endpoint({
    method: 'PATCH',
    path: '/proposals/:id',
    summary: 'Edit the fields of an undecided proposal',
    may: 'proposal.decide',
    on: 'proposal',
    ifMatch: true,
    params: ById,
    body: z.object({ commitment: CommitmentFields.partial().optional(), target: TargetFields.partial().optional() }),
    response: Proposal,
  }),
  acceptProposal: endpoint({
    method: 'POST',
    path: '/proposals/:id/accept',
    summary:
      'Accept a proposal: a commitment becomes a task with a draft assignment for each lead it reaches; a target is kept for the figures',
    may: 'proposal.decide',
    on: 'proposal',
    ifMatch: true,
    params: ById,
    body: AddresseeChoice.partial(),
    response: z.object({ proposal: Proposal, taskId: Id.nullable(), assignments: z.int() }),
  }),
  rejectProposal: endpoint({
    method: 'POST',
    path: '/proposals/:id/reject',
    summary: 'Say that a proposal is no task',
    may: 'proposal.decide',
    on: 'proposal',
    ifMatch: true,
    params: ById,
    body: z.object({ reason: z.string().trim().max(1000).optional() }),
    response: Proposal,
  }),
  reopenProposal: endpoint({
    method: 'POST',
    path: '/proposals/:id/reopen',
    summary: 'Take back a rejection',
    may: 'proposal.decide',
    on: 'proposal',
    ifMatch: true,
    params: ById,
    response: Proposal,
  }),
  previewRereading: endpoint({
    method: 'GET',
    path: '/directives/:id/rereading',
    summary: 'Read the text again, with the dictionary of today, and show what would change; nothing is changed',
    may: 'proposal.read',
    on: 'directive',
    params: ById,
    response: Rereading,
  }),
  applyRereading: endpoint({
    method: 'POST',
    path: '/directives/:id/rereading',
    summary:
      'Read the text again and take over the differences that were chosen, or all; what a person has decided, edited or added stays as it is',
    may: 'proposal.decide',
    on: 'directive',
    ifMatch: true,
    params: ById,
    body: z.object({
      /** Keys of differences as the preview gave them. */
      keys: z.array(z.string().max(200)).max(20_000).optional(),
    }),
    response: z.object({ version: z.int(), added: z.int(), withdrawn: z.int(), replaced: z.int() }),
  }),
  listAsked: endpoint({
    method: 'GET',
    path: '/directives/:id/questions',
    summary: 'What was asked of the unit that drafted a directive, the latest first',
    may: 'proposal.read',
    on: 'directive',
    params: ById,
    response: z.object({ items: z.array(Asked) }),
  }),
  askDrafter: endpoint({
    method: 'POST',
    path: '/directives/:id/questions',
    summary: 'Record that the unit that drafted a directive is asked for what its sentences leave open',
    may: 'proposal.decide',
    on: 'directive',
    ifMatch: true,
    params: ById,
    body: z.object({ questions: z.array(Question).min(1).max(500) }),
    response: z.object({ version: z.int(), items: z.array(Asked) }),
  }),
  listLookAlikes: endpoint({
    method: 'GET',
    path: '/directives/:id/look-alikes',
    summary: 'Tasks and accepted targets that say what undecided proposals of a directive say, at most three for each',
    may: 'proposal.read',
    on: 'directive',
    params: ById,
    response: z.object({ items: z.array(LookAlike) }),
  }),
}
