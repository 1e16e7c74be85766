-- Lists by any filter, what they count and how they are grouped. Measured by bench/desk.ts.

-- `lateness(factsOfRow(row), today)` of core/tasks/lateness.ts, in one expression; server/tasks/lateness-class.property.test.ts holds them together.
create function app_awaits(state text, issued_on date, reported_on date, today date) returns boolean language sql immutable parallel safe
  as $$ select $1 = 'reported_complete' and $3 <= $4 and $2 <= $4 $$;
create function app_lateness_class(state text, issued_on date, due_on date, reported_on date, exited_on date, today date) returns text
  language sql immutable parallel safe as $$ select case
    when $2 is null or $2 > $6 then 'not_counted'
    when $1 in ('withdrawn', 'superseded', 'merged') and $5 <= $6 then 'closed_without_result'
    when $1 = 'confirmed' and $4 <= $6 then case when $3 is null then 'done_no_deadline' when $4 <= $3 then 'done_on_time' else 'done_late' end
    when $3 is null then 'open_no_deadline'
    when case when $1 = 'reported_complete' and $4 <= $6 then $4 else $6 end <= $3 then 'open_in_term'
    else 'open_overdue' end $$;

-- Open ones in the order of every list: what is overdue is met without what was confirmed before it.
create index assignment_open_order on assignment ((coalesce(due_on, 'infinity'::date)), task_id, ordinal)
  where state in ('issued', 'accepted', 'returned', 'in_progress', 'reported_complete');

create function app_literals(list jsonb) returns text language sql immutable
  as $$ select coalesce(string_agg(quote_literal(of), ', '), 'null') from jsonb_array_elements_text($1) of $$;
-- The states in which the wanted classes occur, as the lifecycle leaves them; all where nothing is said of either.
create function app_states_of(filter jsonb) returns text[] language plpgsql immutable as $$
declare
  states text[] := '{}';
begin
  if filter ? 'awaiting' then
    return case when coalesce(filter -> 'state' ? 'reported_complete', true) then array['reported_complete'] else '{}'::text[] end;
  end if;
  if not filter ? 'class' then
    return case when filter ? 'state' then array(select jsonb_array_elements_text(filter -> 'state')) end;
  end if;
  if filter -> 'class' ?| array['open_in_term', 'open_overdue', 'open_no_deadline'] then
    states := states || array['issued', 'accepted', 'returned', 'in_progress', 'reported_complete'];
  end if;
  if filter -> 'class' ?| array['done_on_time', 'done_late', 'done_no_deadline'] then states := states || array['confirmed']; end if;
  if filter -> 'class' ? 'not_counted' then states := states || array['draft', 'approved']; end if;
  if filter -> 'class' ?| array['closed_without_result', 'not_counted'] then states := states || array['withdrawn', 'superseded', 'merged']; end if;
  return array(select s from unnest(states) s where coalesce(filter -> 'state' ? s, true) group by s);
end $$;

create function app_in_states(filter jsonb) returns text language sql immutable
  as $$ select case when app_states_of($1) is null then '' else ' and a.state in (' || app_literals(to_jsonb(app_states_of($1))) || ')' end $$;

-- What the reader narrows a list by besides states, as a condition; a key that is not there does not narrow. Later slices add a key of their own by a function
-- `app_wanted_<key>(filter jsonb)`, the key in small letters, that answers a condition on the assignment `a`.
create function app_assignments_narrowed(filter jsonb) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := filter ->> 'today';
  wanted text := '';
  pattern text := '%' || (filter ->> 'words') || '%';
  class constant text := format('app_lateness_class(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on, %L::date)', filter ->> 'today');
  units uuid[];
  tasks uuid[];
  ways text[];
  key text;
  condition text;
begin
  if filter ? 'class' then
    -- As a case, because the planner takes an equality that it knows nothing of for rare, and would gather and sort instead of walking.
    wanted := wanted || format(' and case when %s in (%s) then true else false end', class, app_literals(filter -> 'class'));
    if filter -> 'class' = '["open_overdue"]' then wanted := wanted || format(' and a.due_on < %L', today); end if;
    if filter -> 'class' in ('["open_no_deadline"]', '["done_no_deadline"]') then wanted := wanted || ' and a.due_on is null'; end if;
  end if;
  if filter ? 'awaiting' then
    wanted := wanted || format(' and case when app_awaits(a.state, a.issued_on, a.reported_on, %L) then true else false end', today);
  end if;
  if filter ? 'dueFrom' then wanted := wanted || format(' and a.due_on >= %L', filter ->> 'dueFrom'); end if;
  if filter ? 'dueTo' then wanted := wanted || format(' and a.due_on <= %L', filter ->> 'dueTo'); end if;
  if filter ? 'lead' then wanted := wanted || format(' and (a.lead_id = %1$L or a.external_lead_id = %1$L)', filter ->> 'lead'); end if;
  if filter ? 'within' then
    units := array(select u.id from unit u where u.pos between (filter -> 'within' ->> 0)::integer and (filter -> 'within' ->> 1)::integer limit 501);
    wanted := wanted || case when cardinality(units) > 500
      then format(' and a.lead_id in (select u.id from unit u where u.pos between %s and %s)', (filter -> 'within' ->> 0)::integer, (filter -> 'within' ->> 1)::integer)
      else format(' and a.lead_id = any (%L::uuid[])', units) end;
  end if;
  if filter ? 'directive' then
    wanted := wanted || case filter ->> 'directive' when 'none' then ' and a.directive_id is null' else format(' and a.directive_id = %L', filter ->> 'directive') end;
  end if;
  if filter ? 'task' then wanted := wanted || format(' and a.task_id = %L', filter ->> 'task'); end if;
  if filter ? 'handler' then
    wanted := wanted || case filter ->> 'handler' when 'none' then ' and a.handler_id is null' else format(' and a.handler_id = %L', filter ->> 'handler') end;
  end if;
  if filter ? 'missedReport' then -- 0019 has the schedule of reports
    wanted := wanted || format(' and a.reporting is not null and exists (select from app_report_counts(a.id, %L) r where r.received < r.due)', today);
  end if;
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
  for key in select jsonb_object_keys(filter) loop
    if key ~ '^[a-zA-Z]+$' and to_regprocedure(format('app_wanted_%s(jsonb)', lower(key))) is not null then
      execute format('select app_wanted_%s($1)', lower(key)) into condition using filter;
      wanted := wanted || ' and ' || condition;
    end if;
  end loop;
  return wanted;
end $$;
revoke execute on function app_assignments_narrowed(jsonb) from public;

-- The scope as in 0011, where everything within it needs no condition.
create function app_assignments_scope() returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select case when app_wide('reads') and app_ids('reads') = '{}' then 'true' else app_assignments_seen() end $$;
revoke execute on function app_assignments_scope() from public;
create or replace function app_assignments_wanted(filter jsonb) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select app_assignments_scope() || app_assignments_narrowed($1) || app_in_states($1) $$;

drop function app_assignment_page(jsonb, integer, integer, uuid);
drop function app_assignment_counts(jsonb, date, date);
drop function app_assignment_tasks(jsonb);
drop function app_tasks_of(uuid[]);

-- One page of ids in the order `due` (what has no day comes last) or `code`, forwards or `back`. `after` is where the page before ended: day, task
-- and ordinal, or the task's number and ordinal. A wide scope meets its fifty at once when the list is walked in its order, for each state that is
-- wanted. A narrow one does not: of it a span of due days is gathered unit by unit, and, where that was too little, a longer one. What names a
-- task, a directive, a lead or a handler is gathered whole.
create function app_assignment_page(filter jsonb, by_code boolean, back boolean, most integer, skipped integer, after text[] default null) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  in_any_state text := app_assignments_scope() || app_assignments_narrowed(filter);
  wanted text := in_any_state || app_in_states(filter);
  direction constant text := case when back then ' desc' else '' end;
  beyond constant text := case when back then '<' else '>' end;
  dated constant text := format(' order by coalesce(a.due_on, ''infinity''::date)%1$s, a.task_id%1$s, a.ordinal%1$s limit ', direction);
  undated constant text := format(' order by a.task_id%1$s, a.ordinal%1$s limit ', direction);
  needed integer := most + skipped;
  states text[] := app_states_of(filter);
  is_whole boolean := filter ?| array['task', 'lead', 'missedReport'] or coalesce(filter ->> 'directive', 'none') <> 'none' or coalesce(filter ->> 'handler', 'none') <> 'none';
  is_narrow boolean := not app_wide('reads') or (filter ? 'within'
    and (filter -> 'within' ->> 1)::integer - (filter -> 'within' ->> 0)::integer < 500);
  -- What is walked is walked in one order for each of these: the states that one index has together, or one by one.
  streams text[] := case when states <@ array['issued', 'accepted', 'returned', 'in_progress', 'reported_complete'] or states is null
    then array[app_in_states(filter)] else array(select format(' and a.state = %L', state) from unnest(states) state) end;
  walks text[];
  begins text := '';
  found uuid[] := '{}';
  more uuid[];
  lower_day date;
  upper_day date;
  -- Of few units a year is little.
  days integer := least(365, 14 + 8000 / greatest(1, case when app_wide('reads') then (filter -> 'within' ->> 1)::integer - (filter -> 'within' ->> 0)::integer
    else cardinality(app_ids('reads')) end));
  is_in_term constant boolean := coalesce(filter -> 'class' = '["open_in_term"]', false);
  today constant date := filter ->> 'today';
  is_past boolean;
begin
  if by_code then
    begins := case when after is null then '' else format(' and t.number %s= %L and (t.number, a.ordinal) %s (%L::integer, %L::smallint)',
      beyond, after[1], beyond, after[1], after[2]) end;
    if is_whole or is_narrow then
      return query execute 'with near as materialized (select a.id, a.task_id, a.ordinal from assignment a where ' || wanted
        || ') select a.id from near a join task t on t.id = a.task_id where true' || begins
        || format(' order by t.number%1$s, a.ordinal%1$s limit %2$s offset %3$s', direction, most, skipped);
    else
      return query execute 'select a.id from task t join assignment a on a.task_id = t.id where ' || wanted || begins
        || format(' order by t.number%1$s, a.ordinal%1$s limit %2$s offset %3$s', direction, most, skipped);
    end if;
    return;
  end if;

  if is_whole then
    if after is not null and after[1] in ('infinity', '-infinity') then
      begins := format(' and a.due_on is null and (a.task_id, a.ordinal) %s (%L::uuid, %L::smallint)', beyond, after[2], after[3]);
    elsif after is not null then
      begins := format(' and (a.due_on is null or (a.due_on, a.task_id, a.ordinal) %s (%L::date, %L::uuid, %L::smallint))', beyond, after[1], after[2], after[3]);
    end if;
    return query execute 'with near as materialized (select a.id, a.due_on, a.task_id, a.ordinal from assignment a where ' || wanted || begins
      || format(') select a.id from near a order by a.due_on is null, a.due_on%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s offset %3$s', direction, most, skipped);
    return;
  end if;

  if coalesce(after[1], '') not in ('infinity', '-infinity') and coalesce(filter -> 'class' not in ('["open_no_deadline"]', '["done_no_deadline"]'), true) then
    select due_on into lower_day from assignment order by coalesce(due_on, 'infinity'::date) limit 1;
    select due_on into upper_day from assignment where coalesce(due_on, 'infinity'::date) < 'infinity'
      order by coalesce(due_on, 'infinity'::date) desc limit 1;
    lower_day := greatest(lower_day, (filter ->> 'dueFrom')::date, case when not back then after[1]::date end);
    upper_day := least(upper_day, (filter ->> 'dueTo')::date, case when back then after[1]::date end,
      case when filter -> 'class' = '["open_overdue"]' then (filter ->> 'today')::date - 1 end);
    if after is not null then
      begins := format(' and (coalesce(a.due_on, ''infinity''::date), a.task_id, a.ordinal) %s (%L::date, %L::uuid, %L::smallint)', beyond, after[1], after[2], after[3]);
    end if;
    if is_narrow then
      while lower_day <= upper_day loop
        -- What is due before today is in term only where it waits for the office.
        is_past := is_in_term and case when back then upper_day else lower_day end < today;
        if is_past then days := case when back then upper_day - lower_day + 1 else least(upper_day + 1, today) - lower_day end; end if;
        execute format('with near as materialized (select a.id, a.due_on, a.task_id, a.ordinal from assignment a where a.due_on between %L and %L and ',
            case when back then greatest(lower_day, upper_day - days + 1, case when is_in_term and not is_past then today end) else lower_day end,
            case when back then upper_day else least(upper_day, lower_day + days - 1) end)
          || case when is_past then 'a.state = ''reported_complete'' and ' else '' end
          || wanted || begins || ') select array(select a.id from near a' || dated || needed - cardinality(found) || ')' into more;
        found := found || more;
        exit when cardinality(found) >= needed;
        if back then upper_day := case when is_in_term and not is_past then greatest(upper_day - days, today - 1) else upper_day - days end;
        else lower_day := lower_day + days; end if;
        -- As dense as this span was, what is missing and a little more.
        days := case when is_past then 60
          else greatest(1, least(8 * days, 1 + days * (needed - cardinality(found)) * 5 / 4 / greatest(cardinality(more), 1), upper_day - lower_day + 1)) end;
      end loop;
    elsif lower_day <= upper_day then
      walks := array(select format('(select a.id, a.due_on, a.task_id, a.ordinal from assignment a where coalesce(a.due_on, ''infinity''::date) between %L and %L and ',
        lower_day, upper_day) || in_any_state || begins || stream || dated || needed || ')' from unnest(case
          when not is_in_term or filter ? 'state' then streams
          else array[' and a.state = ''reported_complete''', format(' and a.state in (''issued'', ''accepted'', ''returned'', ''in_progress'')
            and coalesce(a.due_on, ''infinity''::date) >= %L', today)] end) stream);
      execute 'select array(select a.id from (' || array_to_string(walks, ' union all ') || ') a' || dated || needed || ')' into found;
    end if;
    begins := '';
  elsif after is not null then
    begins := format(' and (a.task_id, a.ordinal) %s (%L::uuid, %L::smallint)', beyond, after[2], after[3]);
  end if;

  if cardinality(found) < needed and not filter ?| array['dueFrom', 'dueTo']
      and coalesce(filter -> 'class' ?| array['open_no_deadline', 'done_no_deadline', 'closed_without_result', 'not_counted'], true) then
    if is_narrow then
      execute 'with near as materialized (select a.id, a.task_id, a.ordinal from assignment a where a.due_on is null and ' || wanted || begins
        || ') select array(select a.id from near a' || undated || needed - cardinality(found) || ')' into more;
    else
      walks := array(select '(select a.id, a.task_id, a.ordinal from assignment a where coalesce(a.due_on, ''infinity''::date) = ''infinity'' and '
        || in_any_state || begins || stream || undated || needed - cardinality(found) || ')' from unnest(streams) stream);
      execute 'select array(select a.id from (' || array_to_string(walks, ' union all ') || ') a' || undated || needed - cardinality(found) || ')' into more;
    end if;
    found := found || more;
  end if;
  return query select unnest(found[skipped + 1:]);
end $$;

-- The rows of known assignments as lists show them, each asked for again by what the policies say of one row. The plan is made once in a session;
-- under the policies it was made for every page, and took longer than reading the fifty.
create function app_reads_directive(d directive) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
  return (strpos(coalesce(current_setting('app.registers_ids', true), ''), d.owner_id::text) > 0) <> app_wide('registers') or app_is_addressed(d.id); end $$;
create type assignment_row as (id uuid, "taskId" uuid, number integer, ordinal smallint, action text, "leadId" uuid,
    "issuedBy" uuid, "directiveSymbol" text, state text, "issuedOn" date, "answerFrom" date, "originalDueOn" date, "dueOn" date, "reportedOn" date,
    "exitedOn" date, percent smallint, version integer, handler jsonb, evidence bigint, "missedReports" integer, "isExternal" boolean, "draftedBy" uuid, "needsApproval" boolean,
    "approvedBy" uuid, "reportedBy" uuid, "reportedOnBehalf" boolean);
create function app_assignment_rows(assignments uuid[]) returns setof assignment_row
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query select a.id, a.task_id, t.number, a.ordinal, coalesce(a.action, t.action), coalesce(a.lead_id, a.external_lead_id), a.issued_by,
      (select d.symbol from directive d where d.id = a.directive_id and app_reads_directive(d)), a.state, a.issued_on, a.answer_from, a.original_due_on, a.due_on,
      a.reported_on, a.exited_on, a.percent, a.version,
      (select jsonb_build_object('id', h.id, 'name', h.name, 'position', h.position) from person h where h.id = a.handler_id),
      (select count(*) from report r join evidence e on e.report_id = r.id where r.assignment_id = a.id),
      case when a.reporting is null then 0 else (select r.due - r.received from app_report_counts(a.id, current_setting('app.today')::date) r) end, a.lead_id is null, a.drafted_by, a.needs_approval,
      a.approved_by, a.reported_by, a.reported_on_behalf
    from unnest($1) with ordinality wanted (id, place) join assignment a on a.id = wanted.id join task t on t.id = a.task_id
    where app_sees(a) order by wanted.place;
end $$;

-- How many assignments say the same, as a sum of what each change took away and gave: nobody waits for anybody to count, and who reads all of the
-- country sums some thousand rows. The class is that of the day when all is overdue; what is not due by the day that is asked for is in term.
create table assignment_tally (
  state text not null,
  class text not null,
  due_on date,
  awaits boolean not null,
  latest date,
  n integer not null,
  firsts integer not null
);
comment on table assignment_tally is 'Counts of all assignments, kept by a trigger; gathered by app_gather_tally';
comment on column assignment_tally.due_on is 'of those whose class still depends on the day';
comment on column assignment_tally.latest is 'the last day on which anything of them happened; for a day before it they are counted one by one';
comment on column assignment_tally.firsts is 'of them the first of their task: every task with assignments has one';
create index assignment_tally_latest on assignment_tally (latest);
create function app_tallied(state text, issued_on date, due_on date, reported_on date, exited_on date)
  returns table (class text, awaits boolean, day_of_class date, latest date) language sql immutable rows 1 as $$
    select c.class, c.awaits, case when c.class = 'open_overdue' and not c.awaits then $3 end, greatest($2, $4, $5)
    from (select app_lateness_class($1, $2, $3, $4, $5, 'infinity') as class, coalesce(app_awaits($1, $2, $4, 'infinity'), false) as awaits) c $$;
create function app_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    insert into assignment_tally select a.state, c.class, c.day_of_class, c.awaits, max(c.latest), count(*), count(*) filter (where a.ordinal = 1)
      from came a, app_tallied(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on) c group by 1, 2, 3, 4;
  end if;
  if tg_op <> 'INSERT' then
    insert into assignment_tally select a.state, c.class, c.day_of_class, c.awaits, max(c.latest), -count(*), -count(*) filter (where a.ordinal = 1)
      from went a, app_tallied(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on) c group by 1, 2, 3, 4;
  end if;
  return null;
end $$;
create trigger assignment_tally_insert after insert on assignment referencing new table as came for each statement execute function app_tally();
create trigger assignment_tally_update after update on assignment referencing new table as came old table as went for each statement execute function app_tally();
create trigger assignment_tally_delete after delete on assignment referencing old table as went for each statement execute function app_tally();
insert into assignment_tally select a.state, c.class, c.day_of_class, c.awaits, max(c.latest), count(*), count(*) filter (where a.ordinal = 1)
  from assignment a, app_tallied(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on) c group by 1, 2, 3, 4;
create function app_gather_tally() returns void language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from assignment_tally returning *)
  insert into assignment_tally select state, class, due_on, awaits, max(latest), sum(n), sum(firsts) from gone group by 1, 2, 3, 4
    having sum(n) <> 0 or sum(firsts) <> 0 $$;
revoke execute on function app_tally(), app_gather_tally() from public;

-- How many there are by state and class, of them those that wait for the office and those due from today to `until`; the row without a state says
-- of how many tasks they are. All of the country comes from the tally, without what is outside the scope and seen in no other way.
create function app_assignment_counts(filter jsonb, until date) returns table (state text, class text, n bigint, awaiting bigint, soon bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  as_of constant date := filter ->> 'today';
  outside uuid[] := app_ids('reads');
  hidden text;
  counted constant text := format('select a.task_id, a.state, app_lateness_class(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on, %1$L::date) as class,
      app_awaits(a.state, a.issued_on, a.reported_on, %1$L::date) as awaits,
      a.state in (''issued'', ''accepted'', ''returned'', ''in_progress'') and a.due_on between %1$L and %2$L as soon from assignment a where ', as_of, until);
  sums constant text := 'select state, class, count(*), count(*) filter (where awaits), count(*) filter (where soon) from found group by 1, 2
      union all select null, null, count(*), 0, 0 from (select from found group by task_id) tasks';
begin
  if not app_wide('reads') or filter - 'today' <> '{}' or exists (select from assignment_tally t where t.latest > as_of) then
    return query execute 'with found as materialized (' || counted || app_assignments_wanted(filter) || ') ' || sums;
    return;
  end if;
  if outside <> '{}' then
    hidden := format('((a.lead_id = any (%1$L::uuid[]) and a.issued_on is not null) or (a.issued_by = any (%1$L::uuid[]) and (a.issued_on is null or a.lead_id is null)))
      and not coalesce(%2$s, false)', outside, app_assignments_seen());
  end if;
  return query execute 'with found as materialized (' || counted || coalesce(hidden, 'false') || '), hidden as (' || sums || ')
    select state, class, sum(n)::bigint, sum(awaiting)::bigint, sum(soon)::bigint from (
      select t.state, case when t.due_on >= $1 then ''open_in_term'' else t.class end as class, t.n, case when t.awaits then t.n else 0 end as awaiting,
        case when t.state in (''issued'', ''accepted'', ''returned'', ''in_progress'') and t.due_on between $1 and $2 then t.n else 0 end as soon
      from assignment_tally t
      union all select h.state, h.class, -h.count, -h.a, -h.s from hidden h (state, class, count, a, s) where h.state is not null
      union all select null, null, sum(t.firsts), 0, 0 from assignment_tally t
      union all select null, null, -count(*), 0, 0 from (select task_id from found group by task_id) h
        where not exists (select from assignment a where a.task_id = h.task_id and ' || app_assignments_scope() || ')) tallied
    group by 1, 2 having sum(n) <> 0 or state is null' using as_of, until;
end $$;

-- The same by lead, directive or handler; the number of tasks stands in the row without a class.
create function app_assignment_groups(filter jsonb, grouped_by text) returns table (key uuid, class text, n bigint)
  language plpgsql stable security definer rows 500 set search_path = public, pg_temp as $$
begin
  -- Of all of the country it is a sort and a hash of all: in memory.
  perform set_config('work_mem', '64MB', true);
  return query execute format('with found as materialized (select %s as key, app_lateness_class(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on, %L::date) as class,
      a.task_id from assignment a where ', case grouped_by when 'lead' then 'coalesce(a.lead_id, a.external_lead_id)' when 'directive' then 'a.directive_id'
        else 'a.handler_id' end, filter ->> 'today')
    || app_assignments_wanted(filter) || ') select key, class, count(*) from found group by 1, 2
      union all select key, null, count(*) from (select distinct key, task_id from found) tasks group by 1';
end $$;

-- What one person has to move, the earliest of each unit and state. What one answers for may be most of what there is.
create index directive_unread on directive (owner_id, received_on) where reading_state = 'unread';
create function app_assignments_to_move(leads uuid[], issuing uuid[]) returns setof assignment_row
  language plpgsql stable security definer rows 200 set search_path = public, pg_temp as $$
begin
  return query select * from app_assignment_rows(array(select found.id from (
      select x.id, x.due_on from unnest(leads) u (id), unnest(array['issued', 'accepted', 'in_progress']) s (state), lateral (select a.id, a.due_on
        from assignment a where a.lead_id = u.id and a.state = s.state order by a.due_on limit 200) x
      union select x.id, x.due_on from unnest(issuing) u (id), unnest(array['reported_complete', 'returned']) s (state), lateral (select a.id, a.due_on
        from assignment a where a.issued_by = u.id and a.state = s.state order by a.due_on limit 200) x
      union select x.id, x.due_on from unnest(issuing) u (id), lateral (select a.id, a.due_on
        from assignment a where a.issued_by = u.id and a.external_lead_id is not null and a.state in ('issued', 'accepted', 'in_progress')
        order by a.due_on limit 200) x
      union select x.id, x.due_on from (select a.id, a.due_on
        from assignment a where a.handler_id = app_person() and a.state in ('issued', 'accepted', 'in_progress') order by a.due_on limit 200) x
    ) found order by found.due_on nulls last, found.id limit 200));
end $$;

-- Drafts that wait for an approval or can be issued, by their task, from task to task over the index of drafts: a task may have one for each commune.
create function app_drafts_to_move(approving uuid[], issuing uuid[])
  returns table (id uuid, number integer, action text, kind text, "draftedOn" date, "dueOn" date)
  language plpgsql stable security definer rows 200 set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with recursive wanted (kind, unit_id) as (
      select k.kind, u.id from (values ('approve', approving), ('issue', issuing)) k (kind, units), unnest(k.units) u (id)
      where (strpos(coalesce(current_setting('app.reads_ids', true), ''), u.id::text) > 0) <> app_wide('reads') or u.id = any (app_ids('reads_issued'))),
    walk as (
      select w.kind, w.unit_id, next.task_id, 1 as n from wanted w, lateral (select a.task_id from assignment a
        where a.issued_by = w.unit_id and a.state in ('draft', 'approved') and a.issued_on is null and case when w.kind = 'approve'
          then case a.state when 'draft' then a.needs_approval and a.drafted_by <> app_person() else false end
          else case a.state when 'draft' then not a.needs_approval else true end end order by a.task_id limit 1) next
      union all
      select w.kind, w.unit_id, next.task_id, w.n + 1 from walk w, lateral (select a.task_id from assignment a
        where a.issued_by = w.unit_id and a.state in ('draft', 'approved') and a.issued_on is null and case when w.kind = 'approve'
          then case a.state when 'draft' then a.needs_approval and a.drafted_by <> app_person() else false end
          else case a.state when 'draft' then not a.needs_approval else true end end and a.task_id > w.task_id
        order by a.task_id limit 1) next
      where w.n < 200)
    select distinct on (t.number) t.id, t.number, t.action, w.kind, (t.drafted_at at time zone 'Asia/Ho_Chi_Minh')::date,
      (select max(a.due_on) from assignment a where a.task_id = t.id and a.state in ('draft', 'approved') and a.issued_on is null and a.issued_by = w.unit_id)
    from walk w join task t on t.id = w.task_id order by t.number, w.kind limit 200;
end $$;

-- Tasks, the newest first or `back`: whoever reads an assignment reads its task, and what one's own units give is read without one.
create index task_owner on task (owner_id, number);
create function app_tasks_wanted(filter jsonb) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  wanted text := '';
  tasks uuid[];
begin
  if filter ? 'words' then
    execute format('select array(select id from task where folded like %L limit 301)', '%' || (filter ->> 'words') || '%') into tasks;
    wanted := ' and (' || case when cardinality(tasks) > 300 then format('t.folded like %L', '%' || (filter ->> 'words') || '%')
      else format('t.id = any (%L::uuid[])', tasks) end || case when filter ? 'number' then format(' or t.number = %L', filter ->> 'number') else '' end || ')';
  end if;
  if filter ? 'directive' then
    wanted := wanted || case filter ->> 'directive' when 'none' then ' and t.directive_id is null' else format(' and t.directive_id = %L', filter ->> 'directive') end;
  end if;
  return 'true' || wanted;
end $$;
create function app_tasks_within() returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_assignments_scope() = 'true' then return ''; end if;
  if app_wide('reads') then
    return format(' and (t.owner_id <> all (%L::uuid[]) or exists (select from assignment a where a.task_id = t.id and %s))', app_ids('reads'), app_assignments_seen());
  end if;
  return format(' and t.id in (select t.id from task t where t.owner_id = any (%L::uuid[]) union all select a.task_id from assignment a where %s)',
    app_ids('reads'), app_assignments_seen());
end $$;
revoke execute on function app_tasks_wanted(jsonb), app_tasks_within() from public;
-- Of few units all tasks are gathered; more are met soon when tasks are walked, in longer and longer spans.
create function app_task_page(filter jsonb, back boolean, most integer, skipped integer, after integer default null) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  wanted constant text := app_tasks_wanted(filter);
  beyond constant text := case when after is null then '' else format(' and t.number %s %s', case when back then '<' else '>' end, after) end;
  ordered constant text := format(' order by t.number %s limit ', case when back then 'desc' else '' end);
  needed constant integer := most + skipped;
  seen constant text := app_assignments_seen();
  found uuid[] := '{}';
  more uuid[];
  lower_number integer;
  upper_number integer;
  span integer := 300;
begin
  if app_wide('reads') or cardinality(app_ids('reads')) <= 20 or filter ? 'directive' then
    return query execute 'select t.id from task t where ' || wanted || app_tasks_within() || beyond || ordered || most || ' offset ' || skipped;
    return;
  end if;
  select min(number), max(number) into lower_number, upper_number from task;
  if back then upper_number := least(upper_number, after - 1); else lower_number := greatest(lower_number, after + 1); end if;
  while lower_number <= upper_number and cardinality(found) < needed loop
    execute format('with near as materialized (select t.id, t.number, t.owner_id from task t where t.number between %s and %s and ',
        case when back then greatest(lower_number, upper_number - span + 1) else lower_number end,
        case when back then upper_number else least(upper_number, lower_number + span - 1) end) || wanted
      || ') select array(select t.id from near t where t.owner_id = any ($1) or t.id in (select a.task_id from assignment a where a.task_id in (select id from near) and '
      || seen || ')' || ordered || needed - cardinality(found) || ')' into more using app_ids('reads');
    found := found || more;
    if back then upper_number := upper_number - span; else lower_number := lower_number + span; end if;
    span := least(4 * span, 1 + span * (needed - cardinality(found)) * 5 / 4 / greatest(cardinality(more), 1));
  end loop;
  return query select unnest(found[skipped + 1:]);
end $$;
create function app_task_counts(filter jsonb) returns table (tasks bigint, assignments bigint)
  language plpgsql stable security definer rows 1 set search_path = public, pg_temp as $$
begin
  if app_assignments_scope() = 'true' and filter = '{}' then
    return query select (select count(*) from task), (select coalesce(sum(n), 0)::bigint from assignment_tally);
    return;
  end if;
  return query execute 'with found as materialized (select t.id from task t where ' || app_tasks_wanted(filter) || app_tasks_within() || ') select
    (select count(*) from found), (select count(*) from assignment a where a.task_id in (select id from found) and ' || app_assignments_scope() || ')';
end $$;
-- Known tasks as lists show them, each asked for again: those that the reader's units give, and those of which an assignment is seen; with the states
-- in which these stand, and by when.
create function app_task_rows(tasks uuid[]) returns table (id uuid, number integer, action text, "directiveSymbol" text, "ownerId" uuid, deadline jsonb,
    "draftedAt" timestamptz, version integer, states jsonb, "dueOn" date)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute 'select t.id, t.number, t.action, (select d.symbol from directive d where d.id = t.directive_id and app_reads_directive(d)), t.owner_id,
      t.deadline, t.drafted_at, t.version, coalesce(s.states, ''{}''), s.due_on
    from unnest($1) with ordinality wanted (id, place) join task t on t.id = wanted.id, lateral (select jsonb_object_agg(x.state, x.n) as states, max(x.due_on) as due_on
      from (select a.state, count(*) as n, max(a.due_on) as due_on from assignment a where a.task_id = t.id and ' || app_assignments_scope() || ' group by a.state) x) s
    where s.states is not null or (t.owner_id = any ($2)) <> $3 order by wanted.place' using tasks, app_ids('reads'), app_wide('reads');
end $$;
