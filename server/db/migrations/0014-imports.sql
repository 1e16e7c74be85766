create table import_run (
  id uuid primary key,
  owner_id uuid not null references unit,
  kind text not null constraint import_run_kind check (kind in ('tasks', 'directives')),
  file_id uuid not null references file,
  file_sha256 text not null,
  sheet text not null,
  header_key text not null,
  mapping jsonb not null,
  counts jsonb not null,
  run_by uuid not null references person,
  run_at timestamptz not null,
  version integer not null default 1
);
comment on table import_run is 'An Excel table that was taken over; its mapping is proposed for the next table with the same head';
comment on column import_run.file_sha256 is 'of the bytes: whoever hands in the same file again is told';
comment on column import_run.header_key is 'the words of the head, without accents';
create index import_run_header on import_run (owner_id, kind, header_key, run_at desc);
create index import_run_file on import_run (file_id);

-- Of the office that took it over: whoever keeps its register.
alter table import_run enable row level security;
create policy import_run_read on import_run for select to throughline_app using (owner_id in (select app_units('records')));
create policy import_run_add on import_run for insert to throughline_app with check (
  owner_id in (select app_units('records')) and run_by = (select app_person()) and app_reads_file(file_id));
grant select, insert on import_run to throughline_app;
