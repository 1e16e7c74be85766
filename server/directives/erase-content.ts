import { sql } from 'kysely'
import type { StubHead } from '#core/directives/directive.ts'
import { findSecrecyMark } from '#core/directives/secrecy-mark.ts'
import type { Id } from '#core/kernel/id.ts'
import { keepHeadWords } from '#server/directives/keep-words.ts'
import { directiveFolded, identityKey } from '#server/directives/register.ts'
import { removeBytes } from '#server/files/remove-refused.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

type Erasing = Pick<Request<unknown>, 'system' | 'tx' | 'now' | 'version' | 'record' | 'afterwards'>

/** Words of a page that bears a stamp of secrecy are neither kept nor handed out; whoever sees it can take the whole content away. */
export function refuseMarked(page: number, words: string): void {
  const secrecy = findSecrecyMark(words)
  if (secrecy !== null) fail({ code: 'page/bears_secrecy_mark', page, secrecy })
}

/**
 * Makes a line of the register of a directive that is found to be secret. The database takes its content away (0028), as the owner: nobody
 * else may delete what a directive says. The bytes of the file go once that has committed, unless another row names them.
 */
export async function eraseContent(
  { system, tx, now, version, record, afterwards }: Erasing,
  id: Id,
  stub: StubHead,
): Promise<{ version: number; fileKept: boolean }> {
  const columns = ['version', 'secrecy'] as const
  const row = found(
    await tx.selectFrom('directive').select(columns).where('id', '=', id).forUpdate().executeTakeFirst(),
    'directive',
  )
  atVersion(row, version)
  if (row.secrecy !== null) fail({ code: 'directive/secret' })
  const { rows } = await sql<{
    tasks: number
    proposals: Id[]
    file: Id | null
    bytes: string | null
    fileKept: boolean
  }>`select tasks, proposals, file, bytes, file_kept as "fileKept" from app_erase_content(${id}, ${now})`.execute(tx)
  const { tasks, proposals, file, bytes, fileKept } = found(rows[0], 'directive')
  if (tasks > 0) fail({ code: 'directive/tasks_quote_it', tasks })
  const head = { ...stub, subject: '', signerName: null }
  await tx
    .updateTable('directive')
    .set({
      ...head,
      ...NOTHING,
      readingState: 'secret',
      folded: directiveFolded(head),
      identityKey: identityKey(head),
      version: row.version + 1,
    })
    .where('id', '=', id)
    .execute()
  await keepHeadWords(tx, id, head)
  const { symbol, secrecy } = stub
  await record({ command: 'directive.erase_content', kind: 'directive', id, data: { symbol, secrecy } })
  await record(...proposals.map((one) => ({ command: 'proposal.erase', kind: 'proposal' as const, id: one })))
  if (file !== null) await record({ command: 'file.remove', kind: 'file', id: file })
  if (bytes !== null) afterwards(() => removeBytes(system, bytes))
  return { version: row.version + 1, fileKept }
}

/** Of the head, what a line of the register does not say. */
const NOTHING = {
  type: null,
  place: null,
  signerPosition: null,
  signerAuthority: null,
  addressees: null,
  recipients: null,
  urgency: null,
  readBy: null,
  readAt: null,
  separateParts: false,
}
