import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { closePages } from '#e2e/browser.ts'
import { firstInstallation } from '#e2e/first-installation.ts'
import { start, type StartOptions } from '#server/start.ts'
import { availableStores, type TestStores } from '#server/testing/test-stores.ts'

export interface Running {
  /** `http://127.0.0.1:…` of a server with the demo, built and started as `npm start` does. */
  address: string
  store: TestStores['kind']
}

let stores: Promise<TestStores[]> | undefined

/** A test against a running server with a fresh demo, once on each store that this run has, or on one where both show the same. */
export function journey(
  name: string,
  body: (running: Running) => Promise<void>,
  { onOneStore = false, ...options }: StartOptions & { onOneStore?: boolean } = {},
): void {
  test(name, async (t) => {
    const all = await (stores ??= availableStores())
    for (const available of onOneStore ? all.slice(0, 1) : all) {
      await t.test(available.kind, async () => {
        const folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'))
        const address = await available.freshAddress()
        if ('dataDir' in address) await cp(await firstInstallation(), address.dataDir, { recursive: true })
        const where =
          'dataDir' in address
            ? { dataDir: address.dataDir, databaseUrl: undefined }
            : { dataDir: folder, databaseUrl: address.databaseUrl }
        const started = await start(
          { host: '127.0.0.1', port: 0, demo: true, trustProxy: false, ...where },
          (error) => {
            throw error
          },
          options,
        )
        try {
          await body({ address: started.address, store: available.kind })
          await closePages(started.address)
        } finally {
          await closePages(started.address).catch(() => undefined)
          await started.stop()
          await rm(folder, { recursive: true, force: true })
        }
      })
    }
  })
}

after(async () => {
  for (const available of (await stores) ?? []) await available.close()
})
