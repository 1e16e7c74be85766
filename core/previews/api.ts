import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'

/** What of a file can be shown beside the page: words and cells as they are read, pages as pictures of their own address. */
export const Preview = z
  .discriminatedUnion('kind', [
    /** `GET /files/:id/pages/:page` draws each. */
    z.object({ kind: z.literal('pages'), pages: z.int().min(1) }),
    z.object({ kind: z.literal('picture') }),
    z.object({
      kind: z.literal('table'),
      sheet: z.string().nullable(),
      rows: z.array(z.array(z.string())),
      /** Rows and columns there are; what is beyond the limits is not shown. */
      total: z.int(),
      columns: z.int(),
      /** Only the beginning of the file was looked at: its last row may be missing, and rows are counted by lines. */
      isCut: z.boolean(),
    }),
    z.object({ kind: z.literal('text'), text: z.string(), isCut: z.boolean() }),
    z.object({ kind: z.literal('none') }),
  ])
  .meta({ id: 'Preview' })
export type Preview = z.infer<typeof Preview>

export const previewsApi = {
  previewFile: endpoint({
    method: 'GET',
    path: '/files/:id/preview',
    summary: 'What a file says, as far as it can be shown without opening it: pages, a table, words, or nothing',
    may: 'signed-in',
    params: z.object({ id: Id }),
    response: Preview,
  }),
}
