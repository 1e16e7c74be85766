/** What a command of the command line may touch; given as an argument so that tests can look. */
export interface Io {
  stdout: (text: string) => void
  stderr: (text: string) => void
  env: Record<string, string | undefined>
}

/** 0 done, 1 refused or failed with a clear message, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2
