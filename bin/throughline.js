#!/usr/bin/env node
// The command line runs on the Node that is pinned in package.json, whichever Node started this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const pinned = fileURLToPath(
  new URL(process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node', root),
)
const command = existsSync(pinned) ? pinned : process.execPath
const child = spawn(command, [fileURLToPath(new URL('server/cli.ts', root)), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(`throughline: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
