-- Pairs of neighbouring words, by which tasks that say the same are found (core/directives/look-alike.ts). The trigrams of whole sentences of
-- official style are shared by nearly all of them: looking for 60 sentences among 20,000 by `%` takes half a minute, by their rarest pairs 0.3 s.
create function app_shingles(folded text) returns text[] language sql immutable parallel safe cost 500
  as $$ select array_agg(distinct w[i] || ' ' || w[i + 1])
    from (select string_to_array(folded, ' ')) words (w), generate_series(1, array_length(w, 1) - 1) i $$;
create index task_shingles on task using gin (app_shingles(folded));

-- Row policies come before any operator that is not proven to leak nothing, so under them no such index is used. These functions look as the
-- owner. How many tasks hold a pair is counted over all, up to 1,000, and tells nobody which; what is found is only what the caller reads.
create function app_shingle_counts(shingles text[]) returns table (shingle text, tasks integer)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s, (select count(*)::integer from (select from task where app_shingles(folded) @> array[s] limit 1000) held) from unnest($1) s $$;

create function app_tasks_with(numbers integer[], shingles text[], each_most integer, most integer, owner uuid)
  returns table (number integer, task_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    with scope as materialized (select app_units('reads') as unit_id),
    hits as (
      select q.number, t.id from unnest($1, $2) q (number, shingle), lateral (
        select id from task where app_shingles(folded) @> array[q.shingle] and owner_id in (select unit_id from scope)
          and (parent_id is null or owner_id = $5) limit $3) t),
    ranked as (
      select number, id, row_number() over (partition by number order by count(*) desc, id desc) as place from hits group by number, id)
    select number, id from ranked where place <= $4 $$;
comment on function app_tasks_with is 'for each number the tasks that hold most of its pairs of words; what others cascaded from a task is that task';

create index proposal_target_value on proposal ((fields ->> 'value')) where kind = 'target' and state = 'accepted';
create function app_targets_with(levels text[], each_most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select p.id from unnest($1) level, lateral (
      select id from proposal where kind = 'target' and state = 'accepted' and fields ->> 'value' = level
        and directive_id in (select id from directive where owner_id in (select app_units('drafts')))
      order by id desc limit $2) p $$;
