import { buffer } from 'node:stream/consumers'
import { type Cleared, findSecrecyMark } from '#core/directives/secrecy-mark.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import { decodeShown } from '#server/directives/decode-text.ts'
import { type Extract, extractText } from '#server/directives/extract-text.ts'
import type { System } from '#server/http/mount.ts'
import { removeRefused } from '#server/files/remove-refused.ts'
import { fail, found, need } from '#server/http/refusal.ts'

interface Pasted {
  text: string
  notSecret: string | undefined
}
interface Stored {
  id: Id
  sha256: string
  mediaType: string
  name: string
  /** Who wants to register it. */
  byId: Id
  notSecret: string | undefined
}

/** What is to be registered: pasted text, or a file; row security lets nobody name a file of another. */
export async function lookAtOriginal(
  tx: Tx,
  body: { fileId?: Id | undefined; text?: string | undefined; notSecret?: string | undefined },
  byId: Id,
): Promise<Pasted | Stored> {
  const { fileId, text, notSecret } = body
  if (fileId !== undefined && text === undefined) {
    const file = await tx
      .selectFrom('file')
      .select(['sha256', 'mediaType', 'name'])
      .where('id', '=', fileId)
      .executeTakeFirst()
    return { ...found(file, 'file'), id: fileId, byId, notSecret }
  }
  if (text === undefined || fileId !== undefined)
    return fail({ code: 'request/invalid', issues: [{ path: 'body', message: 'fileId or text' }] })
  if (text.trim() === '') fail({ code: 'file/empty_text' })
  return { text, notSecret }
}

/** The words of the original: slow, and therefore nothing for a transaction. */
export async function extractOriginal(
  original: Pasted | Stored,
  system: System,
): Promise<Extract & { name: string | null; cleared: Cleared | null }> {
  const extract =
    'text' in original
      ? { ...decodeShown(original.text), pages: null, name: null }
      : {
          ...need(
            await extractText(await buffer(await system.files.open(original.sha256)), original.mediaType, system.tools),
          ),
          name: original.name,
        }
  if (extract.text.includes('\u0000')) fail({ code: 'file/not_utf8' })
  const secrecy = findSecrecyMark(extract.text)
  if (secrecy === null) return { ...extract, cleared: null }
  if (original.notSecret === undefined) {
    // It was handed in a moment ago for this; what is secret does not stay.
    if ('sha256' in original) await removeRefused(system, original)
    fail({ code: 'directive/bears_secrecy_mark', secrecy })
  }
  return { ...extract, cleared: { secrecy, notSecret: original.notSecret } }
}
