import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'
import { inTransaction } from '#server/http/transaction.ts'
import { anAdministration, NOW, TODAY } from '#server/testing/administration.ts'
import { withFreshStore } from '#server/testing/harness.ts'

test(
  'a question that is only read has its time; a command is not cut off',
  withFreshStore(async (store) => {
    await anAdministration(store)
    const system = { store, files: {} as never, clock: () => NOW, newId, demo: false, tools: {} }
    const limit = (readOnly: boolean) =>
      inTransaction(system, { actor: { personId: newId() as Id, roles: [] }, today: TODAY, readOnly }, async (tx) => {
        const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(tx)
        return rows[0]?.limit
      })
    assert.equal(await limit(true), '20s')
    assert.equal(await limit(false), '0')
  }),
)
