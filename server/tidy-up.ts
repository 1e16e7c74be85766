import { sql } from 'kysely'
import { keepMissingWords } from '#server/directives/keep-words.ts'
import { sweepFiles } from '#server/files/sweep.ts'
import { IDLE_MINUTES } from '#server/http/authenticate.ts'
import type { System } from '#server/http/mount.ts'

/** A program that repeats a call does so within minutes; a week is beyond any weekend. */
const KEEP_ANSWERS_DAYS = 7

export interface Tidied {
  answers: number
  sessions: number
  /** Files without a row; null where the files belong to another database. */
  files: number | null
}

/**
 * Removes what nothing can ask for any more: answers to repeated calls, sessions that are over, files that no row names; makes the
 * words of directives registered before there were any; gathers what was counted; and lets the embedded store count its rows.
 */
export async function tidyUp({ store, files, clock }: Pick<System, 'store' | 'files' | 'clock'>): Promise<Tidied> {
  const now = clock()
  const answers = await sql`
    delete from idempotency where created_at < ${now}::timestamptz - make_interval(days => ${KEEP_ANSWERS_DAYS})`.execute(
    store.db,
  )
  const sessions = await sql`
    delete from session where expires_at < ${now}::timestamptz
      or seen_at < ${now}::timestamptz - make_interval(mins => ${IDLE_MINUTES})`.execute(store.db)
  await sql`select app_gather_tally()`.execute(store.db)
  // A server has its own daemon for this; the embedded store has nobody, and without it plans for a small store stay when it has grown.
  if (store.kind === 'embedded') await sql`analyze`.execute(store.db)
  await keepMissingWords(store)
  const counts = { answers: Number(answers.numAffectedRows ?? 0), sessions: Number(sessions.numAffectedRows ?? 0) }
  // The first entry of a journal is nobody else's: it tells whose files these are, when one folder is used with two databases.
  const first = await store.db.selectFrom('journalEntry').select('id').orderBy('id').limit(1).executeTakeFirst()
  if (!first || !(await files.claim(first.id))) return { ...counts, files: null }
  const { removed } = await sweepFiles(
    files,
    async (sha256s) => {
      const rows = await store.db
        .selectFrom('file')
        .select('sha256')
        .where('sha256', 'in', [...sha256s])
        .where('removedAt', 'is', null)
        .execute()
      return rows.map((row) => row.sha256)
    },
    { now },
  )
  return { ...counts, files: removed.length }
}
