import type { Failure } from '#core/kernel/result.ts'
import type { Result } from '#core/kernel/result.ts'

/** Carries a failure out of a handler: the transaction rolls back and the failure is written as a problem. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export function fail(failure: Failure): never {
  throw new Refusal(failure)
}

/** The value of a result, or the request's end. */
export function need<T>(result: Result<T>): T {
  return result.ok ? result.value : fail(result.failure)
}

/** The row, or "not found": what a reader may not see is not there for him. */
export function found<T>(row: T | undefined, what: string): T {
  return row ?? fail({ code: 'request/not_found', what })
}

/** A refusal whose transaction commits all the same: a failed sign-in is counted. A handler returns it instead of failing. */
export class KeptRefusal {
  readonly failure: Failure
  constructor(failure: Failure) {
    this.failure = failure
  }
}
