-- Search: the best of what the reader may read, found as the owner (under a row policy `like` uses no index) and read again under the policies.
-- Every word typed has to begin a word of the folded text; `spelled` are the ways of writing of those typed with accents, and what has them all
-- comes first. Measured by bench/search.ts.

-- Small letters, with and without their marks: neither store has a Vietnamese collation, and `lower` of the embedded one knows only a to z.
create function app_small(text) returns text language sql immutable parallel safe
  as $$ select translate(lower($1), 'ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ', 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ') $$;
create function app_folded(text) returns text language sql immutable parallel safe
  as $$ select regexp_replace(translate(public.app_small($1), 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ', 'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'), '[^a-z0-9]+', ' ', 'g') $$;

create function app_words_in(words text[], folded text) returns text language sql immutable
  as $$ select coalesce(string_agg(format('%1$s like %2$L and '' '' || %1$s like %3$L', folded, '%' || w || '%', '% ' || w || '%'), ' and '), 'false')
    from unnest(words) w $$;
create function app_spelled_in(spelled jsonb, said text) returns text language sql immutable
  as $$ select coalesce(string_agg(format('app_small(%s) like any (%L::text[])', said, array(select '%' || s || '%' from jsonb_array_elements_text(e) s)), ' and '),
    'not true') from jsonb_array_elements(spelled) e $$;

create function app_directives_found(words text[], spelled jsonb, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
begin
  return query execute 'select d.id from directive d where ' || app_words_in(words, 'd.folded')
    || format(' and (d.owner_id %s (%L::uuid[]) or d.id in (select x.directive_id from directive_addressee x where x.unit_id = any (%L::uuid[])))',
      case when app_wide('registers') then '<> all' else '= any' end, app_ids('registers'), app_ids('addressed'))
    || ' order by ' || app_spelled_in(spelled, 'd.subject') || format(' desc, d.folded like %L desc, d.received_on desc, d.id desc limit %s', words[1] || ' %', most);
end $$;

-- The newest first, those with the accents typed before the others. Few that have the words are found over the trigrams; many are met soon when tasks
-- are walked from the newest, in longer and longer spans. Whoever reads of few units gathers their tasks instead: a walk would meet none for long.
create function app_tasks_found(words text[], spelled jsonb, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
declare
  held text := app_words_in(words, 't.folded');
  said text := app_spelled_in(spelled, 't.action');
  reads uuid[] := app_ids('reads');
  seen text := format('(t.owner_id %s (%L::uuid[]) or exists (select from assignment a where a.task_id = t.id and ',
    case when app_wide('reads') then '<> all' else '= any' end, reads) || app_assignments_seen() || '))';
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

-- People are seen at the units of these ranges, by the roles in force.
create index person_folded on person using gin (app_folded(name || ' ' || login) gin_trgm_ops);
create function app_people_found(words text[], spelled jsonb, at int4multirange, today date, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
begin
  return query execute 'select p.id from person p where p.active and ' || app_words_in(words, 'app_folded(p.name || '' '' || p.login)')
    || format(' and exists (select from role_grant g join unit u on u.id = g.unit_id where g.person_id = p.id and g.from_on <= %1$L::date
      and (g.to_on is null or g.to_on >= %1$L::date) and u.pos <@ %2$L::int4multirange)', today, at)
    || ' order by ' || app_spelled_in(spelled, 'p.name') || format(' desc, p.name, p.login limit %s', most);
end $$;
