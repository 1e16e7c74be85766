-- A file that turned out to be secret keeps its line, for the journal's sake, and nothing else: nobody reads it, and nothing names it any more.
alter table file add column removed_at timestamptz;
comment on column file.removed_at is 'refused after it was handed in: its bytes are gone unless somebody else has handed in the same';

drop policy file_read on file;
create policy file_read on file for select to throughline_app using (removed_at is null and (
  added_by = (select app_person())
  or exists (select from directive d where d.file_id = file.id and app_reads_text(d.id))
  or id in (select file_id from evidence)));

-- Whether nothing hangs on a file: then it may go when it turns out to be secret.
drop function app_is_sole_file(uuid);
create function file_is_named(file uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from directive d where d.file_id = $1) or exists (select from evidence e where e.file_id = $1)
    or exists (select from import_run i where i.file_id = $1) $$;
revoke execute on function file_is_named(uuid) from public;

-- Whoever names a file waits for the one who removes it, and the other way round.
create function file_is_there() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from file f where f.id = new.file_id and f.removed_at is null for share;
  if new.file_id is not null and not found then
    raise exception 'file_is_there: the file % was refused', new.file_id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger evidence_file_there before insert on evidence for each row execute function file_is_there();
create trigger directive_file_there before insert or update of file_id on directive for each row when (new.file_id is not null)
  execute function file_is_there();
create trigger import_run_file_there before insert on import_run for each row execute function file_is_there();
