-- Lists of whoever reads some dozens of units. To gather what each unit has costs a search for every unit, and more rows than fifty; the next
-- fifty are met soon where all are walked in their order, if the index holds what the scope asks of a row. Measured by bench/desk.ts.
drop index assignment_order;
create index assignment_order on assignment ((coalesce(due_on, 'infinity'::date)), task_id, ordinal)
  include (id, due_on, lead_id, issued_by, issued_on, monitor_id, handler_id, state, reported_on, exited_on);
drop index assignment_open_order;
create index assignment_open_order on assignment ((coalesce(due_on, 'infinity'::date)), task_id, ordinal)
  include (id, due_on, lead_id, issued_by, issued_on, monitor_id, handler_id, state, reported_on, exited_on)
  where state in ('issued', 'accepted', 'returned', 'in_progress', 'reported_complete');
drop index assignment_state_order;
create index assignment_state_order on assignment (state, (coalesce(due_on, 'infinity'::date)), task_id, ordinal)
  include (id, due_on, lead_id, issued_by, issued_on, monitor_id, handler_id, reported_on, exited_on);
-- What a person has to move is found in the index alone.
drop index assignment_lead;
create index assignment_lead on assignment (lead_id, state, due_on) include (id);
drop index assignment_issuer;
create index assignment_issuer on assignment (issued_by, state, due_on) include (id);

-- The first ids of a page as a walk meets them; null where it would be long: for few units, for a page far down, for what names one thing, or
-- where it has not met as many as needed within so many rows.
create function app_assignments_walked(filter jsonb, by_code boolean, back boolean, needed integer, after text[]) returns uuid[]
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
  execute (select 'select array(select a.id from (' || string_agg(format('(select a.id, a.place, a.task_id, a.ordinal from (select a.*, coalesce(a.due_on, ''infinity''::date) as place
      from assignment a where coalesce(a.due_on, ''infinity''::date) between %1$L and %2$L', lower_day, upper_day) || begins || stream
    || format(' order by coalesce(a.due_on, ''infinity''::date)%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s) a where ', direction, longest) || wanted
    || format(' order by a.place%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s)', direction, needed), ' union all ')
    || format(') a order by a.place%1$s, a.task_id%1$s, a.ordinal%1$s limit %2$s)', direction, needed) from unnest(streams) stream) into found;
  return case when cardinality(found) = needed then found end;
end $$;
revoke execute on function app_assignments_walked(jsonb, boolean, boolean, integer, text[]) from public;

alter function app_assignment_page(jsonb, boolean, boolean, integer, integer, text[]) rename to app_assignments_gathered;
create function app_assignment_page(filter jsonb, by_code boolean, back boolean, most integer, skipped integer, after text[] default null) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  found constant uuid[] := app_assignments_walked(filter, by_code, back, most + skipped, after);
begin
  if found is null then return query select app_assignments_gathered(filter, by_code, back, most, skipped, after);
  else return query select unnest(found[skipped + 1:]); end if;
end $$;

-- Tasks in the same way. Whether an assignment of a task is seen is asked task by task, as a value: as a join all that is seen would be gathered.
create or replace function app_task_page(filter jsonb, back boolean, most integer, skipped integer, after integer default null) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  longest constant integer := 3000;
  wanted constant text := app_tasks_wanted(filter)
    || case when after is null then '' else format(' and t.number %s %s', case when back then '<' else '>' end, after) end;
  ordered constant text := format(' order by t.number %s limit ', case when back then 'desc' else '' end);
  needed constant integer := most + skipped;
  found uuid[];
begin
  if not app_wide('reads') and cardinality(app_ids('reads')) > 20 and needed <= 200 and not filter ? 'directive' then
    execute 'select array(select t.id from (select t.id, t.number, t.owner_id from task t where ' || wanted || ordered || longest || ') t where t.owner_id = any ($1)
      or (select true from assignment a where a.task_id = t.id and ' || app_assignments_seen() || ' limit 1)' || ordered || needed || ')' into found using app_ids('reads');
    if cardinality(found) = needed then
      return query select unnest(found[skipped + 1:]);
      return;
    end if;
  end if;
  return query execute 'select t.id from task t where ' || wanted || app_tasks_within() || ordered || most || ' offset ' || skipped;
end $$;

-- The same as before in steps: what needs no query of its own is asked first, and costs a fifth.
create or replace function app_sees(a assignment) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  -- Looked for in the text: to make an array of a province's units takes longer than all the rest.
  reads constant text := coalesce(current_setting('app.reads_ids', true), '');
  is_wide constant boolean := app_wide('reads');
  addressed constant uuid[] := app_ids('addressed');
begin
  if a.issued_by = any (app_ids('reads_issued')) then return true; end if;
  if a.issued_on is null then return (strpos(reads, a.issued_by::text) > 0) <> is_wide; end if;
  if (strpos(reads, coalesce(a.lead_id, a.issued_by)::text) > 0) <> is_wide then return true; end if;
  if a.lead_id = any (addressed) or a.monitor_id = any (addressed) then return true; end if;
  if a.handler_id = app_person() and a.lead_id = any (app_ids('handles')) then return true; end if;
  return exists (select from assignment_cooperating c where c.assignment_id = a.id and c.unit_id = any (addressed));
end $$;

create or replace function app_assignment_rows(assignments uuid[]) returns setof assignment_row
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  registers constant uuid[] := app_ids('registers');
  is_wide constant boolean := app_wide('registers');
  addressed constant uuid[] := app_ids('addressed');
begin
  return query select a.id, a.task_id, t.number, a.ordinal, coalesce(a.action, t.action), coalesce(a.lead_id, a.external_lead_id), a.issued_by,
      -- As `app_reads_directive` says, without a query of its own for every row.
      (select d.symbol from directive d where d.id = a.directive_id and ((d.owner_id = any (registers)) <> is_wide
        or exists (select from directive_addressee x where x.directive_id = d.id and x.unit_id = any (addressed)))), a.state, a.issued_on, a.answer_from,
      a.original_due_on, a.due_on, a.reported_on, a.exited_on, a.percent, a.version,
      (select jsonb_build_object('id', h.id, 'name', h.name, 'position', h.position) from person h where h.id = a.handler_id),
      (select count(*) from report r join evidence e on e.report_id = r.id where r.assignment_id = a.id),
      case when a.reporting is null then 0 else (select r.due - r.received from app_report_counts(a.id, current_setting('app.today')::date) r) end, a.lead_id is null, a.drafted_by, a.needs_approval,
      a.approved_by, a.reported_by, a.reported_on_behalf
    from unnest($1) with ordinality wanted (id, place) join assignment a on a.id = wanted.id join task t on t.id = a.task_id
    where app_sees(a) order by wanted.place;
end $$;

-- Drafts that wait for an approval apart from those that can be issued, so that each step from task to task is one look into the index.
create index assignment_draft_kind on assignment (issued_by, (state = 'draft' and needs_approval), task_id) where state in ('draft', 'approved') and issued_on is null;
create or replace function app_drafts_to_move(approving uuid[], issuing uuid[])
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
        where a.issued_by = w.unit_id and a.state in ('draft', 'approved') and a.issued_on is null
          and (a.state = 'draft' and a.needs_approval) = (w.kind = 'approve') and (w.kind = 'issue' or a.drafted_by <> app_person())
        order by a.task_id limit 1) next
      union all
      select w.kind, w.unit_id, next.task_id, w.n + 1 from walk w, lateral (select a.task_id from assignment a
        where a.issued_by = w.unit_id and a.state in ('draft', 'approved') and a.issued_on is null
          and (a.state = 'draft' and a.needs_approval) = (w.kind = 'approve') and (w.kind = 'issue' or a.drafted_by <> app_person())
          and a.task_id > w.task_id
        order by a.task_id limit 1) next
      where w.n < 200)
    select distinct on (t.number) t.id, t.number, t.action, w.kind, (t.drafted_at at time zone 'Asia/Ho_Chi_Minh')::date,
      (select max(a.due_on) from assignment a where a.task_id = t.id and a.state in ('draft', 'approved') and a.issued_on is null and a.issued_by = w.unit_id)
    from walk w, lateral (select t.* from task t where t.id = w.task_id offset 0) t order by t.number, w.kind limit 200;
end $$;

-- Search. Words that begin a word, asked as one condition over the text with a blank before it: two letters after a blank have trigrams, two alone
-- have none, and all was read for "xã" or "12".
create index task_folded_begins on task using gin ((' ' || folded) gin_trgm_ops);
create index directive_folded_begins on directive using gin ((' ' || folded) gin_trgm_ops);
drop index person_name_folded;
create index person_name_folded on person_name using gin ((' ' || folded) gin_trgm_ops);
create or replace function app_words_in(words text[], folded text) returns text language sql immutable
  as $$ select coalesce(string_agg(format('('' '' || %s) like %L', folded, '% ' || w || '%'), ' and '), 'false') from unnest(words) w $$;

create or replace function app_tasks_found(words text[], spelled jsonb, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
declare
  held text := app_words_in(words, 't.folded');
  said text := app_spelled_in(spelled, 't.action');
  reads uuid[] := app_ids('reads');
  -- As a value: as a join all that is seen would be gathered.
  seen text := format('(t.owner_id %s (%L::uuid[]) or (select true from assignment a where a.task_id = t.id and ',
    case when app_wide('reads') then '<> all' else '= any' end, reads) || app_assignments_seen() || ' limit 1))';
  tasks uuid[];
  found uuid[] := '{}';
  more uuid[];
  upper_number integer;
  span integer;
  wanted text;
begin
  execute 'select array(select t.id from task t where ' || held || ' limit 301)' into tasks;
  if cardinality(tasks) > 300 and not app_wide('reads') and cardinality(reads) <= 20 then
    execute 'select array(select distinct a.task_id from assignment a where ' || app_assignments_seen() || ')' into tasks;
    tasks := tasks || array(select t.id from task t where t.owner_id = any (reads));
    return query execute format('select t.id from task t where t.id = any (%L::uuid[]) and ', tasks) || held || ' order by ' || said
      || format(' desc, t.number desc limit %s', most);
    return;
  end if;
  if cardinality(tasks) <= 300 then
    return query execute format('select id from (select t.* from task t where t.id = any (%L::uuid[]) order by ', tasks) || said
      || ' desc, t.number desc offset 0) t where ' || seen || format(' limit %s', most);
    return;
  end if;
  foreach wanted in array case when said = 'not true' then array['true'] else array[said, 'not (' || said || ')'] end loop
    select max(number) into upper_number from task;
    span := 500;
    while upper_number > 0 and cardinality(found) < most loop
      execute format('select array(select t.id from task t where t.number > %s and t.number <= %s and ', upper_number - span, upper_number) || held
        || ' and ' || wanted || ' and ' || seen || format(' order by t.number desc limit %s)', most - cardinality(found)) into more;
      found := found || more;
      upper_number := upper_number - span;
      span := span * 4;
    end loop;
  end loop;
  return query select unnest(found);
end $$;
