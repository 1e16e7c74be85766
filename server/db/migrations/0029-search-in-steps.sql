-- Search, step by step: the words first, then who may read what has them. Measured by bench/search.ts.

-- A word with accents begins a word too, and two letters after a blank have trigrams. To make small letters of thousands of texts took all the time.
create function app_small_words(text) returns text language sql immutable parallel safe
  as $$ select ' ' || translate(public.app_small($1), '()[]{}<>"“”«»‘’''/\\|-–—,.;:!?…', repeat(' ', 30)) $$;
create or replace function app_spelled_in(spelled jsonb, said text) returns text language sql immutable
  as $$ select coalesce(string_agg(format('app_small_words(%s) like any (%L::text[])', said, array(select '% ' || s || '%' from jsonb_array_elements_text(e) s)), ' and '),
    'not true') from jsonb_array_elements(spelled) e $$;
create index task_action_begins on task using gin (app_small_words(action) gin_trgm_ops);

-- In the order in which they are shown, and whether they are in reach asked one by one, as a value: as a join everybody in reach was gathered.
create or replace function app_people_found(words text[], spelled jsonb, today date, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
begin
  return query execute 'select p.id from (select p.id from person_name n join person p on p.id = n.person_id where p.active and ' || app_words_in(words, 'n.folded')
    || ' order by ' || app_spelled_in(spelled, 'n.small') || format(' desc, p.name, p.login offset 0) p
      where (select true from role_grant g join unit u on u.id = g.unit_id where g.person_id = p.id and g.from_on <= %1$L::date
        and (g.to_on is null or g.to_on >= %1$L::date) and u.pos <@ %2$L::int4multirange limit 1) limit %3$s', today,
      coalesce(nullif(current_setting('app.people', true), ''), '{}'), most);
end $$;

-- Known tasks and the one of a number, each asked for by what its policy says: under the policies the scope was made anew for each.
create function app_tasks_named(tasks uuid[], wanted integer) returns table (id uuid, number integer, action text, "directiveSymbol" text)
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  reads constant text := coalesce(current_setting('app.reads_ids', true), '');
  is_wide constant boolean := app_wide('reads');
begin
  return query select t.id, t.number, t.action, (select d.symbol from directive d where d.id = t.directive_id and app_reads_directive(d))
    from task t where (t.id = any ($1) or t.number = $2) and case when (strpos(reads, t.owner_id::text) > 0) <> is_wide then true else app_reads_task_of(t.id) end;
end $$;
create function app_assignments_numbered(task integer, place integer, most integer)
  returns table (id uuid, ordinal smallint, action text, "leadId" uuid, state text, "dueOn" date)
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query select a.id, a.ordinal, coalesce(a.action, t.action), coalesce(a.lead_id, a.external_lead_id), a.state, a.due_on
    from task t join assignment a on a.task_id = t.id where t.number = $1 and ($2 is null or a.ordinal = $2) and app_sees(a) order by a.ordinal limit $3;
end $$;
