import type { ExitCode, Io } from '#server/cli/io.ts'
import { journalCommand } from '#server/cli/journal-command.ts'
import { readCommand } from '#server/cli/read-command.ts'

interface Command {
  name: string
  usage: string
  does: string
  run: (args: string[], io: Io) => Promise<ExitCode>
}

const COMMANDS: readonly Command[] = [
  {
    name: 'serve',
    usage: 'serve',
    does: 'start the server (what npm start does); see README for the environment',
    run: async () => {
      await import('#server/main.ts')
      return new Promise(() => {})
    },
  },
  {
    name: 'read',
    usage: 'read FILE… [--json] [--out DIR]',
    does: 'read directives (.docx, .pdf, .txt) and print the commitments and targets found',
    run: readCommand,
  },
  {
    name: 'journal',
    usage: 'journal verify [--json] [--head FILE] | journal head [--json] [--out FILE]',
    does: 'verify the journal, or seal it and export its head to be kept elsewhere',
    run: journalCommand,
  },
]

export async function runCommand([name, ...args]: string[], io: Io): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '--help') {
    const lines = COMMANDS.map((command) => `  throughline ${command.usage}\n      ${command.does}\n`)
    io[name === undefined ? 'stderr' : 'stdout'](`Throughline · Thông suốt\n\n${lines.join('')}  throughline help\n`)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    io.stderr(`throughline: no command "${name}"; "throughline help" lists all\n`)
    return 2
  }
  if (args.includes('--help')) {
    io.stdout(`usage: throughline ${command.usage.replaceAll(' | ', '\n       throughline ')}\n${command.does}\n`)
    return 0
  }
  try {
    return await command.run(args, io)
  } catch (error) {
    io.stderr(`throughline ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
