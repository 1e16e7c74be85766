import { filesApi } from '#core/files/api.ts'
import type { FileRef } from '#core/files/api.ts'
import { addressOf, Problem } from '#web/client.ts'

/** Hands in a file and tells how much has gone, from 0 to 1. `fetch` cannot tell, so this is the one place with XMLHttpRequest. */
export function upload(file: File, onProgress: (share: number) => void): Promise<FileRef> {
  const { promise, resolve, reject } = Promise.withResolvers<FileRef>()
  const request = new XMLHttpRequest()
  request.open(filesApi.addFile.method, addressOf(filesApi.addFile, {}, { name: file.name }))
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) onProgress(event.loaded / event.total)
  })
  request.addEventListener('error', () => reject(new Problem('network/unreachable', 0)))
  request.addEventListener('load', () => {
    const answer = parsed(request.responseText)
    if (request.status >= 400) {
      const code = typeof answer?.['code'] === 'string' ? answer['code'] : 'server/failed'
      reject(new Problem(code, request.status, answer ?? {}))
      return
    }
    const ref = filesApi.addFile.response.safeParse(answer)
    if (ref.success) resolve(ref.data)
    else reject(new Problem('answer/unexpected', request.status))
  })
  request.send(file)
  return promise
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
