create table task (
  id uuid primary key,
  number integer not null constraint task_number_key unique,
  directive_id uuid references directive,
  proposal_id uuid references proposal,
  passage_id uuid references passage,
  quote text,
  quote_start integer,
  quote_end integer,
  source text,
  action text not null,
  deliverable text,
  deadline jsonb,
  owner_id uuid not null references unit,
  parent_id uuid,
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  folded text not null,
  version integer not null default 1,
  constraint task_source check (directive_id is not null or source is not null or parent_id is not null)
);
comment on table task is 'One thing to be done; what each unit owes of it is an assignment';
comment on column task.owner_id is 'the unit that gives the task';
comment on column task.source is 'where a task entered by hand comes from';
comment on column task.parent_id is 'the assignment that its holder cascaded into this task';
create sequence task_number as integer;
create index task_directive on task (directive_id);
create index task_proposal on task (proposal_id);
create index task_folded on task using gin (folded gin_trgm_ops);

create table assignment (
  id uuid primary key,
  task_id uuid not null references task,
  ordinal smallint not null,
  directive_id uuid references directive,
  lead_id uuid references unit,
  external_lead_id uuid references external_unit,
  issued_by uuid not null references unit,
  monitor_id uuid references unit,
  state text not null constraint assignment_state check (state in ('draft', 'approved', 'issued', 'accepted', 'returned', 'in_progress', 'reported_complete', 'confirmed', 'withdrawn', 'superseded', 'merged')),
  original_due_on date,
  due_on date,
  action text,
  needs_approval boolean not null,
  drafted_by uuid not null references person,
  approved_by uuid references person,
  issued_on date,
  answer_from date,
  issued_at timestamptz,
  answered_at timestamptz,
  returned_reason text,
  handler_id uuid references person,
  percent smallint constraint assignment_percent check (percent between 0 and 100),
  reported_on date,
  reported_by uuid references person,
  reported_on_behalf boolean,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  exit_reason text,
  exited_on date,
  exited_at timestamptz,
  version integer not null default 1,
  constraint assignment_ordinal_key unique (task_id, ordinal),
  constraint assignment_one_lead check (num_nonnulls(lead_id, external_lead_id) = 1),
  constraint assignment_not_own_work check (
    confirmed_by is null or (confirmed_by is distinct from reported_by and confirmed_by is distinct from handler_id)),
  constraint assignment_not_own_approval check (approved_by is distinct from drafted_by or approved_by is null)
);
comment on table assignment is 'A task given to one lead unit';
comment on column assignment.due_on is 'last day on time of the effective deadline; the original one is never lost';
comment on column assignment.action is 'its own wording, where a revision made it differ from the task';
comment on column assignment.answer_from is 'the day from which the present lead has to answer';
comment on column assignment.reported_on is 'day of the report of completion that waits or was confirmed; null again when it is sent back';
alter table task add foreign key (parent_id) references assignment;
create unique index assignment_lead_once on assignment (task_id, lead_id) where state not in ('withdrawn', 'superseded', 'merged', 'returned');
create index assignment_lead on assignment (lead_id, state, due_on);
create index assignment_issuer on assignment (issued_by, state, due_on);
create index assignment_handler on assignment (handler_id) where handler_id is not null;
create index assignment_directive on assignment (directive_id);

create table assignment_cooperating (
  assignment_id uuid not null references assignment,
  unit_id uuid not null references unit,
  primary key (assignment_id, unit_id)
);
create index assignment_cooperating_unit on assignment_cooperating (unit_id);

create table report (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  kind text not null constraint report_kind check (kind in ('progress', 'completion')),
  reported_on date not null,
  recorded_at timestamptz not null,
  reported_by uuid not null references person,
  on_behalf boolean not null default false,
  text text not null,
  percent smallint constraint report_percent check (percent between 0 and 100),
  outcome text not null default 'pending' constraint report_outcome check (outcome in ('noted', 'pending', 'confirmed', 'sent_back')),
  decided_by uuid references person,
  decided_at timestamptz,
  decided_reason text
);
comment on column report.on_behalf is 'recorded by the office for an external lead';
create index report_assignment on report (assignment_id, recorded_at);

create table evidence (
  report_id uuid not null references report,
  file_id uuid not null references file,
  primary key (report_id, file_id)
);
create index evidence_file on evidence (file_id);

create function app_own_files() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from file where added_by = app_person() $$;

create function app_assignments_joined() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select assignment_id from assignment_cooperating where unit_id in (select app_units('addressed')) $$;

-- An assignment opens its task and directive to those whom it names: it hangs on a task of the unit that issues it.
create function app_is_task_of(task uuid, owner uuid, directive uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from task t where t.id = $1 and t.owner_id = $2 and t.directive_id is not distinct from $3) $$;
create function app_directives_issued() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select directive_id from assignment where issued_on is not null and issued_by in (select app_units('issues')) $$;
create policy directive_addressee_add on directive_addressee for insert to throughline_app with check (
  unit_id in (select app_units('targets')) and directive_id in (select app_directives_issued()));

-- A draft, and what an external lead holds, is held by the unit that issues it; everything else by its lead.
alter table assignment enable row level security;
create policy assignment_read on assignment for select to throughline_app using (
  case when issued_on is null then issued_by in (select app_units('reads')) or issued_by in (select app_units('reads_issued'))
  else coalesce(lead_id, issued_by) in (select app_units('reads'))
    or issued_by in (select app_units('reads_issued'))
    or lead_id in (select app_units('addressed'))
    or monitor_id in (select app_units('addressed'))
    or id in (select app_assignments_joined())
    or (handler_id = (select app_person()) and lead_id in (select app_units('handles')))
  end);
create policy assignment_add on assignment for insert to throughline_app with check (
  issued_by in (select app_units('issues')) and (lead_id is null or lead_id in (select app_units('targets')))
  and state = 'draft' and issued_on is null and drafted_by = (select app_person())
  and app_is_task_of(task_id, issued_by, directive_id));
create policy assignment_change on assignment for update to throughline_app using (
  issued_by in (select app_units('issues'))
  or issued_by in (select app_units('approves'))
  or lead_id in (select app_units('reports'))
  or (handler_id = (select app_person()) and lead_id in (select app_units('handles'))));

alter table assignment_cooperating enable row level security;
create policy assignment_cooperating_read on assignment_cooperating for select to throughline_app using (
  assignment_id in (select id from assignment));
create policy assignment_cooperating_change on assignment_cooperating to throughline_app using (
  assignment_id in (select id from assignment where issued_by in (select app_units('issues'))));

alter table task enable row level security;
create policy task_read on task for select to throughline_app using (
  owner_id in (select app_units('reads')) or id in (select task_id from assignment));
-- An office drafts of its own accord; a unit without one only cascades what it leads.
create policy task_add on task for insert to throughline_app with check (
  drafted_by = (select app_person()) and case when parent_id is null
    then owner_id in (select app_units('decides')) and (directive_id is null or directive_id in (select id from directive))
    else owner_id in (select app_units('answers')) and parent_id in (select a.id from assignment a
      where a.lead_id = task.owner_id and a.directive_id is not distinct from task.directive_id) end);
create policy task_change on task for update to throughline_app using (owner_id in (select app_units('issues')));

alter table report enable row level security;
create policy report_read on report for select to throughline_app using (assignment_id in (select id from assignment));
create policy report_add on report for insert to throughline_app with check (
  reported_by = (select app_person()) and assignment_id in (select id from assignment where lead_id in (select app_units('answers'))
    or (external_lead_id is not null and issued_by in (select app_units('issues')))
    or (report.kind = 'progress' and (lead_id in (select app_units('reports'))
      or (handler_id = (select app_person()) and lead_id in (select app_units('handles')))))));
create policy report_change on report for update to throughline_app using (
  assignment_id in (select id from assignment where issued_by in (select app_units('issues'))))
  with check (decided_by = (select app_person()));

alter table evidence enable row level security;
create policy evidence_read on evidence for select to throughline_app using (report_id in (select id from report));
create policy evidence_add on evidence for insert to throughline_app with check (
  report_id in (select id from report where reported_by = (select app_person())) and file_id in (select app_own_files()));

-- Passages of a directive with separate parts: the addressee sees those that its own assignments come from.
alter table passage enable row level security;
create policy passage_read on passage for select to throughline_app using (
  directive_id in (select directive_id from directive_text) or id in (select passage_id from task));
create policy passage_add on passage for insert to throughline_app with check (
  directive_id in (select id from directive where owner_id in (select app_units('records'))));

alter table file enable row level security;
create policy file_read on file for select to throughline_app using (
  added_by = (select app_person())
  or id in (select file_id from directive where id in (select directive_id from directive_text))
  or id in (select file_id from evidence));
create policy file_add on file for insert to throughline_app with check (
  added_by = (select app_person()) and (select app_is('hands_in')));

-- What an addressee may know of the other assignments of the same task: the unit, and the dates that its class follows from.
create function app_siblings(task uuid) returns table (
  id uuid, ordinal smallint, lead_id uuid, external_lead_id uuid, state text, issued_on date, due_on date, original_due_on date,
  exited_on date, reported_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
    select a.id, a.ordinal, a.lead_id, a.external_lead_id, a.state, a.issued_on, a.due_on, a.original_due_on, a.exited_on, a.reported_on
    from assignment a
    where a.task_id = $1 and a.issued_on is not null
      and exists (select from assignment own where own.task_id = $1 and own.issued_on is not null and (
        own.lead_id in (select app_units('addressed')) or own.lead_id in (select app_units('reads')) or own.issued_by in (select app_units('reads'))
        or own.monitor_id in (select app_units('addressed')) or own.id in (select app_assignments_joined())
        or (own.handler_id = app_person() and own.lead_id in (select app_units('handles')))))
    order by a.ordinal $$;

alter table journal_entry enable row level security;
create policy journal_entry_read on journal_entry for select to throughline_app using (
  (select app_audits())
  or (subject_kind = 'assignment' and subject_id in (select id from assignment))
  or (subject_kind = 'task' and subject_id in (select id from task))
  or (subject_kind = 'directive' and subject_id in (select id from directive))
  or (subject_kind = 'proposal' and subject_id in (select id from proposal)));
create policy journal_entry_add on journal_entry for insert to throughline_app with check (actor_id = (select app_person()));

-- A policy lets a row be changed or not. Which part of an assignment is whose is said here: the issuer's, the approver's, the lead's.
create function assignment_guard() returns trigger language plpgsql as $$
declare
  issues boolean := app_holds('issues', old.issued_by);
  answers boolean := coalesce(app_holds('answers', old.lead_id), false) or (old.lead_id is null and issues);
  wrong text;
begin
  if (new.lead_id, new.external_lead_id, new.monitor_id, new.due_on, new.original_due_on, new.action, new.drafted_by, new.issued_on,
      new.issued_at, new.answer_from, new.confirmed_by, new.confirmed_at, new.exit_reason, new.exited_on, new.exited_at)
    is distinct from (old.lead_id, old.external_lead_id, old.monitor_id, old.due_on, old.original_due_on, old.action, old.drafted_by,
      old.issued_on, old.issued_at, old.answer_from, old.confirmed_by, old.confirmed_at, old.exit_reason, old.exited_on, old.exited_at)
    and not issues then wrong := 'what the issuer gave';
  elsif old.issued_on is not null and (new.issued_on, new.original_due_on) is distinct from (old.issued_on, old.original_due_on)
    then wrong := 'when it was issued and for when';
  elsif new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by is distinct from app_person()
    then wrong := 'the name of another under a confirmation';
  elsif new.approved_by is distinct from old.approved_by and new.approved_by is not null
    and not (new.approved_by = app_person() and app_holds('approves', old.issued_by)) then wrong := 'an approval';
  elsif new.reported_by is distinct from old.reported_by and new.reported_by is not null
    and not (new.reported_by = app_person() and answers) then wrong := 'a report of completion';
  elsif new.handler_id is distinct from old.handler_id and not (answers or (issues and new.handler_id is null))
    then wrong := 'the handler';
  elsif new.state <> old.state and not (issues or answers
      or (new.state = 'approved' and app_holds('approves', old.issued_by)) or new.state = 'in_progress') then wrong := 'the state';
  end if;
  if wrong is not null then raise exception 'assignment_guard: % is not the actor''s to change', wrong using errcode = '42501'; end if;
  return new;
end $$;
create trigger assignment_guard before update on assignment for each row when (current_user = 'throughline_app')
  execute function assignment_guard();

grant select, insert on task, assignment, report to throughline_app;
grant update (action, deliverable, deadline, folded, version) on task to throughline_app;
grant update (outcome, decided_by, decided_at, decided_reason) on report to throughline_app;
grant update (lead_id, external_lead_id, monitor_id, state, original_due_on, due_on, action, drafted_by, approved_by, issued_on, answer_from,
  issued_at, answered_at, returned_reason, handler_id, percent, reported_on, reported_by, reported_on_behalf, confirmed_by, confirmed_at,
  exit_reason, exited_on, exited_at, version) on assignment to throughline_app;
grant select, insert, delete on assignment_cooperating to throughline_app;
grant select, insert on evidence to throughline_app;
grant usage on sequence task_number to throughline_app;
