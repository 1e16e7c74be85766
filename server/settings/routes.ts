import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi } from '#core/settings/api.ts'
import { Settings } from '#core/settings/settings.ts'
import { entitleAtTop } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type System } from '#server/http/mount.ts'
import { readSettings } from '#server/settings/read-settings.ts'

const handlers: Handlers<typeof settingsApi> = {
  getSettings: ({ tx }) => readSettings(tx),
  async changeSettings(request) {
    const { tx, body, version, record } = request
    entitleAtTop(request, 'settings.manage')
    const { id, version: stored, ...before } = atVersion(await readSettings(tx), version)
    const value = Settings.parse({ ...before, ...body })
    await tx
      .updateTable('setting')
      .set({ value: JSON.stringify(value), version: stored + 1 })
      .where('version', '=', stored)
      .execute()
    await record({ command: 'settings.change', kind: 'settings', id, data: body })
    return { ...value, version: stored + 1 }
  },
  async listCalendarDays({ tx }) {
    const rows = await tx.selectFrom('calendarDay').select(['day', 'kind', 'basis']).orderBy('day').execute()
    return {
      items: rows.map((row) => ({
        day: row.day as PlainDate,
        kind: row.kind === 'off' ? 'off' : 'make-up',
        basis: row.basis,
      })),
    }
  },
}

export function mountSettings(app: FastifyInstance, system: System): void {
  mount(app, system, settingsApi, handlers)
}
