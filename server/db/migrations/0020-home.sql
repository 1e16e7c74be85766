-- What concerns a person first: starred priorities, the visit before this one, what others have changed since, who changed which setting.

create table star (
  id uuid primary key,
  task_id uuid not null references task,
  unit_id uuid not null references unit,
  starred_by uuid not null references person,
  starred_at timestamptz not null,
  removed_by uuid references person,
  removed_at timestamptz,
  version integer not null default 1,
  constraint star_removed check (num_nulls(removed_by, removed_at) in (0, 2))
);
comment on table star is 'A priority of the leaders of a unit; few at a time (a setting says how many)';
comment on column star.removed_at is 'since when it is none any more; null while it is one';
create unique index star_once on star (unit_id, task_id) where removed_at is null;
create index star_task on star (task_id) where removed_at is null;

-- Read within the scope and by those below the unit: what has priority above has it here too. And only of tasks that the reader reads.
alter table star enable row level security;
create policy star_read on star for select to throughline_app using (
  app_in_line('reads', unit_id) and exists (select from task t where t.id = star.task_id));
create policy star_add on star for insert to throughline_app with check (
  app_holds('stars', unit_id) and starred_by = (select app_person()) and removed_at is null
  and exists (select from task t where t.id = star.task_id));
create policy star_change on star for update to throughline_app using (app_holds('stars', unit_id))
  with check (removed_by = (select app_person()));
grant select, insert, update (removed_by, removed_at, version) on star to throughline_app;

create table visit (
  person_id uuid primary key references person,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  before_at timestamptz
);
comment on table visit is 'When a person last looked at the home page, for that person alone: what is told as new is what came since';
comment on column visit.before_at is 'when the visit before this one ended; null on the first';
alter table visit enable row level security;
create policy visit_own on visit to throughline_app using (person_id = (select app_person())) with check (person_id = (select app_person()));
grant select, insert, update (began_at, seen_at, before_at) on visit to throughline_app;

create index journal_entry_recorded on journal_entry (subject_kind, recorded_at);
create policy journal_entry_settings on journal_entry for select to throughline_app using (
  subject_kind = 'settings' and (select app_is('configures')));

-- What others did since with the assignments that the reader sees, counted by command, and entry by entry. As the owner, with the condition of
-- `assignment_read` (0011-desk.sql): the policy of the journal would gather all assignments of the scope first.
create function app_changes(since timestamptz) returns table (command text, entries bigint, latest timestamptz)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query execute format('select e.command, count(*), max(e.recorded_at) from journal_entry e join assignment a on a.id = e.subject_id
    where e.subject_kind = ''assignment'' and e.recorded_at > %L and e.actor_id is distinct from %L and ', since, app_person())
    || app_assignments_seen() || ' group by e.command';
end $$;
create function app_change_page(since timestamptz, commands text[], page integer, skipped integer)
  returns table (entry_id uuid, assignment_id uuid, command text, recorded_at timestamptz, actor_id uuid)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute format('select e.id, a.id, e.command, e.recorded_at, e.actor_id from journal_entry e join assignment a on a.id = e.subject_id
    where e.subject_kind = ''assignment'' and e.command = any (%L::text[]) and e.recorded_at > %L and e.actor_id is distinct from %L and ',
    commands, since, app_person()) || app_assignments_seen() || format(' order by e.recorded_at desc, e.id limit %s offset %s', page, skipped);
end $$;
