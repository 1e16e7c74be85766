-- A walk in several streams is given up where the page would go beyond the end of one that was cut: the rows after the cut were on no page.
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
  ordered text;
  -- What says where a stream was cut: a row without an id, in its place among the others.
  places text := '';
  id text := 'a.id';
  looked text := '';
  n integer;
  lower_day date;
  upper_day date;
  found uuid[];
begin
  if sparse is null or sparse * needed > longest / 4 or filter ?| array['task', 'lead', 'missedReport', 'number', 'leads'] or states = '{}'
    or coalesce(filter ->> 'directive', 'none') <> 'none' or coalesce(filter ->> 'handler', 'none') <> 'none' then return null; end if;
  if filter ? 'words' then
    execute format('select count(*) from (select from task where folded like %L limit 301) few', '%' || (filter ->> 'words') || '%') into n;
    if n <= 300 then return null; end if;
  end if;
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
  -- What is due before today is in term only where it waits for the office.
  streams := case when states is null then array['']
    when filter -> 'class' = '["open_in_term"]' then array[format(' and a.state = ''reported_complete'' and a.due_on < %L', today),
      format(' and a.state in (%s) and coalesce(a.due_on, ''infinity''::date) >= %L', app_literals(to_jsonb(open_states)), today)]
    when states <@ open_states and cardinality(states) > 1 then array[format(' and a.state in (%s)', app_literals(to_jsonb(open_states)))]
    else array(select format(' and a.state = %L', state) from unnest(states) state) end;
  ordered := format(' order by coalesce(a.due_on, ''infinity''::date)%1$s, a.task_id%1$s, a.ordinal%1$s', direction);
  -- One stream that is cut has met too few. Of several the others would go on where it ends, and what it has beyond would be on no page.
  if cardinality(streams) > 1 then
    places := format(', row_number() over (%s) as nth', ordered);
    id := format('case when a.nth < %s then a.id end as id', longest);
    looked := format('a.nth = %s or ', longest);
  end if;
  execute (select 'select array(select a.id from (' || string_agg(format('(select %3$s, a.place, a.task_id, a.ordinal from (select a.*, coalesce(a.due_on, ''infinity''::date) as place%4$s
      from assignment a where coalesce(a.due_on, ''infinity''::date) between %1$L and %2$L', lower_day, upper_day, id, places) || begins || stream
    || ordered || format(' limit %s) a where %s(', longest, looked) || wanted
    || format(') order by a.place%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s)', direction, needed), ' union all ')
    || format(') a order by a.place%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s)', direction, needed) from unnest(streams) stream) into found;
  return case when cardinality(found) = needed and array_position(found, null) is null then found end;
end $$;

-- Who reads a directive is changed by one command at a time: two at once left it to a unit that both had ceased to name, or took it from one that
-- was named just then. `addAddressees` takes the same lock.
create or replace function app_forget_addressees(directive uuid, units uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('addressees ' || $1, 0));
  if not exists (select from assignment a where a.directive_id = $1 and a.issued_on is not null and a.issued_by = any (app_ids('issues'))) then
    raise exception 'app_forget_addressees: the actor has issued nothing of this directive' using errcode = '42501';
  end if;
  delete from directive_addressee x where x.directive_id = $1 and x.unit_id = any ($2) and not app_is_named(x.unit_id, $1);
end $$;

-- Content that comes while a directive is being erased waits for it, and is looked at afterwards in a statement of its own. What changes a row waits
-- for that row.
create or replace function directive_stub_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.directive_id is null then return new; end if;
  if tg_op = 'INSERT' then perform from directive d where d.id = new.directive_id for key share; end if;
  if exists (select from directive d where d.id = new.directive_id and d.secrecy is not null) then
    raise exception 'directive_stub_guard: a secret directive has no content' using errcode = '42501';
  end if;
  return new;
end $$;
