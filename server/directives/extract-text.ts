import type { IntakeNote } from '#core/directives/intake-note.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { decodeShown, decodeText } from '#server/directives/decode-text.ts'
import { docxText } from '#server/directives/docx-text.ts'
import type { PageSpan } from '#server/directives/pdf-layout.ts'
import { pdfText } from '#server/directives/pdf-text.ts'
import { mediaTypes } from '#server/files/media-type.ts'

/** The words of an original, in NFC, and what is to be known about how they were got. */
export interface Extract {
  /** Empty where the words have to be typed: a scan, a photograph, a format that is not read. */
  text: string
  /** Where each page lies in the text; null where the original has no pages. */
  pages: PageSpan[] | null
  notes: IntakeNote[]
}

const TO_TYPE: Extract = { text: '', pages: null, notes: ['text_to_type'] }

/** By the media type of the original as told from its content. */
export async function extractText(bytes: Uint8Array, mediaType: string): Promise<Result<Extract>> {
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
    case mediaTypes.doc:
      return ok(TO_TYPE)
    default: {
      if (!mediaType.startsWith(mediaTypes.text)) return refuse({ code: 'file/no_text_read', mediaType })
      const read = decodeText(bytes)
      return read.ok ? ok({ ...read.value, pages: null }) : read
    }
  }
}
