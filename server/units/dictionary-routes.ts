import type { FastifyInstance } from 'fastify'
import { dictionaryApi } from '#core/units/dictionary-api.ts'
import { mount, type System } from '#server/http/mount.ts'
import { aliasHandlers } from '#server/units/aliases.ts'
import { externalUnitHandlers } from '#server/units/external-units.ts'
import { phraseHandlers } from '#server/units/fixed-phrases.ts'
import { groupHandlers } from '#server/units/groups.ts'

export function mountDictionary(app: FastifyInstance, system: System): void {
  const handlers = { ...aliasHandlers, ...groupHandlers, ...externalUnitHandlers, ...phraseHandlers }
  mount(app, system, dictionaryApi, handlers)
}
