import type { FastifyInstance } from 'fastify'
import { discussionApi } from '#core/tasks/discussion-api.ts'
import { type Handlers, mount, type System } from '#server/http/mount.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'
import { editMessage, listMentions, listMessages, withdrawMessage, writeMessage } from '#server/tasks/discussion.ts'
import { isErased } from '#server/tasks/on-paper.ts'
import { listReaders, unitOf } from '#server/tasks/readers.ts'
import { listSeen, markSeen } from '#server/tasks/seen.ts'

const handlers: Handlers<typeof discussionApi> = {
  async listMessages(request) {
    const { tx, actor, register, params, now } = request
    const items = await listMessages(request, params.id)
    const assignment = await getAssignment(tx, params.id)
    const mayWrite = unitOf(actor, assignment, register) !== undefined && !(await isErased(tx, assignment.taskId))
    return { items, unread: items.filter(({ unread }) => unread).length, mayWrite, asOf: now }
  },
  writeMessage: (request) => writeMessage(request, request.params.id, request.body),
  editMessage: (request) => editMessage(request, request.params.id, request.params.messageId, request.body),
  withdrawMessage: (request) =>
    withdrawMessage(request, request.params.id, request.params.messageId, request.body.reason),
  async listReaders(request) {
    return { items: await listReaders(request, await getAssignment(request.tx, request.params.id)) }
  },
  async markSeen(request) {
    return { noted: await markSeen(request, request.params.id, request.body.shown) }
  },
  async listSeen(request) {
    return { items: await listSeen(request, request.params.id) }
  },
  async listMentions(request) {
    const items = await listMentions(request)
    return { items, total: items.length }
  },
}

export function mountDiscussion(app: FastifyInstance, system: System): void {
  mount(app, system, discussionApi, handlers)
}
