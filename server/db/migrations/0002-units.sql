create table territory (
  id uuid primary key
);
comment on table territory is 'A province, district or commune as a piece of land; its names, codes and parents are dated versions';

create table territory_version (
  territory_id uuid not null references territory,
  valid_from date not null,
  valid_to date,
  code text not null,
  kind text not null,
  name text not null,
  name_en text not null,
  parent_id uuid references territory,
  decision text,
  primary key (territory_id, valid_from),
  constraint territory_version_span check (valid_to is null or valid_to > valid_from),
  constraint territory_version_overlap exclude using gist (territory_id with =, daterange(valid_from, valid_to) with &&)
);
comment on column territory_version.valid_to is 'first day on which it no longer holds; null while it holds';
comment on column territory_version.code is 'official code; the same code may mean another territory at another time';
create index territory_version_parent on territory_version (parent_id);

create table territory_succession (
  from_id uuid not null references territory,
  to_id uuid not null references territory,
  kind text not null constraint territory_succession_kind check (kind in ('keep', 'whole', 'part', 'rename')),
  effective_on date not null,
  decision text not null,
  primary key (from_id, to_id, effective_on)
);

create table tier (
  number smallint primary key,
  name text not null,
  version integer not null default 1
);
comment on table tier is 'Levels of the organisation, configured, counted from the top';

create table unit (
  id uuid primary key,
  kind text not null,
  has_office boolean not null default false,
  pos integer not null,
  last integer not null,
  version integer not null default 1,
  constraint unit_numbering check (last >= pos)
);
comment on table unit is 'An organisation or part of one; its names, parents and tiers are dated versions';
comment on column unit.has_office is 'whether executive-office roles can be held here';
comment on column unit.pos is 'preorder number in today''s tree: the subtree of a unit is pos..last';
-- Deferred: a new unit moves all behind it on by one.
alter table unit add constraint unit_pos_key unique (pos) deferrable initially deferred;

create table unit_version (
  unit_id uuid not null references unit,
  valid_from date not null,
  valid_to date,
  name text not null,
  short_name text not null,
  parent_id uuid references unit,
  tier smallint not null references tier,
  territory_id uuid references territory,
  decision text,
  primary key (unit_id, valid_from),
  constraint unit_version_span check (valid_to is null or valid_to > valid_from),
  constraint unit_version_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_version_parent on unit_version (parent_id);

create table unit_succession (
  from_id uuid not null references unit,
  to_id uuid not null references unit,
  kind text not null constraint unit_succession_kind check (kind in ('keep', 'whole', 'part', 'rename')),
  share numeric,
  effective_on date not null,
  decision text not null,
  primary key (from_id, to_id, effective_on)
);
comment on column unit_succession.share is 'part that went over, 0 to 1; null when it is not known and must not be guessed';

create table external_unit (
  id uuid primary key,
  name text not null,
  short_name text not null,
  version integer not null default 1
);
comment on table external_unit is 'A body that directives name but that reports to nobody here';

create table unit_group (
  id uuid primary key,
  name text not null,
  unit_kind text not null,
  below uuid not null references unit,
  version integer not null default 1
);
comment on table unit_group is 'A collective name; its rule is: all units of a kind below a unit';

create table alias (
  id uuid primary key,
  unit_id uuid references unit,
  external_unit_id uuid references external_unit,
  unit_group_id uuid references unit_group,
  text text not null,
  version integer not null default 1,
  constraint alias_target check (num_nonnulls(unit_id, external_unit_id, unit_group_id) = 1)
);
comment on table alias is 'Another name or abbreviation under which directives write a unit, a group or an external unit';

create table unit_register (
  singleton boolean primary key default true constraint unit_register_only check (singleton),
  version integer not null default 0
);
comment on table unit_register is 'One row: counts changes of units, groups, external units and aliases, so that processes know when to read them anew';
insert into unit_register default values;

-- Units of a scope of the actor. A scope is a set of ranges of preorder numbers, set for the transaction. Functions of the owner name
-- `pg_temp` last, or a temporary table would be found before the real one.
create function app_units(scope text) returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select id from unit where pos <@ coalesce(nullif(current_setting('app.' || scope, true), ''), '{}')::int4multirange $$;

-- The same for one unit: where a policy or trigger asks row by row.
create function app_holds(scope text, unit uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from unit where id = $2
    and pos <@ coalesce(nullif(current_setting('app.' || $1, true), ''), '{}')::int4multirange) $$;

create function app_is(flag text) returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.' || flag, true), '') = 'on' $$;

grant select on territory, territory_version, territory_succession, tier, unit, unit_version, unit_succession, external_unit, unit_group, alias, unit_register to throughline_app;
grant insert, update on external_unit, alias, unit_group, tier, unit_register to throughline_app;
grant delete on alias to throughline_app;

-- The organisation is known to all who work in it. What an office calls it is the dictionary, written for the office's subtree;
-- an external unit lies in nobody's, and any office may name it.
alter table external_unit enable row level security;
create policy external_unit_read on external_unit for select to throughline_app using (true);
create policy external_unit_add on external_unit for insert to throughline_app with check ((select app_is('teaches')));
create policy external_unit_change on external_unit for update to throughline_app using ((select app_is('teaches')));
alter table unit_group enable row level security;
create policy unit_group_read on unit_group for select to throughline_app using (true);
create policy unit_group_add on unit_group for insert to throughline_app with check (app_holds('names', below));
create policy unit_group_change on unit_group for update to throughline_app using (app_holds('names', below));
alter table alias enable row level security;
create policy alias_read on alias for select to throughline_app using (true);
create policy alias_write on alias to throughline_app using (
  (select app_is('teaches')) and (unit_id is null or app_holds('names', unit_id))
  and (unit_group_id is null or unit_group_id in (select id from unit_group where app_holds('names', below))));
alter table unit_register enable row level security;
create policy unit_register_read on unit_register for select to throughline_app using (true);
create policy unit_register_change on unit_register for update to throughline_app using ((select app_is('teaches')) or (select app_is('organises')));
alter table tier enable row level security;
create policy tier_read on tier for select to throughline_app using (true);
create policy tier_write on tier to throughline_app using ((select app_is('configures')));

-- Everyone may know the organisation; only who manages it changes it.
grant insert, update on unit, unit_version to throughline_app;
alter table unit enable row level security;
create policy unit_read on unit for select to throughline_app using (true);
create policy unit_add on unit for insert to throughline_app with check ((select app_is('organises')));
create policy unit_change on unit for update to throughline_app using ((select app_is('organises')));
alter table unit_version enable row level security;
create policy unit_version_read on unit_version for select to throughline_app using (true);
create policy unit_version_add on unit_version for insert to throughline_app with check ((select app_is('organises')));
create policy unit_version_change on unit_version for update to throughline_app using ((select app_is('organises')));
