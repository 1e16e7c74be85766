import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { Role } from '#core/people/role.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

/** NIST SP 800-63B, 5.1.1.2: length is what counts; no rules of composition. */
export const Password = z.string().min(10).max(200)

export const RoleGrant = z
  .object({ id: Id, role: Role, unit: UnitRef, from: PlainDate, to: PlainDate.nullable() })
  .meta({ id: 'RoleGrant' })
export type RoleGrant = z.infer<typeof RoleGrant>

export const Me = z
  .object({
    person: PersonRef.extend({ login: z.string() }),
    roles: z.array(RoleGrant),
    deeds: z.array(z.string()),
    mustChangePassword: z.boolean(),
    demo: z.boolean(),
    today: PlainDate,
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const PersonRow = PersonRef.extend({
  login: z.string(),
  active: z.boolean(),
  roles: z.array(RoleGrant),
  version: z.int(),
}).meta({ id: 'PersonRow' })
export type PersonRow = z.infer<typeof PersonRow>

const Done = z.object({ done: z.literal(true) })
const OnPerson = z.object({ id: Id })
const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,63}$/)

export const peopleApi = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: 'Sign in; sets the session cookie',
    may: 'anyone',
    body: z.object({ login: z.string().trim().toLowerCase().max(64), password: z.string().max(200) }),
    response: Me,
  }),
  me: endpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, with roles and entitlements',
    may: 'signed-in',
    response: Me,
  }),
  signOut: endpoint({ method: 'DELETE', path: '/session', summary: 'Sign out', may: 'signed-in', response: Done }),
  welcome: endpoint({
    method: 'GET',
    path: '/welcome',
    summary:
      'What the sign-in page shows: whether this is the demo and as whom one can enter, whether a first administrator is still to be made',
    may: 'anyone',
    response: z.object({
      demo: z.boolean(),
      setup: z.boolean(),
      password: z.string().nullable(),
      people: z.array(
        z.object({ login: z.string(), name: z.string(), position: z.string(), role: Role, unit: z.string() }),
      ),
    }),
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/setup',
    summary: 'Make the first administrator with the one-time token printed at first start',
    may: 'anyone',
    body: z.object({
      token: z.string().max(200),
      organisation: z.string().trim().min(2).max(300),
      login: Login,
      name: z.string().trim().min(1).max(200),
      password: Password,
    }),
    response: Me,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/session/password',
    summary: 'Change one’s own password; ends all other sessions',
    may: 'signed-in',
    body: z.object({ current: z.string().max(200), next: Password }),
    response: Done,
  }),
  listTokens: endpoint({
    method: 'GET',
    path: '/tokens',
    summary: 'One’s own bearer tokens',
    may: 'signed-in',
    response: z.object({
      items: z.array(z.object({ id: Id, name: z.string(), createdAt: Instant, expiresAt: Instant })),
    }),
  }),
  makeToken: endpoint({
    method: 'POST',
    path: '/tokens',
    summary: 'Make a bearer token; it is shown this once',
    may: 'signed-in',
    body: z.object({ name: z.string().trim().min(1).max(100), days: z.int().min(1).max(366).default(90) }),
    response: z.object({ id: Id, token: z.string(), expiresAt: Instant }),
  }),
  revokeToken: endpoint({
    method: 'DELETE',
    path: '/tokens/:id',
    summary: 'Revoke one of one’s own tokens',
    may: 'signed-in',
    params: OnPerson,
    response: Done,
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    summary: 'People and their roles',
    may: 'person.read',
    query: z.object({
      q: z.string().max(100).optional(),
      unit: Id.optional(),
      limit: z.coerce.number<string | number>().int().min(1).max(200).default(50),
      offset: z.coerce.number<string | number>().int().min(0).default(0),
    }),
    response: z.object({ items: z.array(PersonRow), total: z.int() }),
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/people',
    summary: 'Add a person with a first password, which has to be changed at the first sign-in',
    may: 'person.manage',
    // Not `creates`: an answer that is kept for a repeated call would keep the password. The login is not given twice anyhow.
    body: z.object({
      login: Login,
      name: z.string().trim().min(1).max(200),
      position: z.string().trim().max(200).default(''),
    }),
    response: z.object({ id: Id, password: z.string() }),
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/people/:id',
    summary: 'Correct a person’s name or position, or switch the account off or on',
    may: 'person.manage',
    ifMatch: true,
    params: OnPerson,
    body: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      position: z.string().trim().max(200).optional(),
      active: z.boolean().optional(),
    }),
    response: PersonRow,
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/people/:id/password',
    summary: 'Give a person a new first password; ends all their sessions and unlocks the account',
    may: 'person.manage',
    params: OnPerson,
    response: z.object({ password: z.string() }),
  }),
  grantRole: endpoint({
    method: 'POST',
    path: '/people/:id/roles',
    summary: 'Grant a role at a unit from a day on',
    may: 'person.manage',
    creates: true,
    params: OnPerson,
    body: z.object({ role: Role, unitId: Id, from: PlainDate, to: PlainDate.nullable().default(null) }),
    response: RoleGrant,
  }),
  endRole: endpoint({
    method: 'POST',
    path: '/people/:id/roles/:grantId/end',
    summary: 'End a role; its last day is given',
    may: 'person.manage',
    params: z.object({ id: Id, grantId: Id }),
    body: z.object({ on: PlainDate }),
    response: RoleGrant,
  }),
}
