-- The same sets, found through unit_pos range by range: `pos <@ multirange` looks at every unit of the country, and policies ask several times
-- in each query. With 3,374 units on the embedded store 8 ms become 2 where the scope is one unit; a scope of all units costs what it did.
create or replace function app_units(scope text) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select u.id from unnest(coalesce(nullif(current_setting('app.' || scope, true), ''), '{}')::int4multirange) r
    join unit u on u.pos >= lower(r) and u.pos < upper(r) $$;
