import { openStore } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import { databaseOn } from '#server/testing/postgres.ts'

/** A database of that name, made when the server has none: on a server that outlives the bench the next run finds it. */
export async function openKept(
  serverUrl: string,
  name: string,
  prepare: (store: Store) => Promise<void>,
): Promise<Store> {
  const server = await openStore({ databaseUrl: serverUrl }, { poolSize: 1 })
  try {
    const { rowCount } = await server.pool.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const unfinished = `${name}_unfinished`
      await server.pool.query(`drop database if exists ${unfinished}`)
      await server.pool.query(`create database ${unfinished} template template0`)
      const store = await openStore({ databaseUrl: databaseOn(serverUrl, unfinished) })
      await prepare(store).finally(() => store.close())
      await server.pool.query(`alter database ${unfinished} rename to ${name}`)
    }
  } finally {
    await server.close()
  }
  return openStore({ databaseUrl: databaseOn(serverUrl, name) })
}
