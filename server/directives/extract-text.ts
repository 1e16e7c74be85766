import { decodeText } from '#server/directives/decode-text.ts'
import { docxText } from '#server/directives/docx-text.ts'
import type { Result } from '#core/kernel/result.ts'
import { refuse } from '#core/kernel/result.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The words of an original, by its media type as told from its content. */
export function extractText(bytes: Uint8Array, mediaType: string): Result<{ text: string }> {
  if (mediaType === DOCX) return docxText(bytes)
  if (mediaType.startsWith('text/plain')) return decodeText(bytes)
  return refuse({ code: 'file/no_text_read', mediaType })
}
