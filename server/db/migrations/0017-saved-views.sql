create table saved_view (
  id uuid primary key,
  kind text not null constraint saved_view_kind check (kind in ('assignments', 'directives', 'tasks')),
  name text not null,
  filter jsonb not null,
  columns text[],
  grouped_by text,
  sort text,
  owner_id uuid not null references person,
  unit_id uuid references unit,
  ordinal integer not null,
  removed_at timestamptz,
  version integer not null default 1
);
comment on table saved_view is 'Conditions, columns, groups and order of a list that somebody has kept under a name';
comment on column saved_view.filter is 'as the address of the list carries it';
comment on column saved_view.columns is 'null: those that the reader has chosen';
comment on column saved_view.unit_id is 'with whom it is shared: those who hold a role there; null: with nobody';
comment on column saved_view.ordinal is 'its place among the views of its owner';
comment on column saved_view.removed_at is 'taken back: the journal knows it still';
create index saved_view_owner on saved_view (owner_id, kind) where removed_at is null;
create index saved_view_unit on saved_view (unit_id, kind) where removed_at is null;

-- One's own, and what is shared in one's units; changed by its owner and, where it is shared, by whoever keeps the views of the unit in order.
alter table saved_view enable row level security;
create policy saved_view_read on saved_view for select to throughline_app using (
  owner_id = (select app_person()) or unit_id = any ((select app_ids('views'))::uuid[]));
create policy saved_view_add on saved_view for insert to throughline_app with check (
  owner_id = (select app_person()) and (unit_id is null or unit_id = any ((select app_ids('views'))::uuid[])));
create policy saved_view_change on saved_view for update to throughline_app
  using (owner_id = (select app_person()) or unit_id = any ((select app_ids('keeps_views'))::uuid[]))
  with check (
    removed_at is not null or unit_id = any ((select app_ids('keeps_views'))::uuid[])
    or (owner_id = (select app_person()) and (unit_id is null or unit_id = any ((select app_ids('views'))::uuid[]))));
grant select, insert, update (name, filter, columns, grouped_by, sort, unit_id, ordinal, removed_at, version) on saved_view to throughline_app;
