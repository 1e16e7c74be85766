import type { IntakeNote } from '#core/directives/intake-note.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { decodeShown, decodeText } from '#server/directives/decode-text.ts'
import { docxText } from '#server/directives/docx-text.ts'
import type { PageSpan } from '#server/directives/pdf-layout.ts'
import { pdfText } from '#server/directives/pdf-text.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import type { Tools } from '#server/tools.ts'

/** The words of an original, in NFC, and what is to be known about how they were got. */
export interface Extract {
  /** Empty where the words have to be typed: a scan, a photograph, a format that is not read. */
  text: string
  /** Where each page lies in the text; null where the original has no pages. */
  pages: PageSpan[] | null
  notes: IntakeNote[]
}

const TO_TYPE: Extract = { text: '', pages: null, notes: ['text_to_type'] }

/** What LibreOffice makes a .docx of. */
const CONVERTED: Readonly<Record<string, string>> = {
  [mediaTypes.doc]: 'doc',
  [mediaTypes.rtf]: 'rtf',
  [mediaTypes.odt]: 'odt',
}

/** By the media type of the original as told from its content. Without LibreOffice the words of old formats are to be typed. */
export async function extractText(
  bytes: Uint8Array,
  mediaType: string,
  { toDocx }: Pick<Tools, 'toDocx'> = {},
): Promise<Result<Extract>> {
  const extension = CONVERTED[mediaType]
  if (extension !== undefined) {
    const converted = await toDocx?.(bytes, extension)
    const read = converted?.ok ? await extractText(converted.value, mediaTypes.docx) : undefined
    // What cannot be converted is an original all the same.
    if (!read?.ok || read.value.text === '') return ok(TO_TYPE)
    return ok({ ...read.value, notes: ['converted', ...read.value.notes] })
  }
  switch (mediaType) {
    case mediaTypes.pdf:
      return pdfText(bytes)
    case mediaTypes.docx: {
      const read = docxText(bytes)
      if (read.ok) return ok({ ...decodeShown(read.value.text), pages: null })
      return read.failure.code === 'file/empty_text' ? ok(TO_TYPE) : read
    }
    case mediaTypes.png:
    case mediaTypes.jpeg:
      return ok({ ...TO_TYPE, pages: [{ start: 0, end: 0 }] })
    case mediaTypes.tiff:
      return ok(TO_TYPE)
    default: {
      if (!mediaType.startsWith(mediaTypes.text)) return refuse({ code: 'file/no_text_read', mediaType })
      const read = decodeText(bytes)
      return read.ok ? ok({ ...read.value, pages: null }) : read
    }
  }
}
