import { sql } from 'kysely'
import type { directivesApi } from '#core/directives/api.ts'
import { type Asked, listMissing, Question } from '#core/directives/missing.ts'
import type { BodyOf, ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import { listProposals } from '#server/directives/describe.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

const COMMAND = 'directive.ask_drafter'

/** The journal is where it is kept: nothing else follows from it. */
export async function listAsked(tx: Tx, directiveId: Id): Promise<Asked[]> {
  const { rows } = await sql<Omit<Asked, 'questions'> & { questions: unknown }>`
    select e.id, e.recorded_at as at, e.data -> 'questions' as questions,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) end as by
    from journal_entry e left join person p on p.id = e.actor_id
    where e.subject_kind = 'directive' and e.subject_id = ${directiveId} and e.command = ${COMMAND}
    order by e.subject_version desc limit 100`.execute(tx)
  return rows.map((row) => ({ ...row, questions: Question.array().parse(row.questions) }))
}

export async function askDrafter(
  request: Pick<Request<unknown>, 'tx' | 'register' | 'record' | 'version'>,
  id: Id,
  { questions }: BodyOf<typeof directivesApi.askDrafter>,
): Promise<ResponseOf<typeof directivesApi.askDrafter>> {
  const { tx, record } = request
  const row = await tx.selectFrom('directive').select('version').where('id', '=', id).forUpdate().executeTakeFirst()
  const { version } = atVersion(found(row, 'directive'), request.version)
  const proposals = new Map((await listProposals(request, id)).map((one) => [one.id as string, one]))
  for (const { proposalId, elements } of questions) {
    const proposal = proposals.get(proposalId)
    const missing = proposal ? listMissing(proposal as Parameters<typeof listMissing>[0]) : []
    if (elements.some((element) => !missing.includes(element)))
      fail({ code: 'question/not_missing', proposalId, elements })
  }
  await tx
    .updateTable('directive')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  await record({ command: COMMAND, kind: 'directive', id, data: { questions } })
  return { version: version + 1, items: await listAsked(tx, id) }
}
