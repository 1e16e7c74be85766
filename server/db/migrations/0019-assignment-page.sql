alter table assignment add column reporting jsonb;
alter table assignment add column deadline_text text;
comment on column assignment.reporting is 'when progress is to be reported: rules, each with the day from which it holds (core/tasks/reporting.ts)';
comment on column assignment.deadline_text is 'its own words of the deadline, where a revision made them differ from the task';
grant update (reporting, deadline_text) on assignment to throughline_app;
grant insert (reporting, deadline_text) on assignment to throughline_app;

-- They are the issuer's, as the due date is.
create function assignment_guard_terms() returns trigger language plpgsql as $$
begin
  if (new.reporting, new.deadline_text) is distinct from (old.reporting, old.deadline_text) and not app_holds('issues', old.issued_by) then
    raise exception 'assignment_guard: what the issuer gave is not the actor''s to change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger assignment_guard_terms before update of reporting, deadline_text on assignment for each row when (current_user = 'throughline_app')
  execute function assignment_guard_terms();

-- The days on which reports are due, as core/tasks/reporting.ts says them; the tests hold the two against each other.
create function app_report_days(reporting jsonb, issued date, until date) returns setof date
  language sql stable parallel safe rows 12 set search_path = public, pg_temp as $$
  with phase as (
    select coalesce((p ->> 'from')::date, issued) as start, p -> 'rule' as rule,
      least(until, coalesce((lead(p ->> 'from') over (order by n))::date, until)) as stop
    from jsonb_array_elements(reporting) with ordinality as x (p, n)
  ), dated as (
    select (start + 1 + ((rule ->> 'weekday')::int - extract(isodow from start + 1)::int + 7) % 7) + 7 * (rule ->> 'every')::int * k as day, start, stop
      from phase, generate_series(0, greatest(stop - start, 0) / (7 * (rule ->> 'every')::int)) k where rule ->> 'kind' = 'weeks'
    union all
    select month_day.day, start, stop
      from phase,
      lateral (select date_trunc('month', start)::date as month, (rule ->> 'day')::int as wanted, (rule ->> 'every')::int as step) m,
      lateral (select least(m.month + m.wanted - 1, (m.month + interval '1 month')::date - 1) > start as here) h,
      generate_series(0, greatest(stop - start, 0) / (28 * m.step) + 1) k,
      lateral (select (m.month + make_interval(months => k * m.step + case when h.here then 0 else 1 end))::date as first) f,
      lateral (select least(f.first + m.wanted - 1, (f.first + interval '1 month')::date - 1) as day) month_day
      where rule ->> 'kind' = 'months'
    union all
    select day::date, start, stop from phase, jsonb_array_elements_text(rule -> 'on') day where rule ->> 'kind' = 'dates'
  )
  select distinct day from dated where day > start and day <= stop and day > issued $$;

-- How many reports were due before a day and how many of them came, as core/tasks/reporting.ts counts them. As the owner: whoever asks it of an
-- assignment has found that assignment under the policies.
create function app_report_counts(assignment uuid, today date) returns table (due integer, received integer)
  language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  with given as (
    select a.id, a.answer_from, a.reporting, a.issued_on, least(today - 1, case
        when a.state in ('confirmed', 'reported_complete') then a.reported_on
        when a.state in ('withdrawn', 'superseded', 'merged') then a.exited_on - 1
        when a.state = 'returned' then (a.answered_at at time zone 'Asia/Ho_Chi_Minh')::date - 1 end) as until
    from assignment a where a.id = $1 and a.reporting is not null and a.issued_on is not null
  ), expected as (
    select g.id, g.answer_from, day, lag(day) over (order by day) as before
    from given g, app_report_days(g.reporting, g.issued_on, g.until) day where day > g.answer_from
  )
  select count(*)::integer, (count(*) filter (where exists (select from report r where r.assignment_id = e.id and r.reported_on <= e.day
      and r.reported_on >= e.answer_from and (e.before is null or r.reported_on > e.before))))::integer
  from expected e
  where not exists (select from report r where r.assignment_id = e.id and r.outcome = 'sent_back' and r.reported_on >= e.answer_from
    and e.day > r.reported_on and e.day <= (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date) $$;
create index assignment_reporting on assignment (lead_id) where reporting is not null;

create table message (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  author_id uuid not null references person,
  unit_id uuid not null references unit,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer not null default 1,
  constraint message_withdrawn check (num_nonnulls(withdrawn_at, withdrawn_reason) in (0, 2))
);
comment on table message is 'What is said about an assignment among those who read it; nothing is deleted';
comment on column message.unit_id is 'the unit in whose name its author spoke';
create index message_assignment on message (assignment_id, written_at);

create table message_text (
  message_id uuid not null references message,
  revision smallint not null,
  text text not null,
  written_at timestamptz not null,
  primary key (message_id, revision)
);
comment on table message_text is 'The words of a message; an edit adds a revision';

create table message_mention (
  message_id uuid not null references message,
  person_id uuid not null references person,
  primary key (message_id, person_id)
);
comment on table message_mention is 'Whom a message names, in any of its revisions';
create index message_mention_person on message_mention (person_id);

create table assignment_seen (
  assignment_id uuid not null references assignment,
  person_id uuid not null references person,
  unit_id uuid not null references unit,
  first_at timestamptz not null,
  last_at timestamptz not null,
  version integer not null,
  primary key (assignment_id, person_id)
);
comment on table assignment_seen is 'Who opened an assignment in office, first and last: an acknowledgement, no record of movements';
comment on column assignment_seen.version is 'of the assignment, as it was when it was opened last';

create function app_reads_message(message uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from message m where m.id = $1 and app_reads_assignment(m.assignment_id)); end $$;
create function app_wrote_message(message uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from message m where m.id = $1 and m.author_id = app_person()); end $$;

alter table message enable row level security;
create policy message_read on message for select to throughline_app using (app_reads_assignment(assignment_id));
create policy message_add on message for insert to throughline_app with check (
  author_id = (select app_person()) and (select app_is('discusses')) and app_reads_assignment(assignment_id));
create policy message_change on message for update to throughline_app using (author_id = (select app_person()));
alter table message_text enable row level security;
create policy message_text_read on message_text for select to throughline_app using (app_reads_message(message_id));
create policy message_text_add on message_text for insert to throughline_app with check (app_wrote_message(message_id));
alter table message_mention enable row level security;
create policy message_mention_read on message_mention for select to throughline_app using (app_reads_message(message_id));
create policy message_mention_add on message_mention for insert to throughline_app with check (app_wrote_message(message_id));

-- Read by oneself, by the unit that was given it, and by the unit that gave it.
alter table assignment_seen enable row level security;
create policy assignment_seen_read on assignment_seen for select to throughline_app using (
  person_id = (select app_person()) or (app_reads_assignment(assignment_id) and (unit_id = any ((select app_ids('addressed'))::uuid[])
    or exists (select from assignment a where a.id = assignment_id and a.issued_by = any ((select app_ids('reads_issued'))::uuid[])))));
create policy assignment_seen_add on assignment_seen for insert to throughline_app with check (
  person_id = (select app_person()) and app_reads_assignment(assignment_id));
create policy assignment_seen_change on assignment_seen for update to throughline_app using (person_id = (select app_person()));

grant select, insert on message, message_text, message_mention, assignment_seen to throughline_app;
grant update (withdrawn_at, withdrawn_reason, version) on message to throughline_app;
grant update (unit_id, last_at, version) on assignment_seen to throughline_app;
