-- What an office has taught is taken back by marking it: the journal knows it still, and its digest of the row has to be found again.
alter table alias add column removed_at timestamptz;
comment on column alias.removed_at is 'since when it is no name any more; null while it is one';
revoke delete on alias from throughline_app;

alter table unit_group add column removed_at timestamptz, alter column unit_kind drop not null;
comment on table unit_group is 'A collective name; its rule is: all units of a kind below a unit, or, without a kind, the members that an office lists';
comment on column unit_group.below is 'where the members of a kind lie; of listed members, the unit whose office lists them';

create table unit_group_member (
  unit_group_id uuid not null references unit_group,
  ordinal integer not null,
  unit_id uuid references unit,
  external_unit_id uuid references external_unit,
  primary key (unit_group_id, ordinal),
  constraint unit_group_member_one check (num_nonnulls(unit_id, external_unit_id) = 1),
  constraint unit_group_member_once unique (unit_group_id, unit_id, external_unit_id)
);
comment on table unit_group_member is 'The members of a group that goes by no kind';
alter table unit_group_member enable row level security;
create policy unit_group_member_read on unit_group_member for select to throughline_app using (true);
create policy unit_group_member_write on unit_group_member to throughline_app using (
  unit_group_id in (select id from unit_group where app_holds('names', below)) and (unit_id is null or app_holds('names', unit_id)));
grant select, insert, delete on unit_group_member to throughline_app;

create table fixed_phrase (
  id uuid primary key,
  owner_id uuid not null references unit,
  kind text not null constraint fixed_phrase_kind check (kind in ('unit', 'order', 'exhortation', 'never')),
  phrase text not null,
  folded text not null,
  note text,
  removed_at timestamptz,
  version integer not null default 1
);
comment on table fixed_phrase is 'Words that reading knows because an office has said what they mean, for its register and those below it';
comment on column fixed_phrase.kind is 'unit: the name of a body; order: opens an order; exhortation: its sentence is one; never: its sentence is proposed as nothing';
comment on column fixed_phrase.folded is 'for searching';
create unique index fixed_phrase_once on fixed_phrase (owner_id, kind, phrase) where removed_at is null;

-- Whether a unit stands on one line with the scope: within it, or above it. What an office has fixed holds for those below.
create function app_in_line(scope text, unit uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from unit where id = $2
    and int4range(pos, last, '[]') && coalesce(nullif(current_setting('app.' || $1, true), ''), '{}')::int4multirange) $$;

-- Read by those who read what reading proposes, and by those in whose registers it reads; written where the dictionary is.
alter table fixed_phrase enable row level security;
create policy fixed_phrase_read on fixed_phrase for select to throughline_app using (
  app_in_line('drafts', owner_id) or app_in_line('records', owner_id));
create policy fixed_phrase_add on fixed_phrase for insert to throughline_app with check (app_holds('names', owner_id));
create policy fixed_phrase_change on fixed_phrase for update to throughline_app using (app_holds('names', owner_id));
grant select, insert, update (phrase, folded, note, removed_at, version) on fixed_phrase to throughline_app;
