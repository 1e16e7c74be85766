import type { FastifyInstance } from 'fastify'
import { searchApi } from '#core/search/api.ts'
import { mount, type System } from '#server/http/mount.ts'
import { findAll } from '#server/search/find-all.ts'

export function mountSearch(app: FastifyInstance, system: System): void {
  mount(app, system, searchApi, { search: findAll })
}
