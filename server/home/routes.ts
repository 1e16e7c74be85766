import type { FastifyInstance } from 'fastify'
import { homeApi } from '#core/home/api.ts'
import { newSince, nextVisit, type Visit } from '#core/home/visit.ts'
import { type Handlers, mount, type Request, type System } from '#server/http/mount.ts'
import { countChanges, listChanges } from '#server/home/changes.ts'
import { watch } from '#server/home/watch.ts'

/** No command of anybody's work, and so not journalled: it is a mark for the reader alone, like the time at which a session was used. */
async function visit({ tx, actor, now }: Pick<Request<unknown>, 'tx' | 'actor' | 'now'>): Promise<Visit> {
  const before = await tx
    .selectFrom('visit')
    .select(['beganAt', 'seenAt', 'beforeAt'])
    .where('personId', '=', actor.personId)
    .executeTakeFirst()
  const next = nextVisit((before as Visit | undefined) ?? null, now)
  await tx
    .insertInto('visit')
    .values({ personId: actor.personId, ...next })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(next))
    .execute()
  return next
}

const handlers: Handlers<typeof homeApi> = {
  async visit(request) {
    const next = await visit(request)
    return { since: newSince(next), first: next.beforeAt === null }
  },
  countChanges: async (request) => ({ items: await countChanges(request, request.query.since) }),
  listChanges: (request) => listChanges(request, request.query),
  watch,
}

export function mountHome(app: FastifyInstance, system: System): void {
  // Streams never end by themselves: the server that stops ends them before it waits for what is under way.
  app.addHook('preClose', () => system.news?.close())
  mount(app, system, homeApi, handlers)
}
