import { sql } from 'kysely'
import type { directivesApi } from '#core/directives/api.ts'
import { inPageOrder, type OrderedText, type PageText } from '#core/directives/page-text.ts'
import type { BodyOf, ParamsOf, ResponseOf } from '#core/kernel/endpoint.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import type { Metadata } from '#core/reading/reading.ts'
import { decodeShown } from '#server/directives/decode-text.ts'
import { describeDirective, listPages } from '#server/directives/describe.ts'
import { loadDictionary } from '#server/directives/dictionary.ts'
import { writeIssuer } from '#server/directives/issuer-writing.ts'
import { keepHeadWords, keepTextWords } from '#server/directives/keep-words.ts'
import { refuseMarked } from '#server/directives/erase-content.ts'
import { readingOnPage } from '#server/directives/page-reading.ts'
import {
  correspondenceOf,
  directiveFolded,
  headOf,
  identityKey,
  storeRelations,
  UNREAD,
} from '#server/directives/register.ts'
import { storeReading } from '#server/directives/store-reading.ts'
import type { Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

type Entering = Pick<Request<unknown>, 'tx' | 'system' | 'register' | 'actor' | 'now' | 'newId' | 'record'>

/** Words of one page, typed or recognised: they go to the end of the text, and what they order is proposed. */
export async function enterPage(
  request: Entering,
  { id, page }: ParamsOf<typeof directivesApi.enterPage>,
  body: BodyOf<typeof directivesApi.enterPage>,
): Promise<ResponseOf<typeof directivesApi.enterPage>> {
  const { tx, actor, now, newId, record } = request
  const directive = found(
    await tx.selectFrom('directive').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'directive',
  )
  if (directive.secrecy !== null) fail({ code: 'directive/secret' })
  const { text: before } = await tx
    .selectFrom('directiveText')
    .select('text')
    .where('directiveId', '=', id)
    .executeTakeFirstOrThrow()
  const pages = await listPages(tx, id)
  const current = pages.find((one) => one.page === page)
  // A text file has no page to enter; what has neither pages nor words takes all of its text as page 1.
  const last = directive.pageCount ?? (before === '' || pages.length > 0 ? 1 : 0)
  if (page > last) fail({ code: 'page/none', page, pages: last })
  if ((current?.id ?? null) !== body.replaces) fail({ code: 'page/changed', page })
  const words = decodeShown(body.text.replaceAll('\r\n', '\n')).text.trim()
  if (words === '') fail({ code: 'page/empty', page })
  if (words.includes('\u0000')) fail({ code: 'file/not_utf8' })
  const cleared = refuseMarked(page, words, body.notSecret)

  const text = before === '' ? words : `${before}\n${words}`
  await tx.updateTable('directiveText').set({ text }).where('directiveId', '=', id).execute()
  if (current) await tx.updateTable('pageText').set({ replaced: true }).where('id', '=', current.id).execute()
  const entered: PageText = {
    id: newId(),
    page,
    start: text.length - words.length,
    end: text.length,
    origin: body.origin,
  }
  await tx
    .insertInto('pageText')
    .values({
      id: entered.id,
      directiveId: id,
      page,
      startAt: entered.start,
      endAt: entered.end,
      origin: entered.origin,
      enteredBy: actor.personId,
      enteredAt: now,
    })
    .execute()

  const withdrawn = current ? await withdrawOnPage(tx, id, current) : []
  const isHeld = await heldOnPage(tx, id, page, before)
  const standing = [...pages.filter((one) => one !== current), entered]
  const ordered = inPageOrder(text, standing)
  const reading = readDirective(ordered.text, {
    issuedOn: (directive.issuedOn ?? undefined) as PlainDate | undefined,
    dictionary: await loadDictionary(tx, request.register, directive.ownerId as Id),
  })
  const onPage = readingOnPage(reading, ordered, entered)
  const fresh = {
    ...onPage,
    commitments: onPage.commitments.filter((one) => !isHeld('commitment', one.quote)),
    targets: onPage.targets.filter((one) => !isHeld('target', one.quote)),
  }
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(ordinal) + 1, 0)::int as next from passage where directive_id = ${id}`.execute(tx)
  const proposed = await storeReading(request, id, fresh, rows[0]?.next ?? 0)

  const { known, ...head } = await fillHead(request, directive, reading.metadata, ordered)
  await keepHeadWords(tx, id, known)
  await keepTextWords(tx, id, text, standing)
  await tx
    .updateTable('directive')
    .set({ ...head, ...(proposed.length > 0 ? UNREAD : {}), version: directive.version + 1 })
    .where('id', '=', id)
    .execute()
  await record({
    command: 'directive.enter_page',
    kind: 'directive',
    id,
    data: { page, origin: body.origin, proposals: proposed.length, ...cleared },
  })
  await record(...withdrawn.map((one) => ({ command: 'proposal.withdraw', kind: 'proposal' as const, id: one })))
  await record(...proposed.map((one) => ({ command: 'proposal.propose', kind: 'proposal' as const, id: one })))
  return { directive: await describeDirective(request, id), proposed: proposed.length }
}

/** What the machine proposed from the former words of a page and nobody touched. */
async function withdrawOnPage(tx: Entering['tx'], directiveId: Id, { start, end }: PageText): Promise<Id[]> {
  const rows = await tx
    .updateTable('proposal')
    .set(({ eb }) => ({ state: 'withdrawn', version: eb('version', '+', 1) }))
    .where('directiveId', '=', directiveId)
    .where('origin', '=', 'machine')
    .where('state', '=', 'proposed')
    .where('version', '=', 1)
    .where('startAt', '>=', start)
    .where('startAt', '<', end)
    .returning('id')
    .execute()
  return rows.map((row) => row.id as Id)
}

/**
 * What a person has decided or edited on a page, in its present or any former words: it is not proposed a second time. Of two alike on one
 * page each stands for one.
 */
async function heldOnPage(tx: Entering['tx'], directiveId: Id, page: number, text: string) {
  const { rows } = await sql<{ kind: string; startAt: number; endAt: number }>`
    select p.kind, p.start_at as "startAt", p.end_at as "endAt" from proposal p where p.directive_id = ${directiveId} and p.state <> 'withdrawn'
      and exists (select from page_text w where w.directive_id = ${directiveId} and w.page = ${page}
        and p.start_at >= w.start_at and p.start_at < w.end_at)`.execute(tx)
  const held = new Map<string, number>()
  const keyOf = (kind: string, quote: string) => `${kind} ${fold(quote)}`
  for (const { kind, startAt, endAt } of rows) {
    const key = keyOf(kind, text.slice(startAt, endAt))
    held.set(key, (held.get(key) ?? 0) + 1)
  }
  return (kind: 'commitment' | 'target', quote: string): boolean => {
    const key = keyOf(kind, quote)
    const left = held.get(key) ?? 0
    held.set(key, left - 1)
    return left > 0
  }
}

/** What the head does not say yet, as far as the pages say it now; what a person wrote stays. */
async function fillHead(
  { tx, register }: Pick<Request<unknown>, 'tx' | 'register'>,
  directive: {
    id: string
    fileId: string | null
    subject: string
    symbol: string | null
    issuer: string | null
    signerName: string | null
  },
  metadata: Metadata,
  ordered: OrderedText,
) {
  const row = directive as typeof directive & Record<string, unknown>
  const read = headOf(metadata, ordered.text, null)
  const file = directive.fileId
    ? await tx.selectFrom('file').select('name').where('id', '=', directive.fileId).executeTakeFirst()
    : undefined
  // The file's name stood in for the subject; `headOf` says so again when there is still none in the words.
  const unnamed = headOf({ ...metadata, subject: null }, '', file?.name ?? null).subject === directive.subject
  const issuer = writeIssuer(read.issuer, register)
  const { subject, ...rest } = { ...read, issuer, ...correspondenceOf(metadata) }
  const filled = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => row[name] === null && value !== null),
  )
  if (unnamed && metadata.subject) filled['subject'] = subject
  await addRelations(tx, directive.id as Id, metadata, ordered)
  const head = { ...directive, ...filled } as typeof directive
  return { ...filled, folded: directiveFolded(head), identityKey: identityKey(head), known: head }
}

/** The documents that this page names and no page before did. */
async function addRelations(tx: Entering['tx'], directiveId: Id, metadata: Metadata, ordered: OrderedText) {
  const known = await tx
    .selectFrom('directiveRelation')
    .select(['kind', 'symbolFolded'])
    .where('directiveId', '=', directiveId)
    .execute()
  const names = new Set(known.map((one) => `${one.kind} ${one.symbolFolded}`))
  const relations = metadata.relations.flatMap((one) => {
    const span = ordered.stored(one.span.start, one.span.end)
    return span && !names.has(`${one.kind} ${fold(one.symbol)}`) ? [{ ...one, span }] : []
  })
  await storeRelations(tx, directiveId, { relations }, known.length)
}
