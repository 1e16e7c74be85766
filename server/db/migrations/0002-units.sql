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
create unique index unit_pos on unit (pos);

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

-- Units of a scope of the actor. A scope is a set of ranges of preorder numbers, set for the transaction.
create function app_units(scope text) returns setof uuid language sql stable security definer set search_path = public
  as $$ select id from unit where pos <@ coalesce(nullif(current_setting('app.' || scope, true), ''), '{}')::int4multirange $$;

grant select on territory, territory_version, territory_succession, tier, unit, unit_version, unit_succession, external_unit, unit_group, alias, unit_register to throughline_app;
grant insert, update on external_unit, alias, unit_group, tier, unit_register to throughline_app;
grant delete on alias to throughline_app;
