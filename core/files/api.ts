import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'

/** 20 MB: the largest original or piece of evidence that is taken, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

export const FileRef = z
  .object({ id: Id, name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() })
  .meta({ id: 'FileRef' })
export type FileRef = z.infer<typeof FileRef>

/** Of an original, counted from 1; a picture is its own page 1. */
export const PageNumber = z.coerce.number<string | number>().int().min(1).max(1000)

export const filesApi = {
  addFile: endpoint({
    method: 'POST',
    path: '/files',
    summary: 'Hand in a file (the bytes are the body; at most 20 MB); its type is told from its content',
    may: 'file.add',
    bytes: 'upload',
    query: z.object({ name: z.string().trim().min(1).max(255) }),
    response: FileRef,
  }),
  readFile: endpoint({
    method: 'GET',
    path: '/files/:id/content',
    summary: 'The bytes of a file',
    may: 'signed-in',
    bytes: 'download',
    params: z.object({ id: Id }),
    response: z.unknown(),
  }),
  readPageImage: endpoint({
    method: 'GET',
    path: '/files/:id/pages/:page',
    summary:
      'A page of a .pdf, or a picture, drawn as JPEG of the given width in pixels; pictures are not enlarged, and a page is at most 20 million pixels large',
    may: 'signed-in',
    bytes: 'download',
    params: z.object({ id: Id, page: PageNumber }),
    query: z.object({ width: z.coerce.number<string | number>().int().min(200).max(2400).default(1240) }),
    response: z.unknown(),
  }),
}
