-- A directive that turns out to be secret when it is in the register already: its content goes, its line stays. What the journal has as subjects of
-- their own (proposals, the file) keeps an empty row, or no verification would find it again.
comment on column file.removed_at is 'refused after it was handed in, or of a directive found to be secret: its bytes are gone unless somebody else has handed in the same';
comment on column proposal.fields is 'what the proposal says; a person may edit it. Empty where the directive has become secret';

-- Takes away text, pages, words, passages, relations, addressees, proposals, and the file, where nothing else hangs on it. Answers which proposals and
-- which file were emptied, and the hash of bytes that no row names any more. Nothing is touched while there are tasks, which quote the text.
create function app_erase_content(directive uuid, erased_at timestamptz) returns table (tasks bigint, proposals uuid[], file uuid, bytes text, file_kept boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one directive;
  hash text;
begin
  select * into one from directive d where d.id = $1 for update;
  if one.id is null or one.secrecy is not null or not app_holds('records', one.owner_id) then
    raise exception 'app_erase_content: not the actor''s register, or secret already' using errcode = '42501';
  end if;
  select count(*) into tasks from task t where t.directive_id = $1;
  proposals := '{}';
  file_kept := false;
  if tasks > 0 then return next; return; end if;

  with emptied as (
    update proposal p set fields = '{}', reading = '{}', passage_id = null, state = 'withdrawn', version = p.version + 1 where p.directive_id = $1 returning p.id)
  select coalesce(array_agg(emptied.id), '{}') into proposals from emptied;
  delete from passage where directive_id = $1;
  delete from page_text where directive_id = $1;
  delete from directive_relation where directive_id = $1;
  delete from directive_words where directive_id = $1;
  delete from directive_addressee where directive_id = $1;
  delete from directive_text where directive_id = $1;
  -- Answers that are kept for repeated calls quote the sentences that were added by hand.
  delete from idempotency where response ->> 'directiveId' = $1::text;
  update directive set file_id = null, page_count = null, intake_notes = null where id = $1;

  if one.file_id is not null then
    select f.sha256 into hash from file f where f.id = one.file_id for update;
    file_kept := file_is_named(one.file_id);
    if not file_kept then
      update file f set removed_at = erased_at, name = '', version = f.version + 1 where f.id = one.file_id;
      file := one.file_id;
      file_kept := exists (select from file f where f.sha256 = hash and f.removed_at is null);
      if not file_kept then bytes := hash; end if;
    end if;
  end if;
  return next;
end $$;

create or replace function directive_made_stub_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from directive_text where directive_id = new.id) or exists (select from task where directive_id = new.id)
    or exists (select from proposal where directive_id = new.id and (fields, reading, state) is distinct from ('{}'::jsonb, '{}'::jsonb, 'withdrawn'))
    or exists (select from passage where directive_id = new.id) or exists (select from page_text where directive_id = new.id)
    or exists (select from directive_relation where directive_id = new.id) or exists (select from directive_addressee where directive_id = new.id)
    or exists (select from directive_words where directive_id = new.id and part > 0) then
    raise exception 'directive_made_stub_guard: a directive with content does not become secret' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger directive_stub_guard_change before update on proposal for each row execute function directive_stub_guard();

-- What was typed of a directive and of its proposals stands in the journal for good: of a secret one only who audits reads it.
drop policy journal_entry_read on journal_entry;
create policy journal_entry_read on journal_entry for select to throughline_app using (
  (select app_audits())
  or (subject_kind in ('assignment', 'task') and app_reads_step(subject_kind, subject_id, recorded_at))
  or (subject_kind = 'directive' and subject_id in (select id from directive where secrecy is null))
  or (subject_kind = 'proposal' and subject_id in (select id from proposal where fields <> '{}')));
