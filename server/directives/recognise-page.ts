import { buffer } from 'node:stream/consumers'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import { refuseMarked } from '#server/directives/erase-content.ts'
import { recognisedText } from '#server/directives/recognised-page.ts'
import { drawPage } from '#server/files/draw-page.ts'
import type { System } from '#server/http/mount.ts'
import { fail, found, need } from '#server/http/refusal.ts'

/** What Tesseract is trained for. */
const DPI = 300

interface Sheet {
  sha256: string
  mediaType: string
  page: number
  notSecret: string | undefined
}

/** The original of which a page is to be recognised. */
export async function lookAtPage(
  tx: Tx,
  { id, page }: { id: Id; page: number },
  notSecret: string | undefined,
): Promise<Sheet> {
  const { fileId } = found(
    await tx.selectFrom('directive').select('fileId').where('id', '=', id).executeTakeFirst(),
    'directive',
  )
  if (fileId === null) return fail({ code: 'file/no_pages' })
  const columns = ['sha256', 'mediaType'] as const
  const file = found(await tx.selectFrom('file').select(columns).where('id', '=', fileId).executeTakeFirst(), 'file')
  return { ...file, page, notSecret }
}

/** The words on the page as it is drawn: slow, and therefore nothing for a transaction. */
export async function recognisePage(
  { sha256, mediaType, page, notSecret }: Sheet,
  { files, tools: { recognise } }: Pick<System, 'files' | 'tools'>,
): Promise<string> {
  if (!recognise) return fail({ code: 'recognition/not_installed' })
  const order = { mediaType, page, dpi: DPI }
  const { bytes, dpi } = need(await drawPage(await buffer(await files.open(sha256)), order))
  const words = recognisedText(need(await recognise(bytes, dpi)), dpi)
  refuseMarked(page, words, notSecret)
  return words
}
