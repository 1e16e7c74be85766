import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { instantNow } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { migrate } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import type { ExitCode, Io } from '#server/cli/run-command.ts'
import { sealJournal } from '#server/journal/seal.ts'
import { JournalHead, journalHead, verifyJournal, type Verdict } from '#server/journal/verify.ts'

const USAGE =
  'usage: throughline journal verify [--json] [--head FILE]\n       throughline journal head [--json] [--out FILE]\n'

export async function journalCommand(args: string[], io: Io): Promise<ExitCode> {
  const parsed = parse(args)
  const [what, ...rest] = parsed?.positionals ?? []
  if (!parsed || rest.length > 0 || (what !== 'verify' && what !== 'head')) {
    io.stderr(USAGE)
    return 2
  }
  const { json = false, head, out } = parsed.values
  const expected = head === undefined ? undefined : await readHead(head)
  const config = readConfig({ ...io.env, HOST: '127.0.0.1' })
  const store = await openStore(
    config.databaseUrl === undefined ? { dataDir: config.dataDir } : { databaseUrl: config.databaseUrl },
    { poolSize: 2 },
  )
  try {
    await migrate(store.pool)
    return what === 'head'
      ? await exportHead(store, { json, out }, io)
      : report(await verifyJournal(store, expected), json, io)
  } finally {
    await store.close()
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, head: { type: 'string' }, out: { type: 'string' } },
    })
  } catch {
    return undefined
  }
}

async function readHead(file: string): Promise<JournalHead> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: cannot be read`)
  })
  try {
    return JournalHead.parse(JSON.parse(text))
  } catch {
    throw new Error(`${file}: is not a head written by "throughline journal head"`)
  }
}

/** Seals everything first: what is exported stands for every entry up to now. */
async function exportHead(
  store: Store,
  { json, out }: { json: boolean; out: string | undefined },
  io: Io,
): Promise<ExitCode> {
  await sealJournal(store, instantNow)
  const head = `${JSON.stringify(await journalHead(store))}\n`
  if (out !== undefined) await writeFile(out, head)
  if (json || out === undefined) io.stdout(head)
  else
    io.stderr(
      `head of the journal written to ${out}; keep it where nobody who can write to the database can change it\n`,
    )
  return 0
}

function report(verdict: Verdict, json: boolean, io: Io): ExitCode {
  if (json) io.stdout(`${JSON.stringify(verdict)}\n`)
  else if (verdict.holds)
    io.stdout(
      `the journal holds: ${verdict.entries} entries, ${verdict.sealed} of them sealed in ${verdict.seals} seals\n`,
    )
  else {
    const { first } = verdict
    io.stdout(
      `the journal does NOT hold: ${verdict.faults} faults; the first: ${first?.what} ${first?.entryId ?? ''} (${first?.detail})\n`,
    )
  }
  return verdict.holds ? 0 : 1
}
