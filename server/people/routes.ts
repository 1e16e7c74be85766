import type { FastifyInstance } from 'fastify'
import { peopleApi } from '#core/people/api.ts'
import { mount, type System } from '#server/http/mount.ts'
import { managePeople } from '#server/people/manage-people.ts'
import { ownAccount } from '#server/people/own-account.ts'
import { setUp, welcome } from '#server/people/setup.ts'

export function mountPeople(app: FastifyInstance, system: System): void {
  mount(app, system, peopleApi, { ...ownAccount, ...managePeople, welcome, setUp })
}
