-- The register as a working screen: secret directives as stubs, words found by index, pages and counts by functions of the owner.

-- Of a secret directive the register has its number, day, issuer and grade. What it says is nowhere here.
alter table directive
  add column secrecy text constraint directive_secrecy check (secrecy in ('confidential', 'secret', 'top-secret')),
  drop constraint directive_reading_state,
  add constraint directive_reading_state check (reading_state in ('unread', 'tasks-recorded', 'no-task', 'secret')),
  add constraint directive_stub check ((secrecy is not null) = (reading_state = 'secret') and (secrecy is null or (subject = '' and file_id is null
    and num_nonnulls(type, place, signer_name, signer_position, signer_authority, urgency, addressees, recipients, intake_notes, page_count, read_by) = 0)));
grant update (secrecy) on directive to throughline_app;
create function directive_stub_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.directive_id is not null and exists (select from directive d where d.id = new.directive_id and d.secrecy is not null) then
    raise exception 'directive_stub_guard: a secret directive has no content' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger directive_stub_guard before insert on directive_text for each row execute function directive_stub_guard();
create trigger directive_stub_guard before insert on task for each row execute function directive_stub_guard();

-- Whether the actor reads the text of a directive, asked of the one at hand: sets of all that he reads took longer than what was looked for.
create function app_reads_text(directive uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from directive d where d.id = $1 and (((d.owner_id = any (app_ids('reads'))) <> app_wide('reads'))
    or (not d.separate_parts and app_is_addressed(d.id))));
end $$;
drop policy directive_text_read on directive_text;
create policy directive_text_read on directive_text for select to throughline_app using (app_reads_text(directive_id));
drop policy directive_relation_read on directive_relation;
create policy directive_relation_read on directive_relation for select to throughline_app using (app_reads_text(directive_id));
drop policy page_text_read on page_text;
create policy page_text_read on page_text for select to throughline_app using (app_reads_text(directive_id));
drop policy passage_read on passage;
create policy passage_read on passage for select to throughline_app using (app_reads_text(directive_id) or id in (select passage_id from task));
drop policy file_read on file;
create policy file_read on file for select to throughline_app using (
  added_by = (select app_person())
  or exists (select from directive d where d.file_id = file.id and app_reads_text(d.id))
  or id in (select file_id from evidence));

-- Whether nobody else handed in the same bytes, and nothing hangs on them: then they may go when they turn out to be secret.
create function app_is_sole_file(file uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from file f join file other on other.sha256 = f.sha256 where f.id = $1
    and (other.id <> $1 or exists (select from directive d where d.file_id = f.id) or exists (select from evidence e where e.file_id = f.id))) $$;

-- The words of a directive as keys of search (core/kernel/search-words.ts): part 0 those of its head, the others those of its text in the order of its
-- pages, each part with a few words of the one before. `spelled` keeps the accents. No row of it is ever read under the application's role.
create table directive_words (
  directive_id uuid not null references directive,
  part integer not null,
  folded text not null,
  spelled text not null,
  primary key (directive_id, part)
);
comment on table directive_words is 'derived from directive and directive_text; rows that are missing are made anew when the house is tidied';
alter table directive_words alter column folded set storage external;
alter table directive_words enable row level security;
create policy directive_words_read on directive_words for select to throughline_app using (directive_id in (select id from directive where owner_id in (select app_units('records'))));
create policy directive_words_add on directive_words for insert to throughline_app with check (
  directive_id in (select id from directive where owner_id in (select app_units('records'))));
create policy directive_words_remove on directive_words for delete to throughline_app using (
  directive_id in (select id from directive where owner_id in (select app_units('records'))));
grant select (directive_id, part), insert, delete on directive_words to throughline_app;

-- Words and pairs of neighbouring words. Single syllables without accents are in nearly every text ("da": đã, đa, da); a pair hardly ever misleads.
create function app_words(folded text, spelled text) returns tsvector language sql immutable parallel safe cost 100000 set search_path = public, pg_temp as $$
  select array_to_tsvector(coalesce(array_agg(w), '{}')) from (
    select word from (select unnest(string_to_array(trim($1), ' ')) as word union all select unnest(string_to_array(trim($2), ' '))) one
    union all
    select word || ' ' || next from (
      select side, word, lead(word) over (partition by side order by at) as next from (
        select 1 as side, word, at from unnest(string_to_array(trim($1), ' ')) with ordinality f (word, at)
        union all select 2, word, at from unnest(string_to_array(trim($2), ' ')) with ordinality s (word, at)) words) pairs where next is not null
  ) all_words (w) where w <> '' $$;
create index directive_words_lexemes on directive_words using gin (app_words(folded, spelled)) with (fastupdate = off);
-- Counting the words of every text would take minutes and help nobody.
alter index directive_words_lexemes alter column 1 set statistics 0;

create index directive_received_all on directive (received_on desc, id desc);
create index directive_parts on directive (id) where separate_parts;

-- What `directive_read` says, and what `app_reads_text` says, as conditions with the actor's units in them.
-- server/db/row-security.test.ts holds them against the policies.
create function app_directives_seen(texts boolean) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope text := case when texts then 'reads' else 'registers' end;
  mine uuid[] := app_ids(scope);
  addressed uuid[] := array(select distinct directive_id from directive_addressee where unit_id = any (app_ids('addressed')));
  ways text[] := '{}';
begin
  if app_wide(scope) then ways := array[case when mine = '{}' then 'true' else format('d.owner_id <> all (%L::uuid[])', mine) end];
  elsif mine <> '{}' then ways := array[format('d.owner_id = any (%L::uuid[])', mine)];
  end if;
  if addressed <> '{}' then
    ways := ways || (format('(d.id = any (%L::uuid[])', addressed) || case when texts then ' and not d.separate_parts)' else ')' end);
  end if;
  return case when ways = '{}' then 'false' else '(' || array_to_string(ways, ' or ') || ')' end;
end $$;
revoke execute on function app_directives_seen(boolean) from public;

-- Which directives have what is sought, in all of its phrases. `rank`: 0 it is the number · 1 head and 2 text, spelled alike · 3 head and
-- 4 text, alike without accents. A phrase: folded, spelled (null without accents), any and exact (as tsquery), and the ids of those of which the
-- caller reads single sentences that have it (own, own_exact), which a text that he may not read never tells.
create function app_register_found(phrases jsonb) returns table (directive_id uuid, rank integer)
  language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  heads text := app_directives_seen(false);
  texts text := app_directives_seen(true);
  phrase jsonb;
  one text;
  together text;
  every text[] := '{}';
begin
  for phrase in select * from jsonb_array_elements(phrases) loop
    one := format('select d.id, case when split_part(d.identity_key, ''|'', 1) = %1$L then 0
          when strpos(w.spelled || '' '', %2$L) > 0 then 1 else 3 end as rank
        from directive d left join directive_words w on w.directive_id = d.id and w.part = 0 where d.folded like %3$L
          and strpos('' '' || d.folded, '' '' || %1$L) > 0 and ',
      phrase ->> 'folded', coalesce(' ' || (phrase ->> 'spelled') || ' ', '?'), '%' || (phrase ->> 'folded') || '%') || heads;
    -- Pairs of a longer phrase may stand apart from each other.
    together := case when (phrase ->> 'folded') like '% % %' then format(' and strpos(w.folded, %L) > 0', ' ' || (phrase ->> 'folded')) else '' end;
    if phrase ? 'any' then
      one := one || format(' union all select d.id, 4 from directive_words w join directive d on d.id = w.directive_id
        where w.part > 0 and app_words(w.folded, w.spelled) @@ %L::tsquery', phrase ->> 'any')
        || together || ' and ' || texts;
    end if;
    if phrase ? 'exact' then
      one := one || format(' union all select d.id, 2 from directive_words w join directive d on d.id = w.directive_id
        where w.part > 0 and app_words(w.folded, w.spelled) @@ %L::tsquery', phrase ->> 'exact') || together || ' and ' || texts;
    end if;
    one := one || format(' union all select unnest(%L::uuid[]), 4 union all select unnest(%L::uuid[]), 2',
      array(select jsonb_array_elements_text(phrase -> 'own')), array(select jsonb_array_elements_text(phrase -> 'own_exact')));
    every := every || format('(select id, min(rank) as rank from (%s) hits group by id)', one);
  end loop;
  if every = '{}' then return; end if;
  one := every[1];
  for i in 2 .. cardinality(every) loop
    one := format('(select a.id, greatest(a.rank, b.rank) as rank from %s a join %s b on b.id = a.id)', one, every[i]);
  end loop;
  return query execute 'select id, rank from ' || one || ' x';
end $$;

-- The conditions of a filter, each under its name, so that counts leave out their own.
create function app_register_conditions(filter jsonb, today date) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  said jsonb := '{}';
  name text;
begin
  foreach name in array array['type', 'issuer', 'urgency'] loop
    if filter ? name then said := said || jsonb_build_object(name, format('d.%I = %L', name, filter ->> name)); end if;
  end loop;
  if filter ? 'state' then said := said || jsonb_build_object('reading_state', format('d.reading_state = %L', filter ->> 'state')); end if;
  if filter ? 'owner' then said := said || jsonb_build_object('owner', format('d.owner_id = %L::uuid', filter ->> 'owner')); end if;
  if filter ? 'month' then
    said := said || jsonb_build_object('month', format('d.received_on >= %1$L::date and d.received_on < %1$L::date + interval ''1 month''', (filter ->> 'month') || '-01'));
  end if;
  if filter ? 'from' then said := said || jsonb_build_object('from', format('d.received_on >= %L::date', filter ->> 'from')); end if;
  if filter ? 'to' then said := said || jsonb_build_object('to', format('d.received_on <= %L::date', filter ->> 'to')); end if;
  if filter ? 'overdue' then
    said := said || jsonb_build_object('overdue', 'd.id in (select a.directive_id from assignment a where a.directive_id is not null and '
      || format(app_overdue(), today) || ' and ' || app_assignments_seen() || ')');
  end if;
  return said;
end $$;
-- Open and past its day: of what is reported complete the clock stands at the day of the report (core/tasks/lateness.ts).
create function app_overdue() returns text language sql immutable as $$
  select 'case when a.state = ''reported_complete'' then a.due_on < a.reported_on
    else a.state in (''issued'', ''accepted'', ''returned'', ''in_progress'') and a.due_on < %L::date end' $$;
revoke execute on function app_register_conditions(jsonb, date), app_overdue() from public;

-- One page of ids in the order asked for.
create function app_register_page(filter jsonb, phrases jsonb, sort text, today date, most integer, skipped integer)
  returns setof uuid language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
declare
  wanted text := app_directives_seen(false);
  source text := 'directive d';
  key text := ltrim(sort, '-');
  down text := case when sort like '-%' then ' desc' else '' end;
  ordered text;
begin
  select wanted || coalesce(' and ' || string_agg(value, ' and '), '') into wanted from jsonb_each_text(app_register_conditions(filter, today));
  if phrases is not null then source := source || format(' join app_register_found(%L::jsonb) f on f.directive_id = d.id', phrases); end if;
  if key = 'open' then
    source := source || ' left join (select a.directive_id, count(*) as n from assignment a where a.directive_id is not null
      and a.state in (''issued'', ''accepted'', ''returned'', ''in_progress'', ''reported_complete'') and '
      || app_assignments_seen() || ' group by a.directive_id) o on o.directive_id = d.id';
  end if;
  ordered := case
    when key = 'found' and phrases is not null then 'f.rank, d.received_on desc, d.id desc'
    when key = 'received' then format('d.received_on%1$s, d.id%1$s', down)
    when key = 'issued' then format('d.issued_on%1$s nulls last, d.id%1$s', down)
    when key = 'symbol' then format('substring(d.symbol from ''^\d{1,9}'')::integer%1$s nulls last, d.symbol%1$s nulls last, d.id%1$s', down)
    when key = 'open' then format('coalesce(o.n, 0)%1$s, d.received_on desc, d.id desc', down)
    else 'd.received_on desc, d.id desc' end;
  return query execute format('select d.id from %s where %s order by %s limit %s offset %s', source, wanted, ordered, most, skipped);
end $$;

-- How many there are of each kind: each dimension under all conditions but its own. `month` leaves out the span of days as well.
create function app_register_counts(filter jsonb, phrases jsonb, today date, dimensions text[])
  returns table (dimension text, key text, state text, n bigint) language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  conditions jsonb := app_register_conditions(filter, today);
  source text := 'directive d';
  said text := '';
  name text;
  own text[];
  asked text;
  parts text[] := '{}';
begin
  if phrases is not null then source := source || format(' join app_register_found(%L::jsonb) f on f.directive_id = d.id', phrases); end if;
  select coalesce(string_agg(format(', %s as %I', value, 'is_' || x.key), ''), '') into said from jsonb_each_text(conditions) x (key, value);
  foreach name in array dimensions loop
    own := case name when 'month' then array['month', 'from', 'to'] else array[name] end;
    select coalesce(string_agg(format('%I', 'is_' || x), ' and '), 'true') into asked from jsonb_object_keys(conditions) x where x <> all (own);
    parts := parts || format('select %L, %s, %s, count(*) from rows where %s group by 2, 3', name,
      case name when 'total' then '''''' when 'owner' then 'owner_id::text' else format('%I', name) end,
      case name when 'month' then 'reading_state' else '''''' end, asked);
  end loop;
  return query execute format('with rows as materialized (select d.reading_state, to_char(d.received_on, ''YYYY-MM'') as month, d.type, d.issuer,
    d.urgency, d.owner_id%s from %s where %s) ', said, source, app_directives_seen(false)) || array_to_string(parts, ' union all ');
end $$;

-- Of each directive, what the caller reads of its assignments: all, those open, and those past their day.
create function app_directive_loads(directives uuid[], today date) returns table (directive_id uuid, assignments bigint, open bigint, overdue bigint)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  return query execute format('select a.directive_id, count(*),
      count(*) filter (where a.state in (''issued'', ''accepted'', ''returned'', ''in_progress'', ''reported_complete'')),
      count(*) filter (where ' || app_overdue() || ')
    from assignment a where a.directive_id = any (%L::uuid[]) and ', today, directives) || app_assignments_seen() || ' group by a.directive_id';
end $$;
