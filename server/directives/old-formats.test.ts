import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Document, Packer, Paragraph } from 'docx'
import { extractText } from '#server/directives/extract-text.ts'
import { detectMediaType, mediaTypes } from '#server/files/media-type.ts'
import { runProgram } from '#server/run-program.ts'
import { findTools } from '#server/tools.ts'

const ORDER = 'Giao Sở Y tế chủ trì xây dựng kế hoạch trước ngày 30/6/2026.'
const tools = await findTools()

test('without LibreOffice a .doc, .rtf or .odt is taken, and its words are to be typed', async () => {
  for (const type of [mediaTypes.doc, mediaTypes.rtf, mediaTypes.odt, mediaTypes.tiff]) {
    const read = await extractText(new Uint8Array([1, 2, 3]), type)
    assert.ok(read.ok)
    assert.deepEqual(read.value, { text: '', pages: null, notes: ['text_to_type'] })
  }
})

test('what LibreOffice cannot convert is an original all the same', async () => {
  const toDocx = async () => ({ ok: false, failure: { code: 'file/takes_too_long', limit: 60 } }) as const
  const read = await extractText(new Uint8Array([1, 2, 3]), mediaTypes.doc, { toDocx })
  assert.ok(read.ok)
  assert.deepEqual(read.value.notes, ['text_to_type'])
})

test('with LibreOffice their words are read as those of a .docx', async (t) => {
  const { toDocx } = tools
  if (!toDocx) return t.diagnostic('not tried: LibreOffice is not installed (libreoffice-writer-nogui)')
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(ORDER)] }] }))
  for (const extension of ['doc', 'rtf', 'odt']) {
    const bytes = await convertedTo(extension, docx)
    const type = detectMediaType(bytes)
    assert.ok(type)
    const began = performance.now()
    const read = await extractText(bytes, type, { toDocx })
    t.diagnostic(`.${extension}: ${Math.round(performance.now() - began)} ms`)
    assert.ok(read.ok)
    assert.deepEqual([read.value.text.trim(), read.value.notes], [ORDER, ['converted']])
  }
  // LibreOffice takes what it does not know for text.
  const hurried = await findTools({ convertMs: 50 })
  const late = await hurried.toDocx?.(docx, 'doc')
  assert.deepEqual(late, { ok: false, failure: { code: 'file/takes_too_long', limit: 0 } })
})

async function convertedTo(extension: string, docx: Buffer): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-convert-'))
  try {
    const original = join(folder, 'original.docx')
    await writeFile(original, docx)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await runProgram('soffice', [profile, '--headless', '--convert-to', extension, '--outdir', folder, original], {
      limits: { timeMs: 120_000, output: 1_000_000 },
    })
    return await readFile(join(folder, `original.${extension}`))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
