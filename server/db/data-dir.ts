import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '#server/db/durable-fs.ts'
import { storeTemplate, unpackTemplate } from '#server/db/template.ts'

const BLOCK = 512
const FOLDER = 'postgres'

export function hasDatabaseFolder(dataDir: string): boolean {
  return existsSync(join(dataDir, FOLDER))
}

/**
 * The folder of the embedded database inside the data directory, created from the template at the first start. The caller
 * holds the directory's lock. A half-written database never gets its name: a start that was killed is begun again.
 */
export async function ensureDatabaseFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, FOLDER)
  if (existsSync(folder)) return folder
  const unfinished = join(dataDir, 'postgres-unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  writeTar(await unpackTemplate(await storeTemplate()), unfinished)
  renameSync(unfinished, folder)
  syncFolder(dataDir)
  return folder
}

/** Writes the files and folders of a tar as PGlite makes it (plain ustar entries), each of them on disk before it returns. */
function writeTar(tar: Uint8Array, target: string): void {
  const folders = new Set([target])
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK)
    const name = textField(header, 0, 100)
    if (name === '') break
    const prefix = textField(header, 345, 155)
    const path = join(target, prefix === '' ? name : `${prefix}/${name}`)
    if (!path.startsWith(target)) throw new Error(`a template names a file outside of its folder: ${name}`)
    const size = Number.parseInt(textField(header, 124, 12), 8)
    const isFolder = header[156] === 0x35
    at += BLOCK
    mkdirSync(isFolder ? path : dirname(path), { recursive: true, mode: 0o700 })
    folders.add(isFolder ? path : dirname(path))
    if (!isFolder) writeDurably(path, tar.subarray(at, at + size))
    at += Math.ceil(size / BLOCK) * BLOCK
  }
  for (const folder of folders) syncFolder(folder)
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function textField(header: Uint8Array, at: number, length: number): string {
  return Buffer.from(header.buffer, header.byteOffset + at, length)
    .toString('utf8')
    .replace(/\0.*$/s, '')
    .trim()
}
