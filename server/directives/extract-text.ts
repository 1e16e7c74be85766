import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { decodeShown, decodeText, type ReadText } from '#server/directives/decode-text.ts'
import { docxText } from '#server/directives/docx-text.ts'
import { pdfText } from '#server/directives/pdf-text.ts'
import { mediaTypes } from '#server/files/media-type.ts'

/** The words of an original, by its media type as told from its content, and what is to be known about how they were got. */
export async function extractText(bytes: Uint8Array, mediaType: string): Promise<Result<ReadText>> {
  if (mediaType === mediaTypes.pdf) return pdfText(bytes)
  if (mediaType === mediaTypes.docx) {
    const read = docxText(bytes)
    return read.ok ? ok(decodeShown(read.value.text)) : read
  }
  if (mediaType.startsWith(mediaTypes.text)) return decodeText(bytes)
  return refuse({ code: 'file/no_text_read', mediaType })
}
