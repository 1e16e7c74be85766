-- A directive that turns out to be secret when tasks have been made of it: they lose their words with it, what is open ends, and what is counted of
-- them (number, units, days, state) stays. The bytes of every copy that nothing else names go as well.
alter table task add column erased_at timestamptz;
comment on column task.erased_at is 'since when its directive is known to be secret: it has no content, and goes on on paper';
create index task_erased on task (erased_at) where erased_at is not null;
alter table task add column erased_version integer;
comment on column task.erased_version is 'the version that the erasing made: steps before it say what was erased';
alter table assignment add column erased_version integer;
comment on column assignment.erased_version is 'the version that the erasing made, where its directive is known to be secret';

create function app_is_erased(assignment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from assignment a join task t on t.id = a.task_id where a.id = $1 and t.erased_at is not null) $$;
revoke execute on function app_is_erased(uuid) from public;

-- What hangs on a directive: shown, as numbers, before its content is taken away.
create function app_erasing_reach(directive uuid) returns table (id uuid, number integer, assignments bigint, open bigint, given bigint, reports bigint,
    files bigint, messages bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from directive d where d.id = $1 and app_holds('records', d.owner_id)) then
    raise exception 'app_erasing_reach: not the actor''s register' using errcode = '42501';
  end if;
  return query select t.id, t.number, count(a.id),
      count(a.id) filter (where a.state not in ('confirmed', 'withdrawn', 'superseded', 'merged')), count(a.id) filter (where a.issued_on is not null),
      coalesce(sum((select count(*) from report r where r.assignment_id = a.id)), 0)::bigint,
      coalesce(sum((select count(*) from report r join evidence e on e.report_id = r.id where r.assignment_id = a.id)), 0)::bigint,
      coalesce(sum((select count(*) from message m where m.assignment_id = a.id)), 0)::bigint
    from task t left join assignment a on a.task_id = t.id where t.directive_id = $1 group by t.id, t.number order by t.number;
end $$;

-- Takes away text, pages, words, passages, relations, addressees, proposals, what tasks say of it, what was reported and said about them, and the
-- files. `line` stands where words were, `reason` where an open assignment says why it ended. Answers what has changed, for the journal; the
-- assignments with the state that each was in; hashes of bytes that no row names any more. Answers nothing, and does nothing, where the directive has
-- another version than expected, or other than so many tasks quote it: whoever erases has seen what goes.
drop function app_erase_content(uuid, timestamptz);
create function app_erase_content(directive uuid, expected integer, quoting integer, erased_at timestamptz, today date, line text, folded_line text,
    reason text)
  returns table (proposals uuid[], tasks uuid[], assignments jsonb, messages uuid[], files uuid[], bytes text[], file_kept boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  one directive;
  given uuid[];
  hung uuid[];
  hashes text[];
begin
  -- In the order of who issues: assignments before their directive. Whoever is at work on one of them is waited for; what they have stored is seen by
  -- the statements that follow.
  perform from assignment a where a.directive_id = $1 order by a.id for update;
  perform from task t where t.directive_id = $1 order by t.id for update;
  select * into one from directive d where d.id = $1 for update;
  if one.id is null or one.secrecy is not null or not app_holds('records', one.owner_id) then
    raise exception 'app_erase_content: not the actor''s register, or secret already' using errcode = '42501';
  end if;
  tasks := array(select t.id from task t where t.directive_id = $1 order by t.id);
  if one.version <> expected or cardinality(tasks) <> quoting then return; end if;
  -- To end what units are at work on is the right of who gives work.
  if tasks <> '{}' and not app_holds('issues', one.owner_id) then
    raise exception 'app_erase_content: the actor does not withdraw assignments' using errcode = '42501';
  end if;
  given := array(select a.id from assignment a where a.task_id = any (tasks) order by a.id);
  assignments := coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state) order by a.id) from assignment a where a.id = any (given)), '[]');
  messages := array(select m.id from message m where m.assignment_id = any (given) order by m.id);
  hung := array(select one.file_id where one.file_id is not null
    union select e.file_id from report r join evidence e on e.report_id = r.id where r.assignment_id = any (given)
    -- The table that tasks were taken over from says what they said.
    union select i.file_id from import_run i join task t on t.drafted_at = i.run_at and t.drafted_by = i.run_by and t.proposal_id is null
      and t.parent_id is null where t.id = any (tasks)
    -- The table that its line of the register was taken over from says what it is about and who signed it.
    union select i.file_id from import_run i where i.run_at = one.registered_at and i.run_by = one.registered_by);

  with emptied as (
    update proposal p set fields = '{}', reading = '{}', passage_id = null, state = 'withdrawn', version = p.version + 1 where p.directive_id = $1 returning p.id)
  select coalesce(array_agg(emptied.id), '{}') into proposals from emptied;
  update message_text x set text = '' where x.message_id = any (messages);
  update message m set withdrawn_at = coalesce(m.withdrawn_at, $4), withdrawn_reason = line, version = m.version + 1 where m.id = any (messages);
  delete from evidence e using report r where r.id = e.report_id and r.assignment_id = any (given);
  update report r set text = line, decided_reason = case when r.decided_reason is not null then line end where r.assignment_id = any (given);
  update assignment a set action = null, deadline_text = null, returned_reason = case when a.returned_reason is not null then line end,
      exit_reason = case when a.exit_reason is not null then line end, erased_version = a.version + 1, version = a.version + 1 where a.id = any (given);
  update assignment a set state = 'withdrawn', exit_reason = reason, exited_on = today, exited_at = $4
    where a.id = any (given) and a.state not in ('confirmed', 'withdrawn', 'superseded', 'merged');
  -- Last: from here on the guards hold.
  update task t set quote = null, quote_start = null, quote_end = null, passage_id = null, source = case when t.source is not null then line end,
      action = line, deliverable = null, deadline = null, folded = folded_line, erased_at = $4, erased_version = t.version + 1, version = t.version + 1
    where t.id = any (tasks);

  delete from passage where directive_id = $1;
  delete from page_text where directive_id = $1;
  delete from directive_relation where directive_id = $1;
  delete from directive_words where directive_id = $1;
  delete from directive_addressee where directive_id = $1;
  delete from directive_text where directive_id = $1;
  update directive set file_id = null, page_count = null, intake_notes = null where id = $1;
  -- Answers that are kept for repeated calls quote sentences, tasks and messages.
  delete from idempotency i using (
      select k.person_id, k.key from idempotency k, regexp_matches(k.response::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') named
      where named[1] in (select unnest(array[$1] || proposals || tasks || given || messages)::text)) quoting
    where i.person_id = quoting.person_id and i.key = quoting.key;

  -- All copies of the same bytes that nothing names, whoever handed them in: an upload that was given up as well.
  hashes := array(select distinct f.sha256::text from file f where f.id = any (hung));
  perform from file f where f.sha256 = any (hashes) order by f.id for update;
  with gone as (
    update file f set removed_at = $4, name = '', version = f.version + 1
    where f.sha256 = any (hashes) and f.removed_at is null and not exists (select from directive d where d.file_id = f.id)
      and not exists (select from evidence e where e.file_id = f.id)
      and (f.id = any (hung) or not exists (select from import_run i where i.file_id = f.id)) returning f.id)
  select coalesce(array_agg(gone.id order by gone.id), '{}') into files from gone;
  bytes := array(select hash from unnest(hashes) hash where not exists (select from file f where f.sha256 = hash and f.removed_at is null));
  file_kept := cardinality(bytes) < cardinality(hashes);
  return next;
end $$;

-- What is erased takes no new words.
create function erased_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased boolean;
  held uuid;
begin
  case tg_table_name
    when 'task' then erased := old.erased_at is not null;
    when 'report', 'message' then
      perform from assignment a where a.id = new.assignment_id for key share;
      erased := app_is_erased(new.assignment_id);
    when 'evidence' then
      select r.assignment_id into held from report r where r.id = new.report_id;
      perform from assignment a where a.id = held for key share;
      erased := app_is_erased(held);
    when 'assignment' then erased := app_is_erased(old.id);
    when 'message_text' then
      perform from assignment a join message m on m.assignment_id = a.id where m.id = new.message_id for key share of a;
      erased := exists (select from message m where m.id = new.message_id and app_is_erased(m.assignment_id));
  end case;
  if erased then raise exception 'erased_guard: what belongs to a secret directive has no content' using errcode = '42501'; end if;
  return new;
end $$;
create trigger erased_guard before update on task for each row execute function erased_guard();
create trigger erased_guard before insert or update on report for each row execute function erased_guard();
create trigger erased_guard before insert on message for each row execute function erased_guard();
create trigger erased_guard before insert on message_text for each row execute function erased_guard();
create trigger erased_guard before insert on evidence for each row execute function erased_guard();
create trigger erased_guard before update on assignment for each row
  when ((new.task_id, new.action, new.deadline_text, new.returned_reason, new.exit_reason)
    is distinct from (old.task_id, old.action, old.deadline_text, old.returned_reason, old.exit_reason)) execute function erased_guard();
create function assignment_erased_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from came c join task t on t.id = c.task_id where t.erased_at is not null) then
    raise exception 'erased_guard: nobody is given what belongs to a secret directive' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger assignment_erased_guard after insert on assignment referencing new table as came for each statement execute function assignment_erased_guard();

create or replace function directive_made_stub_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from directive_text where directive_id = new.id) or exists (select from task where directive_id = new.id and erased_at is null)
    or exists (select from proposal where directive_id = new.id and (fields, reading, state) is distinct from ('{}'::jsonb, '{}'::jsonb, 'withdrawn'))
    or exists (select from passage where directive_id = new.id) or exists (select from page_text where directive_id = new.id)
    or exists (select from directive_relation where directive_id = new.id) or exists (select from directive_addressee where directive_id = new.id)
    or exists (select from directive_words where directive_id = new.id and part > 0) then
    raise exception 'directive_made_stub_guard: a directive with content does not become secret' using errcode = '42501';
  end if;
  return new;
end $$;

-- What was typed before stands in the journal for good: of what is erased only who audits reads it. By the version and no clock: a step that was
-- stored before the erasing had its locks may be recorded as later than it.
drop policy journal_entry_read on journal_entry;
drop function app_reads_step(text, uuid, timestamptz);
create function app_reads_step(kind text, subject uuid, subject_version integer, done_at timestamptz) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
begin
  if kind = 'assignment' then
    return exists (select from assignment a where a.id = subject and app_sees(a)
      and (done_at >= a.issued_at or app_reads_for_issuer(a.issued_by)) and subject_version >= coalesce(a.erased_version, 0));
  end if;
  return exists (select from task t where t.id = subject and subject_version >= coalesce(t.erased_version, 0)
    and (app_reads_for_issuer(t.owner_id) or (app_reads_task_of(t.id)
      and done_at >= (select min(a.issued_at) from assignment a where a.task_id = t.id))));
end $$;
create policy journal_entry_read on journal_entry for select to throughline_app using (
  (select app_audits())
  or (subject_kind in ('assignment', 'task') and app_reads_step(subject_kind, subject_id, subject_version, recorded_at))
  or (subject_kind = 'directive' and subject_id in (select id from directive where secrecy is null))
  or (subject_kind = 'proposal' and subject_id in (select id from proposal where fields <> '{}')));

-- What was withdrawn because its directive is secret, of units for which the actor answers or that the actor handles, until the actor has opened it.
-- Nearly always empty: under the policies of four tables it took longer to plan than to read.
create function app_on_paper(answering uuid[], most integer)
  returns table (id uuid, number integer, ordinal smallint, action text, "leadId" uuid, "erasedAt" timestamptz)
  language plpgsql stable security definer rows 10 set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query select a.id, t.number, a.ordinal, t.action, coalesce(a.lead_id, a.external_lead_id), t.erased_at
    from task t join assignment a on a.task_id = t.id and a.exited_at = t.erased_at and a.issued_on is not null
      left join assignment_seen s on s.assignment_id = a.id and s.person_id = app_person()
    where t.erased_at is not null and (s.last_at is null or s.last_at < t.erased_at)
      and (a.handler_id = app_person() or a.lead_id = any (answering) or a.monitor_id = any (answering)
        or exists (select from assignment_cooperating c where c.assignment_id = a.id and c.unit_id = any (answering)))
      and app_sees(a)
    order by t.erased_at desc, t.number, a.ordinal limit most;
end $$;
