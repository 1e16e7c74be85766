-- Lists over hundreds of thousands of assignments. Measured by bench/desk.ts.

-- A scope as the ids of its units, or, where it is most of the country, as the ids of those outside (`wide`): the server, which has the register in
-- memory, sets whichever are fewer, and no policy has to look for the units again. Nothing set is nothing seen.
create function app_ids(scope text) returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.' || $1 || '_ids', true), ''), '{}')::uuid[] $$;
create function app_wide(scope text) returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.' || $1 || '_wide', true), '') = 'on' $$;

create or replace function app_assignments_joined() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select assignment_id from assignment_cooperating where unit_id = any(app_ids('addressed')) $$;

drop policy assignment_read on assignment;
create policy assignment_read on assignment for select to throughline_app using (
  case when issued_on is null
    then (issued_by in (select unnest(app_ids('reads')))) <> (select app_wide('reads'))
      or issued_by = any((select app_ids('reads_issued'))::uuid[])
    else (coalesce(lead_id, issued_by) in (select unnest(app_ids('reads')))) <> (select app_wide('reads'))
      or issued_by = any((select app_ids('reads_issued'))::uuid[])
      or lead_id = any((select app_ids('addressed'))::uuid[])
      or monitor_id = any((select app_ids('addressed'))::uuid[])
      or (handler_id = (select app_person()) and lead_id = any((select app_ids('handles'))::uuid[]))
      or id in (select app_assignments_joined())
  end);

-- What `assignment_read` says of one row, for policies of other tables: they ask of the row at hand, where `in (select id from assignment)` would
-- gather all that the actor reads. As the owner, whose plans are small and kept.
create function app_sees(a assignment) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  -- Looked for in the text: to make an array of a province's units takes longer than all the rest.
  reads text := coalesce(current_setting('app.reads_ids', true), '');
begin
  if a.issued_on is null then
    return (strpos(reads, a.issued_by::text) > 0) <> app_wide('reads') or a.issued_by = any (app_ids('reads_issued'));
  end if;
  return (strpos(reads, coalesce(a.lead_id, a.issued_by)::text) > 0) <> app_wide('reads')
    or a.issued_by = any (app_ids('reads_issued'))
    or coalesce(a.lead_id = any (app_ids('addressed')), false)
    or coalesce(a.monitor_id = any (app_ids('addressed')), false)
    or coalesce(a.handler_id = app_person() and a.lead_id = any (app_ids('handles')), false)
    or exists (select from assignment_cooperating c where c.assignment_id = a.id and c.unit_id = any (app_ids('addressed')));
end $$;
-- Whoever reads an assignment reads its task (`task_read`): the tasks of a page at once.
create function app_tasks_of(assignments uuid[]) returns table (assignment_id uuid, number integer, action text)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query select a.id, t.number, t.action from assignment a join task t on t.id = a.task_id where a.id = any ($1) and app_sees(a);
end $$;
create function app_reads_assignment(assignment uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from assignment a where a.id = $1 and app_sees(a)); end $$;
create function app_issues_assignment(assignment uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from assignment a where a.id = $1 and a.issued_by = any (app_ids('issues')) and app_sees(a)); end $$;
-- A task for all communes has thousands of assignments: the one of the actor's own unit, and those of the units below, are looked for by their lead.
create function app_reads_task_of(task uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  leads uuid[] := app_ids('addressed');
begin
  if exists (select from assignment a where a.task_id = $1 and a.lead_id = any (leads) and a.issued_on is not null) then return true; end if;
  leads := app_ids('reads');
  if not app_wide('reads') and exists (select from assignment a where a.task_id = $1 and a.lead_id = any (leads) and a.issued_on is not null) then
    return true;
  end if;
  return exists (select from assignment a where a.task_id = $1 and app_sees(a));
end $$;
-- As the actor, under the policy of the report; it finds its table where nobody can put another.
create function app_reads_report(report uuid) returns boolean language plpgsql stable set search_path = public, pg_temp
  as $$ begin return exists (select from report r where r.id = $1); end $$;
-- As the owner: the addressees of a directive are read by whom the directive is read.
create function app_is_addressed(directive uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$ begin return exists (select from directive_addressee x where x.directive_id = $1 and x.unit_id = any(app_ids('addressed'))); end $$;

drop policy task_read on task;
create policy task_read on task for select to throughline_app using (
  (owner_id in (select unnest(app_ids('reads')))) <> (select app_wide('reads')) or app_reads_task_of(id));

drop policy directive_read on directive;
create policy directive_read on directive for select to throughline_app using (
  (owner_id in (select unnest(app_ids('registers')))) <> (select app_wide('registers')) or app_is_addressed(id));

drop policy assignment_cooperating_read on assignment_cooperating;
create policy assignment_cooperating_read on assignment_cooperating for select to throughline_app using (app_reads_assignment(assignment_id));
drop policy assignment_cooperating_change on assignment_cooperating;
create policy assignment_cooperating_change on assignment_cooperating to throughline_app using (app_issues_assignment(assignment_id));

drop policy report_read on report;
create policy report_read on report for select to throughline_app using (app_reads_assignment(assignment_id));
drop policy report_change on report;
create policy report_change on report for update to throughline_app using (app_issues_assignment(assignment_id))
  with check (decided_by = (select app_person()));
drop policy evidence_read on evidence;
create policy evidence_read on evidence for select to throughline_app using (app_reads_report(report_id));

-- The order of every list: the earliest due first, without a day last, then the task drafted first (ids ascend), then its ordinal.
create index assignment_order on assignment ((coalesce(due_on, 'infinity'::date)), task_id, ordinal);
create index assignment_state_order on assignment (state, (coalesce(due_on, 'infinity'::date)), task_id, ordinal);
create index assignment_task_lead on assignment (task_id, lead_id);
create index assignment_lead_due on assignment (lead_id, due_on);
create index assignment_issuer_due on assignment (issued_by, due_on);
create index assignment_monitor on assignment (monitor_id, due_on) where monitor_id is not null;
-- For what waits to be moved: drafts by their task, what external leads hold.
create index assignment_draft on assignment (issued_by, task_id) where state in ('draft', 'approved');
create index assignment_external on assignment (issued_by, due_on) where external_lead_id is not null;

-- What `assignment_read` says, as a condition with the actor's units in it. Under a policy the planner may use no index for `like`, and cannot
-- know how many units a scope has; so the functions below look as the owner, with this condition, and the list reads what they find under the
-- policies again. server/db/row-security.test.ts holds the two against each other.
create function app_assignments_seen() returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reads uuid[] := app_ids('reads');
  issued uuid[] := app_ids('reads_issued');
  addressed uuid[] := app_ids('addressed');
  handles uuid[] := app_ids('handles');
  joined uuid[];
  ways text[] := '{}';
begin
  if app_wide('reads') then
    ways := array[format('(case when a.issued_on is null or a.lead_id is null then a.issued_by else a.lead_id end) <> all (%L::uuid[])', reads)];
  elsif reads <> '{}' then
    ways := array[format('(a.issued_by = any (%L::uuid[]) and (a.issued_on is null or a.lead_id is null))', reads)];
  end if;
  if (not app_wide('reads') and reads <> '{}') or addressed <> '{}' then
    ways := ways || format('(a.lead_id = any (%L::uuid[]) and a.issued_on is not null)',
      case when app_wide('reads') then addressed else (select array_agg(distinct u) from unnest(reads || addressed) u) end);
  end if;
  if issued <> '{}' then ways := ways || format('a.issued_by = any (%L::uuid[])', issued); end if;
  if handles <> '{}' then
    ways := ways || format('(a.handler_id = %L and a.lead_id = any (%L::uuid[]) and a.issued_on is not null)', app_person(), handles);
  end if;
  if addressed <> '{}' then
    ways := ways || format('(a.monitor_id = any (%L::uuid[]) and a.issued_on is not null)', addressed);
    joined := array(select assignment_id from assignment_cooperating where unit_id = any (addressed) limit 501);
    if cardinality(joined) > 500 then -- too many to be looked up one by one
      ways := ways || format('(a.issued_on is not null and exists (select from assignment_cooperating c
        where c.assignment_id = a.id and c.unit_id = any (%L::uuid[])))', addressed);
    elsif joined <> '{}' then
      ways := ways || format('(a.id = any (%L::uuid[]) and a.issued_on is not null)', joined);
    end if;
  end if;
  return case when ways = '{}' then 'false' else '(' || array_to_string(ways, ' or ') || ')' end;
end $$;
revoke execute on function app_assignments_seen() from public;

-- The same with what the reader narrows the list by; null does not narrow. Words: part of the task's, its number, or units found by name.
create function app_assignments_wanted(filter jsonb) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  wanted text := app_assignments_seen();
  pattern text := '%' || (filter ->> 'words') || '%';
  tasks uuid[];
  ways text[];
begin
  if filter ? 'state' then wanted := wanted || format(' and a.state = %L', filter ->> 'state'); end if;
  if filter ? 'directive' then wanted := wanted || format(' and a.directive_id = %L', filter ->> 'directive'); end if;
  if filter ? 'task' then wanted := wanted || format(' and a.task_id = %L', filter ->> 'task'); end if;
  if filter ? 'lead' then wanted := wanted || format(' and (a.lead_id = %1$L or a.external_lead_id = %1$L)', filter ->> 'lead'); end if;
  if filter ? 'words' then
    -- Few tasks are found over the trigrams; where many have the words, the list meets them soon enough in its order.
    execute format('select array(select id from task where folded like %L limit 301)', pattern) into tasks;
    ways := array[case when cardinality(tasks) > 300 then format('exists (select from task t where t.id = a.task_id and t.folded like %L)', pattern)
      else format('a.task_id = any (%L::uuid[])', tasks) end];
    if filter ? 'number' then
      ways := ways || (format('(a.task_id = (select id from task where number = %L)', filter ->> 'number')
        || case when filter ? 'ordinal' then format(' and a.ordinal = %L', filter ->> 'ordinal') else '' end || ')');
    end if;
    if filter ? 'leads' then
      ways := ways || format('a.lead_id = any (%1$L::uuid[]) or a.external_lead_id = any (%1$L::uuid[])',
        array(select jsonb_array_elements_text(filter -> 'leads')));
    end if;
    wanted := wanted || ' and (' || array_to_string(ways, ' or ') || ')';
  end if;
  return wanted;
end $$;
revoke execute on function app_assignments_wanted(jsonb) from public;

-- One page of ids in the order of the list; `after` is the last assignment of the page before. A wide scope meets its fifty at once when the list
-- is walked in its order. A narrow one does not: of it a span of due days is gathered unit by unit, and, where that was too little, a longer one.
create function app_assignment_page(filter jsonb, most integer, skipped integer, after uuid default null) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  wanted text := app_assignments_wanted(filter);
  ordered constant text := ' order by coalesce(a.due_on, ''infinity''::date), a.task_id, a.ordinal limit %s';
  needed integer := most + skipped;
  found uuid[] := '{}';
  more uuid[];
  last assignment;
  lower_day date;
  final_day date;
  days integer := 14;
begin
  if after is not null then
    execute format('select a.* from assignment a where a.id = %L and ', after) || app_assignments_seen() into last;
    if last.id is null then return; end if;
    wanted := wanted || format(' and (coalesce(a.due_on, ''infinity''::date), a.task_id, a.ordinal) > (%L::date, %L::uuid, %L::smallint)',
      coalesce(last.due_on, 'infinity'::date), last.task_id, last.ordinal);
  end if;
  if app_wide('reads') or filter ?| array['directive', 'task', 'lead'] then
    return query execute 'select a.id from assignment a where ' || wanted || format(ordered, most) || format(' offset %s', skipped);
    return;
  end if;
  select due_on into lower_day from assignment order by coalesce(due_on, 'infinity'::date) limit 1;
  select due_on into final_day from assignment where coalesce(due_on, 'infinity'::date) < 'infinity'
    order by coalesce(due_on, 'infinity'::date) desc limit 1;
  lower_day := greatest(lower_day, last.due_on);
  while lower_day <= final_day loop
    execute format('with near as materialized (select a.id, a.due_on, a.task_id, a.ordinal from assignment a where a.due_on between %L and %L and ',
        lower_day, lower_day + days - 1) || wanted || ') select array(select a.id from near a' || format(ordered, needed - cardinality(found)) || ')' into more;
    found := found || more;
    exit when cardinality(found) >= needed;
    lower_day := lower_day + days;
    -- As dense as this span was, what is missing and a little more.
    days := least(8 * days, 1 + days * (needed - cardinality(found)) * 5 / 4 / greatest(cardinality(more), 1), final_day - lower_day + 1);
  end loop;
  if cardinality(found) < needed then
    execute 'with near as materialized (select a.id, a.due_on, a.task_id, a.ordinal from assignment a where a.due_on is null and ' || wanted
      || ') select array(select a.id from near a' || format(ordered, needed - cardinality(found)) || ')' into more;
    found := found || more;
  end if;
  return query select unnest(found[skipped + 1:]);
end $$;

-- How many there are in each state: all, past the day, from the day up to another, without a deadline.
create function app_assignment_counts(filter jsonb, today date, until date) returns table (state text, n bigint, overdue bigint, soon bigint, undated bigint)
  language plpgsql stable security definer rows 11 set search_path = public, pg_temp as $$
begin
  return query execute format('select a.state, count(*), count(*) filter (where a.due_on < %1$L), count(*) filter (where a.due_on between %1$L and %2$L),
    count(*) filter (where a.due_on is null) from assignment a where ', today, until) || app_assignments_wanted(filter) || ' group by a.state';
end $$;

create function app_assignment_tasks(filter jsonb) returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare n bigint;
begin
  execute 'select count(*) from task of where exists (select from assignment a where a.task_id = of.id and ' || app_assignments_wanted(filter) || ')' into n;
  return n;
end $$;
