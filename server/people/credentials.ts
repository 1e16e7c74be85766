import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import { hashPassword } from '#server/people/passwords.ts'

/** Credentials are out of the application role's reach: after all checks, the rest of the transaction runs as the owner. */
export async function asOwner(tx: Tx): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(tx)
}

export async function setPassword(tx: Tx, personId: Id, password: string, mustChangePassword: boolean): Promise<void> {
  const passwordHash = await hashPassword(password)
  await tx
    .updateTable('person')
    .set((eb) => ({
      passwordHash,
      mustChangePassword,
      failedSignIns: 0,
      lockedUntil: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', personId)
    .execute()
}
