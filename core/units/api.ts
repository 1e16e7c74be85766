import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { UnitKind } from '#core/units/unit.ts'
import { Addressee, NamedAddressee, NameMatch, UnitRef } from '#core/units/unit-ref.ts'

const UnitRow = UnitRef.extend({
  kind: z.string(),
  tier: z.int(),
  hasOffice: z.boolean(),
  parent: UnitRef.nullable(),
  children: z.int(),
}).meta({ id: 'UnitRow' })
export type UnitRow = z.infer<typeof UnitRow>

export const unitsApi = {
  listUnits: endpoint({
    method: 'GET',
    path: '/units',
    summary: 'Units below a unit, or the whole first tier',
    may: 'unit.read',
    query: z.object({
      below: Id.optional(),
      limit: z.coerce.number<string | number>().int().min(1).max(500).default(200),
    }),
    response: z.object({ items: z.array(UnitRow), total: z.int() }),
  }),
  addUnit: endpoint({
    method: 'POST',
    path: '/units',
    summary: 'Add a unit below another, from today on',
    may: 'unit.manage',
    creates: true,
    body: z.object({
      name: z.string().trim().min(2).max(300),
      shortName: z.string().trim().max(100).optional(),
      kind: UnitKind,
      parentId: Id,
      /** Whether executive-office roles can be held here. */
      hasOffice: z.boolean().default(false),
    }),
    response: UnitRow,
  }),
  findAddressees: endpoint({
    method: 'GET',
    path: '/addressees',
    summary:
      'Units, groups and external units whose name or alias fits what was typed, best first, with or without accents',
    may: 'unit.read',
    query: z.object({
      q: z.string().max(200),
      /** Only what lies below this unit; of a group its part below it. */
      below: Id.optional(),
      limit: z.coerce.number<string | number>().int().min(1).max(50).default(12),
    }),
    response: z.object({ items: z.array(NamedAddressee) }),
  }),
  matchNames: endpoint({
    method: 'POST',
    path: '/addressees/match',
    summary: 'What the system makes of names as a directive writes them',
    may: 'unit.read',
    body: z.object({ names: z.array(z.string().min(1).max(400)).max(100) }),
    response: z.object({ matches: z.array(NameMatch) }),
  }),
  expandAddressees: endpoint({
    method: 'POST',
    path: '/addressees/expand',
    summary: 'The units that a list of addressees reaches, each once: the preview of a fan-out',
    may: 'unit.read',
    body: z.object({ addressees: z.array(Addressee).max(200) }),
    response: z.object({ units: z.array(UnitRef), total: z.int() }),
  }),
}
