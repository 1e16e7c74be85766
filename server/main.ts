import { readConfig } from '#server/config.ts'
import { start } from '#server/start.ts'

// The composition root: the only file that does something when it is imported.
try {
  const config = readConfig(process.env)
  const begun = performance.now()
  const { address, setUpToken, stop } = await start(config, (error) => {
    console.error(`Throughline: ${error.message}`)
    // The embedded database is gone for good; to a server the next request connects anew.
    if (config.databaseUrl === undefined) process.exit(1)
  })
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(
    `Thông suốt · Throughline  ${address}  (${config.databaseUrl === undefined ? `data in ${config.dataDir}` : 'PostgreSQL'}, ready after ${seconds} s)`,
  )
  if (config.demo)
    console.log('Số liệu minh hoạ. The sign-in page lists the people of the demo: one click enters as any of them.')
  if (setUpToken !== undefined)
    console.log(`First administrator: open ${address}/setup and enter this one-time token:\n\n    ${setUpToken}\n`)
} catch (error) {
  console.error(`Throughline cannot start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
