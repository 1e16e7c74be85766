import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { instantNow } from '#server/clock.ts'
import type { ExitCode, Io } from '#server/cli/io.ts'
import { readConfig } from '#server/config.ts'
import { checkMigrated } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import { JournalHead, journalHead } from '#server/journal/head.ts'
import { sealJournal } from '#server/journal/seal.ts'
import { type Verdict, verifyJournal } from '#server/journal/verify.ts'

const USAGE =
  'usage: throughline journal verify [--json] [--head FILE]\n       throughline journal head [--json] [--out FILE]\n'

type Wanted = { json: boolean } & (
  | { what: 'verify'; head: string | undefined }
  | { what: 'head'; out: string | undefined }
)

export async function journalCommand(args: string[], io: Io): Promise<ExitCode> {
  const wanted = parse(args)
  if (!wanted) {
    io.stderr(USAGE)
    return 2
  }
  try {
    const expected = wanted.what === 'verify' && wanted.head !== undefined ? await readHead(wanted.head) : undefined
    const store = await openExisting(io)
    try {
      return wanted.what === 'head'
        ? await exportHead(store, wanted, io)
        : report(await verifyJournal(store, expected), wanted.json, io)
    } finally {
      await store.close()
    }
  } catch (error) {
    // A program that reads the answer gets a value whatever happens; people read the message on stderr.
    if (wanted.json) io.stdout(`${JSON.stringify({ error: (error as Error).message })}\n`)
    throw error
  }
}

function parse(args: string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, head: { type: 'string' }, out: { type: 'string' } },
    })
    const [what, ...rest] = positionals
    const { json = false, head, out } = values
    if (rest.length > 0) return undefined
    if (what === 'verify' && out === undefined) return { what, json, head }
    return what === 'head' && head === undefined ? { what, json, out } : undefined
  } catch {
    return undefined
  }
}

/** Neither creates anything nor changes the schema: what is looked at stays as it is. */
async function openExisting({ env }: Io): Promise<Store> {
  const { dataDir, databaseUrl } = readConfig({ DATA_DIR: env['DATA_DIR'], DATABASE_URL: env['DATABASE_URL'] })
  const store = await openStore(databaseUrl === undefined ? { dataDir } : { databaseUrl }, {
    poolSize: 2,
    existing: true,
  })
  try {
    await checkMigrated(store.pool)
    return store
  } catch (error) {
    await store.close()
    throw error
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

/** Seals everything first: what is exported stands for every entry up to now. An older head is replaced only while it still holds. */
async function exportHead(
  store: Store,
  { json, out }: { json: boolean; out: string | undefined },
  io: Io,
): Promise<ExitCode> {
  const before = out === undefined ? undefined : await findHead(out)
  if (before && !(await verifyJournal(store, before)).holds)
    throw new Error(
      `${out}: the journal does not hold against the head that is there; it is kept (see "throughline journal verify --head ${out}")`,
    )
  await sealJournal(store, instantNow)
  const head = `${JSON.stringify(await journalHead(store))}\n`
  if (out !== undefined)
    await writeFile(out, head).catch((error: Error) => {
      throw new Error(`${out}: cannot be written (${error.message})`)
    })
  if (json || out === undefined) io.stdout(head)
  else
    io.stderr(
      `head of the journal written to ${out}; keep it where nobody who can write to the database can change it\n`,
    )
  return 0
}

async function findHead(file: string): Promise<JournalHead | undefined> {
  try {
    return await readHead(file)
  } catch (error) {
    const isThere = await readFile(file).then(
      () => true,
      () => false,
    )
    if (isThere) throw error
    return undefined
  }
}

function report(verdict: Verdict, json: boolean, io: Io): ExitCode {
  const { holds, entries, sealed, seals, faults, first } = verdict
  if (json) io.stdout(`${JSON.stringify(verdict)}\n`)
  else if (holds) io.stdout(`the journal holds: ${entries} entries, ${sealed} of them sealed in ${seals} seals\n`)
  else {
    const place = first?.entryId == null ? '' : ` at entry ${first.entryId}`
    io.stdout(`the journal does NOT hold: ${faults} faults; the first: ${first?.what}${place} (${first?.detail})\n`)
  }
  return holds ? 0 : 1
}
