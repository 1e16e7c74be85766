/** The outcome of a decision: a value, or a failure that is data (a code and its facts; never prose, never HTTP). */
export type Result<T, F extends Failure = Failure> = { ok: true; value: T } | { ok: false; failure: F }

/** A refusal by rule. `code` is stable, `slice/what_is_wrong`; the web and the command line translate it. */
export interface Failure {
  code: string
  [fact: string]: unknown
}

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<F extends Failure>(failure: F): { ok: false; failure: F } {
  return { ok: false, failure }
}
