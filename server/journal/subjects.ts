import { sql } from 'kysely'
import type { Store, Tx } from '#server/db/store.ts'

/**
 * Everything that commands change: how many commands it has seen (`version`), and its state as one JSON value, from which the
 * journal's digest is taken. Nulls are left out of the digest, so that a later migration may add a column that is null for old rows.
 * Credentials are no part of a state: the application's role cannot read them.
 */
const SUBJECTS = {
  person: `select p.id, p.version, jsonb_build_object('login', p.login, 'name', p.name, 'position', p.position, 'active', p.active,
      'roles', (select jsonb_agg(to_jsonb(g) order by g.id) from role_grant g where g.person_id = p.id)) as state from person p`,
  token: `select t.id, t.version, jsonb_build_object('person', t.person_id, 'name', t.name, 'created_at', t.created_at, 'expires_at', t.expires_at,
      'revoked_at', t.revoked_at) as state from token t`,
  unit: `select u.id, u.version, jsonb_build_object('kind', u.kind, 'has_office', u.has_office,
      'versions', (select jsonb_agg(to_jsonb(v) order by v.valid_from) from unit_version v where v.unit_id = u.id)) as state from unit u`,
  external_unit: 'select e.id, e.version, to_jsonb(e) as state from external_unit e',
  unit_group: `select g.id, g.version, to_jsonb(g) || jsonb_build_object('members', (select jsonb_agg(coalesce(m.unit_id, m.external_unit_id)
      order by m.ordinal) from unit_group_member m where m.unit_group_id = g.id)) as state from unit_group g`,
  alias: 'select a.id, a.version, to_jsonb(a) as state from alias a',
  fixed_phrase: 'select f.id, f.version, to_jsonb(f) as state from fixed_phrase f',
  file: 'select f.id, f.version, to_jsonb(f) as state from file f',
  directive: `select d.id, d.version, to_jsonb(d) || jsonb_build_object(
      'text', (select encode(sha256(convert_to(t.text, 'UTF8')), 'hex') from directive_text t where t.directive_id = d.id),
      'passages', (select jsonb_agg(to_jsonb(p) order by p.ordinal) from passage p where p.directive_id = d.id),
      'relations', (select jsonb_agg(to_jsonb(r) order by r.ordinal) from directive_relation r where r.directive_id = d.id),
      'pages', (select jsonb_agg(to_jsonb(w) order by w.start_at, w.id) from page_text w where w.directive_id = d.id)
    ) as state from directive d`,
  proposal: 'select p.id, p.version, to_jsonb(p) as state from proposal p',
  task: 'select t.id, t.version, to_jsonb(t) as state from task t',
  assignment: `select a.id, a.version, to_jsonb(a) || jsonb_build_object(
      'cooperating', (select jsonb_agg(c.unit_id order by c.unit_id) from assignment_cooperating c where c.assignment_id = a.id),
      'reports', (select jsonb_agg(to_jsonb(r) || jsonb_build_object('evidence',
        (select jsonb_agg(e.file_id order by e.file_id) from evidence e where e.report_id = r.id)) order by r.id) from report r where r.assignment_id = a.id)
    ) as state from assignment a`,
  star: 'select s.id, s.version, to_jsonb(s) as state from star s',
  saved_view: 'select v.id, v.version, to_jsonb(v) as state from saved_view v',
  message: `select m.id, m.version, to_jsonb(m) || jsonb_build_object(
      'texts', (select jsonb_agg(to_jsonb(t) order by t.revision) from message_text t where t.message_id = m.id),
      'mentions', (select jsonb_agg(x.person_id order by x.person_id) from message_mention x where x.message_id = m.id)) as state from message m`,
  import: 'select i.id, i.version, to_jsonb(i) as state from import_run i',
  settings: `select s.id, s.version, to_jsonb(s) as state from setting s`,
} as const

export type SubjectName = keyof typeof SUBJECTS
export const SUBJECT_NAMES = Object.keys(SUBJECTS) as SubjectName[]

export interface SubjectState {
  id: string
  version: number
  stateHash: string
}

/** The digests of the given subjects as they are stored now; of all of that kind when no ids are given. */
export async function listStates(
  db: Tx | Store['db'],
  kind: SubjectName,
  ids?: readonly string[],
): Promise<SubjectState[]> {
  const some = ids === undefined ? sql`` : sql`where s.id = any(${ids}::uuid[])`
  const result = await sql<SubjectState>`
    select s.id, s.version, encode(sha256(convert_to(jsonb_strip_nulls(s.state)::text, 'UTF8')), 'hex') as "stateHash"
    from (${sql.raw(SUBJECTS[kind])}) s ${some}`.execute(db)
  return result.rows
}

/**
 * The same inside a request, whose role may not see all of what it changes: a clerk registers directives whose text clerks do not read. The
 * digest is of the whole state, or no verification would find it again.
 */
export async function listWholeStates(tx: Tx, kind: SubjectName, ids: readonly string[]): Promise<SubjectState[]> {
  const { rows } = await sql<{ role: string }>`
    select current_setting('role') as role, set_config('role', 'none', true)`.execute(tx)
  const states = await listStates(tx, kind, ids)
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(tx)
  return states
}
