import { MAX_FILE_BYTES } from '#core/files/api.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

/** What is about to be registered. */
export interface IntakeDraft {
  file: File | null
  text: string
  receivedOn: PlainDate | null
  separateParts: boolean
}

export const EMPTY_DRAFT: IntakeDraft = { file: null, text: '', receivedOn: null, separateParts: false }

/** What an original may be called; what it is, the server tells from its bytes. */
export const EXTENSIONS = [
  '.docx',
  '.doc',
  '.pdf',
  '.txt',
  '.rtf',
  '.odt',
  '.tif',
  '.tiff',
  '.png',
  '.jpg',
  '.jpeg',
] as const

export type FileFault = 'tooBig' | 'wrongType'

/** What can be said about a file before it travels; the server judges again, by its content. */
export function faultOf(file: File): FileFault | null {
  const name = file.name.toLowerCase()
  if (!EXTENSIONS.some((extension) => name.endsWith(extension))) return 'wrongType'
  return file.size > MAX_FILE_BYTES ? 'tooBig' : null
}
