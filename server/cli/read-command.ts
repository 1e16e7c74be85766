import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '#core/kernel/result.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import type { ProposedCommitment, ProposedTarget, Reading } from '#core/reading/reading.ts'
import type { ExitCode, Io } from '#server/cli/io.ts'
import { extractText } from '#server/directives/extract-text.ts'
import { detectMediaType } from '#server/files/media-type.ts'

const USAGE = 'usage: throughline read FILE… [--json] [--out DIR]\n'
/**
 * `throughline read FILE… [--json] [--out DIR]`: reads directives and prints what they order; what a file is, its content tells. `--json`
 * prints the readings themselves, always as an array; `--out` writes each to DIR/<name>.json too. 0 when all files were read, 1 when one
 * could not be, 2 for wrong usage.
 */
export async function readCommand(args: string[], io: Io): Promise<ExitCode> {
  const parsed = parse(args)
  if (!parsed || parsed.positionals.length === 0) {
    io.stderr(USAGE)
    return 2
  }
  const { json = false, out } = parsed.values
  const { readings, failures, notices } = await readFiles(parsed.positionals)
  for (const { file, notes } of notices) io.stderr(`${file}: ${notes.join(', ')}\n`)
  for (const failure of failures) io.stderr(`${failure.file}: ${failure.why}\n`)
  if (out !== undefined) {
    await mkdir(out, { recursive: true })
    for (const reading of readings) await writeFile(join(out, targetName(reading.file)), `${JSON.stringify(reading)}\n`)
  }
  if (json) io.stdout(`${JSON.stringify(readings)}\n`)
  else
    for (const reading of readings)
      io.stdout(out === undefined ? describe(reading) : `${reading.file}: ${summary(reading)}\n`)
  return failures.length > 0 ? 1 : 0
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, out: { type: 'string' } },
    })
  } catch {
    return undefined
  }
}

/** Reads files one after the other; a file that cannot be read stops no other. */
async function readFiles(files: readonly string[]): Promise<{
  readings: (Reading & { file: string })[]
  failures: { file: string; why: string }[]
  notices: { file: string; notes: readonly string[] }[]
}> {
  const readings: (Reading & { file: string })[] = []
  const failures: { file: string; why: string }[] = []
  const notices: { file: string; notes: readonly string[] }[] = []
  for (const file of files) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
    if (bytes instanceof Error) {
      failures.push({ file, why: bytes.code === 'ENOENT' ? 'no such file' : (bytes.code ?? bytes.message) })
      continue
    }
    const mediaType = detectMediaType(bytes)
    const text = mediaType === undefined ? refuse({ code: 'file/unknown_type' }) : await extractText(bytes, mediaType)
    if (text.ok) {
      readings.push({ ...readDirective(text.value.text), file })
      if (text.value.notes.length > 0) notices.push({ file, notes: text.value.notes })
    } else failures.push({ file, why: text.failure.code })
  }
  return { readings, failures, notices }
}

function targetName(file: string): string {
  return `${basename(file, extname(file))}.json`
}

function summary({ commitments, targets }: Reading): string {
  const tasks = commitments.filter((c) => !c.exhortation).length
  return `${tasks} commitments, ${commitments.length - tasks} exhortations, ${targets.length} targets`
}

function describe(reading: Reading & { file: string }): string {
  const { metadata } = reading
  const head = [metadata.type?.value, metadata.symbol?.value, metadata.issuedOn?.value].filter(Boolean).join(' ')
  const tasks = reading.commitments.filter((c) => !c.exhortation)
  return [
    `${reading.file}${head === '' ? '' : ` (${head})`}: ${summary(reading)}\n`,
    ...tasks.map((c) => describeCommitment(reading, c)),
    ...reading.targets.map(describeTarget),
    '\n',
  ].join('')
}

function describeCommitment(reading: Reading, c: ProposedCommitment): string {
  const place = reading.passages.find((p) => p.id === c.passage)?.citation
  const lines = [
    `  ${place ? `[${place}] ` : ''}${oneLine(c.action)}`,
    `      chủ trì: ${c.lead.join('; ') || '?'}`,
    ...(c.cooperating.length > 0 ? [`      phối hợp: ${c.cooperating.join('; ')}`] : []),
    ...(c.deadline ? [`      thời hạn: ${c.deadline.text}${c.deadline.iso ? ` = ${c.deadline.iso}` : ''}`] : []),
    `      ${Math.round(c.confidence * 100)} %${c.missing.length > 0 ? `, thiếu: ${c.missing.join(', ')}` : ''}${c.flags.length > 0 ? `, ${c.flags.join(', ')}` : ''}`,
  ]
  return `${lines.join('\n')}\n`
}

function describeTarget(t: ProposedTarget): string {
  const value = t.value_max === null ? `${t.value}` : `${t.value}–${t.value_max}`
  const level = `${t.direction} ${t.comparator ?? '≈'} ${value} ${t.unit}`
  return `  * ${oneLine(t.indicator || t.quote)}: ${level}${t.due ? ` (${t.due})` : ''}, ${Math.round(t.confidence * 100)} %\n`
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
