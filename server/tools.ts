import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { runProgram } from '#server/run-program.ts'
import { inTurns } from '#server/turns.ts'

export type ToolFailure =
  | { code: 'recognition/takes_too_long'; limit: number }
  | { code: 'recognition/failed' }
  | { code: 'file/takes_too_long'; limit: number }
  | { code: 'file/broken' }

/** Programs of the machine that do what this package does not; each is used when it is installed. */
export interface Tools {
  /** Tesseract with Vietnamese: the words on the picture of a page (PNG, JPEG, portable graymap), and where they stand, as hOCR. */
  recognise?: ((picture: Uint8Array, dpi: number) => Promise<Result<string, ToolFailure>>) | undefined
  /** LibreOffice: a .doc, .rtf or .odt as .docx. */
  toDocx?: ((document: Uint8Array, extension: string) => Promise<Result<Uint8Array, ToolFailure>>) | undefined
}

interface Programs {
  tesseract: string
  soffice: string
  recogniseMs: number
  convertMs: number
}

const PROGRAMS: Programs = { tesseract: 'tesseract', soffice: 'soffice', recogniseMs: 60_000, convertMs: 60_000 }
const MEGABYTE = 1024 * 1024
const oneOfTwo = inTurns(2)
const one = inTurns(1)

/** What is there on this machine, found in PATH. `programs` names others, and their time limits in milliseconds. */
export async function findTools(programs: Partial<Programs> = {}): Promise<Tools> {
  const all = { ...PROGRAMS, ...programs }
  const [recognise, toDocx] = await Promise.all([findTesseract(all), findOffice(all)])
  return { recognise, toDocx }
}

async function findTesseract({ tesseract, recogniseMs }: Programs): Promise<Tools['recognise']> {
  const listed = await runProgram(tesseract, ['--list-langs'], { limits: { timeMs: 10_000, output: MEGABYTE } })
  if (listed.by !== 'itself' || listed.code !== 0) return undefined
  const languages = new Set(
    `${listed.output.toString('utf8')}\n${listed.errors}`.split(/\r?\n/).map((line) => line.trim()),
  )
  if (!languages.has('vie')) return undefined
  // 1: finds out how the sheet lies, for which it needs `osd`; 3: takes it to be upright.
  const layout = languages.has('osd') ? '1' : '3'
  return (picture, dpi) =>
    oneOfTwo(async () => {
      const args = ['stdin', 'stdout', '-l', 'vie', '--dpi', String(dpi), '--psm', layout, 'hocr']
      const limits = { timeMs: recogniseMs, memoryMb: 1024, output: 32 * MEGABYTE }
      // One thread: more of them wait for each other on a page, and the server has other work.
      const ended = await runProgram(tesseract, args, { input: picture, limits, env: { OMP_THREAD_LIMIT: '1' } })
      if (ended.by === 'time') return refuse({ code: 'recognition/takes_too_long', limit: seconds(recogniseMs) })
      if (ended.by !== 'itself' || ended.code !== 0) return refuse({ code: 'recognition/failed' })
      return ok(ended.output.toString('utf8'))
    })
}

async function findOffice({ soffice, convertMs }: Programs): Promise<Tools['toDocx']> {
  // Asking it for its version takes seconds.
  if (!(await isInPath(soffice))) return undefined
  return (document, extension) =>
    one(() =>
      inFolder(async (folder) => {
        const original = join(folder, `original.${extension}`)
        await writeFile(original, document)
        const args = [profileIn(folder), '--headless', '--norestore', '--convert-to', 'docx:MS Word 2007 XML']
        const limits = { timeMs: convertMs, output: MEGABYTE }
        const ended = await runProgram(soffice, [...args, '--outdir', join(folder, 'out'), original], {
          limits,
          env: { HOME: folder },
          cwd: folder,
        })
        if (ended.by === 'time') return refuse({ code: 'file/takes_too_long', limit: seconds(convertMs) })
        const made = await readFile(join(folder, 'out', 'original.docx')).catch(() => undefined)
        return made ? ok(made) : refuse({ code: 'file/broken' })
      }),
    )
}

async function isInPath(program: string): Promise<boolean> {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.com`] : [program]
  const paths = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => resolve(folder, name)))
  const found = await Promise.allSettled(paths.map((path) => access(path, constants.X_OK)))
  return found.some(({ status }) => status === 'fulfilled')
}

/** A profile of its own: LibreOffice lets nobody into one that is in use, and nothing set there is to be relied on. */
function profileIn(folder: string): string {
  return `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 1000)
}
