import { z } from 'zod'
import { StubHead } from '#core/directives/directive.ts'
import { Id } from '#core/kernel/id.ts'

/** What is taken away with the content of a directive: its tasks by number, everything else counted. */
export const ErasingReach = z
  .object({
    tasks: z.array(z.object({ id: Id, code: z.string(), assignments: z.int() })),
    assignments: z.int(),
    /** Of them those that are not ended yet: they are withdrawn, and go on on paper. */
    open: z.int(),
    /** Of them those that units have been given. */
    given: z.int(),
    reports: z.int(),
    files: z.int(),
    messages: z.int(),
    /** To withdraw what units were given is the right of who gives work; a clerk has it done by an officer. */
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'ErasingReach' })
export type ErasingReach = z.infer<typeof ErasingReach>

/** The line that remains, and how many tasks quote the directive, as the reach has shown them: none goes that the caller does not know of. */
export const Erasing = StubHead.extend({ tasks: z.int().min(0).default(0) })

export const Erased = z.object({
  version: z.int(),
  /** Something else hangs on one of the files: its bytes stay for that. */
  fileKept: z.boolean(),
  /** Tasks that have lost their words, and assignments that were withdrawn with them. */
  tasks: z.int(),
  withdrawn: z.int(),
})
export type Erased = z.infer<typeof Erased>

/** What stands where the words of a secret directive were. Like every title it is data, in the language in which offices write. */
export const ERASED_LINE = 'Nội dung thuộc văn bản mật, theo dõi trên hồ sơ giấy'
/** Why an assignment ended that was open. */
export const ERASED_REASON =
  'Văn bản chỉ đạo được xác định là văn bản mật. Nhiệm vụ được theo dõi tiếp trên hồ sơ giấy, không cập nhật trên hệ thống.'
