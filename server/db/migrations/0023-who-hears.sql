-- Who hears what was said, and what was changed, before an assignment was given to its present lead.

-- Whether the actor reads for the unit that gives: it reads its drafts, and all that was said about them.
create function app_reads_for_issuer(unit uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (strpos(coalesce(current_setting('app.reads_ids', true), ''), unit::text) > 0) <> app_wide('reads') or unit = any (app_ids('reads_issued'));
end $$;
-- The same of an assignment `a`, as a condition with the actor's units in it.
create function app_issuer_seen() returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_wide('reads') then
    return format('(a.issued_by <> all (%L::uuid[]) or a.issued_by = any (%L::uuid[]))', app_ids('reads'), app_ids('reads_issued'));
  end if;
  return format('a.issued_by = any (%L::uuid[])', app_ids('reads') || app_ids('reads_issued'));
end $$;
revoke execute on function app_issuer_seen() from public;

-- Since when the present lead has it; the journal knows, and no column.
create function app_led_since(assignment uuid) returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
  select max(e.recorded_at) from journal_entry e where e.subject_kind = 'assignment' and e.subject_id = $1 and e.command = 'assignment.reassign' $$;
revoke execute on function app_led_since(uuid) from public;

-- Whether the actor hears what was said about an assignment, then and in the name of that unit. What was said before the issue is the issuer's own;
-- what was said before the present lead had it is the issuer's, and of the unit that spoke and of those above it.
create function app_hears(assignment uuid, said_at timestamptz, unit uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found assignment;
begin
  select * into found from assignment a where a.id = $1 and app_sees(a);
  if found.id is null then return false; end if;
  if app_reads_for_issuer(found.issued_by) then return true; end if;
  return said_at >= found.issued_at and (said_at >= coalesce(app_led_since(found.id), found.issued_at)
    or (strpos(coalesce(current_setting('app.reads_ids', true), ''), unit::text) > 0) <> app_wide('reads') or unit = any (app_ids('addressed')));
end $$;
create or replace function app_reads_message(message uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from message m where m.id = $1 and app_hears(m.assignment_id, m.written_at, m.unit_id)); end $$;

drop policy message_read on message;
create policy message_read on message for select to throughline_app using (app_hears(assignment_id, written_at, unit_id));

-- Only in the name of a unit for which the actor takes part, only as long as the message stands, and one revision after the other.
create function app_speaks_in(message uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return app_ids('discusses') <> '{}' and exists (select from message m where m.id = $1 and m.author_id = app_person() and m.withdrawn_at is null
    and app_hears(m.assignment_id, m.written_at, m.unit_id));
end $$;
create function app_revisions(message uuid) returns bigint language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) from message_text t where t.message_id = $1 $$;
drop policy message_add on message;
create policy message_add on message for insert to throughline_app with check (
  author_id = (select app_person()) and unit_id = any ((select app_ids('discusses'))::uuid[]) and withdrawn_at is null
  and app_reads_assignment(assignment_id));
drop policy message_text_add on message_text;
create policy message_text_add on message_text for insert to throughline_app with check (
  app_speaks_in(message_id) and revision = app_revisions(message_id) + 1);
drop policy message_mention_add on message_mention;
create policy message_mention_add on message_mention for insert to throughline_app with check (app_speaks_in(message_id));
drop function app_wrote_message(uuid);
drop policy assignment_seen_add on assignment_seen;
create policy assignment_seen_add on assignment_seen for insert to throughline_app with check (
  person_id = (select app_person()) and unit_id = any ((select app_ids('discusses'))::uuid[]) and app_reads_assignment(assignment_id));
drop policy assignment_seen_change on assignment_seen;
create policy assignment_seen_change on assignment_seen for update to throughline_app using (person_id = (select app_person()))
  with check (person_id = (select app_person()) and unit_id = any ((select app_ids('discusses'))::uuid[]));

-- What was done to a draft is told to those who read for the unit that gives. The task's steps begin for others with its first issue.
create function app_reads_step(kind text, subject uuid, done_at timestamptz) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if kind = 'assignment' then
    return exists (select from assignment a where a.id = subject and app_sees(a)
      and (done_at >= a.issued_at or app_reads_for_issuer(a.issued_by)));
  end if;
  return exists (select from task t where t.id = subject and (app_reads_for_issuer(t.owner_id) or (app_reads_task_of(t.id)
    and done_at >= (select min(a.issued_at) from assignment a where a.task_id = t.id))));
end $$;
drop policy journal_entry_read on journal_entry;
create policy journal_entry_read on journal_entry for select to throughline_app using (
  (select app_audits())
  or (subject_kind in ('assignment', 'task') and app_reads_step(subject_kind, subject_id, recorded_at))
  or (subject_kind = 'directive' and subject_id in (select id from directive))
  or (subject_kind = 'proposal' and subject_id in (select id from proposal)));

create or replace function app_changes(since timestamptz) returns table (command text, entries bigint, latest timestamptz)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
begin
  return query execute format('select e.command, count(*), max(e.recorded_at) from journal_entry e join assignment a on a.id = e.subject_id
    where e.subject_kind = ''assignment'' and e.recorded_at > %L and e.actor_id is distinct from %L and (e.recorded_at >= a.issued_at or %s) and ',
    since, app_person(), app_issuer_seen()) || app_assignments_seen() || ' group by e.command';
end $$;
create or replace function app_change_page(since timestamptz, commands text[], page integer, skipped integer)
  returns table (entry_id uuid, assignment_id uuid, command text, recorded_at timestamptz, actor_id uuid)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute format('select e.id, a.id, e.command, e.recorded_at, e.actor_id from journal_entry e join assignment a on a.id = e.subject_id
    where e.subject_kind = ''assignment'' and e.command = any (%L::text[]) and e.recorded_at > %L and e.actor_id is distinct from %L
      and (e.recorded_at >= a.issued_at or %s) and ',
    commands, since, app_person(), app_issuer_seen()) || app_assignments_seen() || format(' order by e.recorded_at desc, e.id limit %s offset %s', page, skipped);
end $$;
