-- My duties: what is nearly always empty is asked without the policies of five tables in one plan, which took longer to plan than all else to read.
-- Whether the actor hears it is asked of what is found.

-- What names the actor and was not opened since, of each assignment the last word, the newest first.
create function app_mentions_unseen(most integer)
  returns table (id uuid, number integer, ordinal smallint, author text, "unitId" uuid, text text, "writtenAt" timestamptz)
  language plpgsql stable security definer rows 10 set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query select last.* from (
    select distinct on (a.id) a.id, k.number, a.ordinal, p.name, m.unit_id, t.text, t.written_at
    from message_mention x join message m on m.id = x.message_id and m.withdrawn_at is null
      join lateral (select text, written_at from message_text where message_id = m.id order by revision desc limit 1) t on true
      join assignment a on a.id = m.assignment_id join task k on k.id = a.task_id join person p on p.id = m.author_id
      left join assignment_seen s on s.assignment_id = a.id and s.person_id = x.person_id
    where x.person_id = app_person() and m.author_id <> x.person_id and (s.last_at is null or s.last_at < t.written_at)
      and app_hears(m.assignment_id, m.written_at, m.unit_id)
    order by a.id, t.written_at desc) last
  order by last.written_at desc limit most;
end $$;

-- The next report of each open assignment that the units lead or the actor handles, where it falls from today to `until`, the earliest first.
create function app_reports_next(leads uuid[], until date) returns table (id uuid, number integer, ordinal smallint, action text, by date)
  language plpgsql stable security definer rows 10 set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  today constant date := current_setting('app.today');
begin
  return query
    with given as materialized (
      select a.id, a.answer_from, a.issued_on, a.reporting from assignment a
      where a.reporting is not null and a.state in ('issued', 'accepted', 'in_progress') and (a.lead_id = any (leads) or a.handler_id = app_person())
        and app_sees(a)
    ), expected as (
      select g.id, g.answer_from, day, lag(day) over (partition by g.id order by day) as before
      from given g, app_report_days(g.reporting, g.issued_on, until) day where day > g.answer_from
    ), next as (
      select e.id, min(e.day) as by from expected e
      where e.day >= today
        and not exists (select from report r where r.assignment_id = e.id and r.reported_on <= e.day
          and r.reported_on >= e.answer_from and (e.before is null or r.reported_on > e.before))
        and not exists (select from report r where r.assignment_id = e.id and r.outcome = 'sent_back' and r.reported_on >= e.answer_from
          and e.day > r.reported_on and e.day <= (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date)
      group by e.id order by 2, 1 limit 200
    )
    select n.id, t.number, a.ordinal, coalesce(a.action, t.action), n.by
    from next n join assignment a on a.id = n.id join task t on t.id = a.task_id order by n.by, n.id;
end $$;

-- As in 0030; of what is in term the days to come are walked only where those gone by have too few.
create or replace function app_assignments_walked(filter jsonb, by_code boolean, back boolean, needed integer, after text[]) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  longest constant integer := 20000;
  -- One row in so many is expected to be of these units.
  sparse constant numeric := (select last from unit where pos = 1)::numeric / nullif(least(
    (filter -> 'within' ->> 1)::integer - (filter -> 'within' ->> 0)::integer + 1, case when not app_wide('reads') then cardinality(app_ids('reads')) end), 0);
  today constant date := filter ->> 'today';
  open_states constant text[] := array['issued', 'accepted', 'returned', 'in_progress', 'reported_complete'];
  direction constant text := case when back then ' desc' else '' end;
  beyond constant text := case when back then '<' else '>' end;
  states text[] := app_states_of(filter);
  wanted text;
  begins text := '';
  streams text[];
  lower_day date;
  upper_day date;
  is_in_term constant boolean := coalesce(filter -> 'class' = '["open_in_term"]', false);
  ordered text;
  by_place text;
  met text;
  found uuid[] := '{}';
  more uuid[];
  is_cut boolean;
begin
  if sparse is null or sparse * needed > longest / 4 or filter ?| array['task', 'lead', 'missedReport', 'number', 'leads'] or states = '{}'
    or coalesce(filter ->> 'directive', 'none') <> 'none' or coalesce(filter ->> 'handler', 'none') <> 'none' then return null; end if;
  wanted := app_assignments_scope() || app_assignments_narrowed(filter - 'words') || app_in_states(filter);
  -- Of those that are left: as a join all tasks with the words would be gathered.
  if filter ? 'words' then
    wanted := wanted || format(' and (select t.folded like %L from task t where t.id = a.task_id)', '%' || (filter ->> 'words') || '%');
  end if;

  if by_code then
    execute 'select array(select a.id from (select t.id, t.number from task t '
      || case when after is null then '' else format('where t.number %s= %L', beyond, after[1]) end
      || format(' order by t.number%s limit %s) t, lateral (select a.id, a.ordinal from assignment a where a.task_id = t.id and ', direction, longest / 10)
      || wanted || case when after is null then '' else format(' and (t.number, a.ordinal) %s (%L::integer, %L::smallint)', beyond, after[1], after[2]) end
      || format(' offset 0) a order by t.number%1$s, a.ordinal%1$s limit %2$s)', direction, needed) into found;
    return case when cardinality(found) = needed then found end;
  end if;

  if after[1] in ('infinity', '-infinity') or filter -> 'class' in ('["open_no_deadline"]', '["done_no_deadline"]') then return null; end if;
  select due_on into lower_day from assignment order by coalesce(due_on, 'infinity'::date) limit 1;
  select due_on into upper_day from assignment where coalesce(due_on, 'infinity'::date) < 'infinity'
    order by coalesce(due_on, 'infinity'::date) desc limit 1;
  lower_day := greatest(lower_day, (filter ->> 'dueFrom')::date, case when not back then after[1]::date end);
  upper_day := least(upper_day, (filter ->> 'dueTo')::date, case when back then after[1]::date end,
    case when filter -> 'class' = '["open_overdue"]' then today - 1 end);
  if after is not null then
    begins := format(' and (coalesce(a.due_on, ''infinity''::date), a.task_id, a.ordinal) %s (%L::date, %L::uuid, %L::smallint)', beyond, after[1], after[2], after[3]);
  end if;
  -- Over the index; and the same of what was met.
  ordered := format(' order by coalesce(a.due_on, ''infinity''::date)%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s', direction, longest);
  by_place := format(' order by a.place%1$s, a.task_id%1$s, a.ordinal%1$s', direction);
  met := format('select a.*, coalesce(a.due_on, ''infinity''::date) as place from assignment a where coalesce(a.due_on, ''infinity''::date) between %L and %L',
    lower_day, upper_day) || begins;
  streams := case when states is null then array['']
    -- What is due before today is in term only where it waits for the office.
    when is_in_term then array[format(' and a.state = ''reported_complete'' and a.due_on < %L', today),
      format(' and a.state in (%s) and coalesce(a.due_on, ''infinity''::date) >= %L', app_literals(to_jsonb(open_states)), today)]
    when states <@ open_states and cardinality(states) > 1 then array[format(' and a.state in (%s)', app_literals(to_jsonb(open_states)))]
    else array(select format(' and a.state = %L', state) from unnest(states) state) end;
  if is_in_term and back then streams := array[streams[2], streams[1]]; end if;

  if is_in_term or cardinality(streams) = 1 then
    -- One after the other, the next only where there are too few. What a stream that was cut has beyond would be on no page.
    for nth in 1 .. cardinality(streams) loop
      execute 'select array(select a.id from (' || met || streams[nth] || ordered || ') a where ' || wanted || by_place || ' limit ' || needed - cardinality(found) || ')' into more;
      found := found || more;
      exit when cardinality(found) = needed or nth = cardinality(streams);
      execute 'select exists (' || met || streams[nth] || ' offset ' || longest || ')' into is_cut;
      exit when is_cut;
    end loop;
    return case when cardinality(found) = needed then found end;
  end if;
  -- Side by side the others would go on where the one that is cut ends: its place is met as a row without an id.
  execute (select 'select array(select a.id from (' || string_agg('(select case when a.nth < ' || longest || ' then a.id end as id, a.place, a.task_id, a.ordinal from (select a.*, row_number() over ('
    || by_place || ') as nth from (' || met || stream || ordered || ') a) a where a.nth = ' || longest || ' or (' || wanted || ')' || by_place || ' limit ' || needed || ')', ' union all ')
    || ') a' || by_place || ' limit ' || needed || ')' from unnest(streams) stream) into found;
  return case when cardinality(found) = needed and array_position(found, null) is null then found end;
end $$;

-- Of few tasks all is gathered at once: to look through span after span of days, each with all of them, was most of a search.
create function app_assignments_of(tasks uuid[], filter jsonb, by_code boolean, back boolean, most integer, skipped integer, after text[]) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  beyond constant text := case when back then '<' else '>' end;
  begins text := case when after is null then 'true'
    when by_code then format('(t.number, a.ordinal) %s (%L::integer, %L::smallint)', beyond, after[1], after[2])
    when after[1] in ('infinity', '-infinity') then format('a.due_on is null and (a.task_id, a.ordinal) %s (%L::uuid, %L::smallint)', beyond, after[2], after[3])
    else format('(a.due_on is null or (a.due_on, a.task_id, a.ordinal) %s (%L::date, %L::uuid, %L::smallint))', beyond, after[1], after[2], after[3]) end;
begin
  return query execute 'with near as materialized (select a.id, a.due_on, a.task_id, a.ordinal from assignment a where a.task_id = any ($1) and '
    || app_assignments_wanted(filter - 'words') || ') select a.id from near a join task t on t.id = a.task_id where ' || begins || ' order by '
    || format(case when by_code then 't.number%1$s, a.ordinal%1$s' else 'a.due_on is null, a.due_on%1$s, a.task_id%1$s, a.ordinal%1$s' end
      || ' limit %2$s offset %3$s', case when back then ' desc' else '' end, most, skipped) using tasks;
end $$;
revoke execute on function app_assignments_of(uuid[], jsonb, boolean, boolean, integer, integer, text[]) from public;
create or replace function app_assignment_page(filter jsonb, by_code boolean, back boolean, most integer, skipped integer, after text[] default null) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  tasks uuid[];
  found uuid[];
begin
  if filter ? 'words' and not filter ?| array['number', 'leads'] then
    execute format('select array(select id from task where folded like %L limit 301)', '%' || (filter ->> 'words') || '%') into tasks;
    -- A task may have an assignment for each commune.
    if cardinality(tasks) <= 300 and not exists (select from assignment a where a.task_id = any (tasks) offset 5000) then
      return query select app_assignments_of(tasks, filter, by_code, back, most, skipped, after);
      return;
    end if;
  end if;
  -- What few tasks hold is not soon met.
  if tasks is null or cardinality(tasks) > 300 then found := app_assignments_walked(filter, by_code, back, most + skipped, after); end if;
  if found is null then return query select app_assignments_gathered(filter, by_code, back, most, skipped, after);
  else return query select unnest(found[skipped + 1:]); end if;
end $$;
