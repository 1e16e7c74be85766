import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { addressOf } from '#web/client.ts'

// Both endpoints as the server is going to serve them; they move to `core` with it.
const readPageImage = endpoint({
  method: 'GET',
  path: '/files/:id/pages/:page',
  summary: 'The picture of a page of a file',
  may: 'signed-in',
  bytes: 'download',
  response: z.unknown(),
})

export const recognisePage = endpoint({
  method: 'POST',
  path: '/directives/:id/pages/:page/recognise',
  summary: 'The words of a page by optical recognition, for checking',
  may: 'proposal.decide',
  on: 'directive',
  params: z.object({ id: Id, page: z.coerce.number<string | number>() }),
  response: z.object({ text: z.string() }),
})

/** Where the picture of a page is found, `width` pixels wide. */
export function pictureOf(fileId: string, page: number, width: number): string {
  return addressOf(readPageImage, { id: fileId, page: `${page}` }, { width })
}
