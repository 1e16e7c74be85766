create table file (
  id uuid primary key,
  sha256 text not null,
  size integer not null,
  media_type text not null,
  name text not null,
  added_by uuid not null references person,
  added_at timestamptz not null,
  version integer not null default 1
);
comment on table file is 'What somebody handed in; the bytes lie in the file store under their SHA-256';
create index file_sha256 on file (sha256);
grant select, insert on file to throughline_app;

create table setting (
  id uuid primary key,
  value jsonb not null,
  version integer not null default 0
);
comment on table setting is 'One row: what the office has decided for itself; what is absent has its default (core/settings)';
insert into setting (id, value) values ('00000000-0000-4000-8000-000000000001', '{}');
create table calendar_day (
  day date primary key,
  kind text not null constraint calendar_day_kind check (kind in ('off', 'make-up')),
  basis text not null,
  version integer not null default 1
);
comment on table calendar_day is 'Days off beyond Saturdays and Sundays, and Saturdays worked in their place';
grant select, update on setting to throughline_app;
grant select, insert, update, delete on calendar_day to throughline_app;

-- Everybody works by the settings and the calendar; an administrator sets them.
alter table setting enable row level security;
create policy setting_read on setting for select to throughline_app using (true);
create policy setting_change on setting for update to throughline_app using ((select app_is('configures')));
alter table calendar_day enable row level security;
create policy calendar_day_read on calendar_day for select to throughline_app using (true);
create policy calendar_day_write on calendar_day to throughline_app using ((select app_is('configures')));
