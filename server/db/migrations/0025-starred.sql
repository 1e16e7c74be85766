-- A list of assignments narrowed to priorities: those of the units that are asked for and stand in the reader's line, as `star_read` (0020) has it.
-- Priorities are few, so the tasks are named, and the planner knows how many rows they have.
create function app_wanted_starred(filter jsonb) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select format('a.task_id = any (%L::uuid[])', array(select distinct s.task_id from star s
    where s.removed_at is null and s.unit_id::text in (select jsonb_array_elements_text($1 -> 'starred')) and app_in_line('reads', s.unit_id))) $$;
revoke execute on function app_wanted_starred(jsonb) from public;
