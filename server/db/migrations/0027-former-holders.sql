-- Former holders keep nothing: a unit that no issued assignment of a directive names any more loses the directive.
create function app_forget_addressees(directive uuid, units uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from assignment a where a.directive_id = $1 and a.issued_on is not null and a.issued_by = any (app_ids('issues'))) then
    raise exception 'app_forget_addressees: the actor has issued nothing of this directive' using errcode = '42501';
  end if;
  delete from directive_addressee x where x.directive_id = $1 and x.unit_id = any ($2) and not app_is_named(x.unit_id, $1);
end $$;
create function app_is_named(unit uuid, directive uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from assignment a where a.lead_id = $1 and a.directive_id = $2 and a.issued_on is not null
      and a.state not in ('withdrawn', 'superseded', 'merged'))
    or exists (select from assignment a where a.monitor_id = $1 and a.directive_id = $2 and a.issued_on is not null
      and a.state not in ('withdrawn', 'superseded', 'merged'))
    or exists (select from assignment_cooperating c join assignment a on a.id = c.assignment_id where c.unit_id = $1 and a.directive_id = $2
      and a.issued_on is not null and a.state not in ('withdrawn', 'superseded', 'merged'));
end $$;
revoke execute on function app_is_named(uuid, uuid) from public;
-- Those who have kept one until now.
delete from directive_addressee x where not app_is_named(x.unit_id, x.directive_id);

-- A secret directive has no content: not in any table, and none is made secret while it has some.
create trigger directive_stub_guard before insert on proposal for each row execute function directive_stub_guard();
create trigger directive_stub_guard before insert on passage for each row execute function directive_stub_guard();
create trigger directive_stub_guard before insert on page_text for each row execute function directive_stub_guard();
create trigger directive_stub_guard before insert on directive_relation for each row execute function directive_stub_guard();
create trigger directive_stub_guard before insert on directive_addressee for each row execute function directive_stub_guard();
create trigger directive_stub_guard before insert on directive_words for each row when (new.part > 0) execute function directive_stub_guard();
create function directive_made_stub_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from directive_text where directive_id = new.id) or exists (select from task where directive_id = new.id)
    or exists (select from proposal where directive_id = new.id) or exists (select from passage where directive_id = new.id)
    or exists (select from page_text where directive_id = new.id) or exists (select from directive_relation where directive_id = new.id)
    or exists (select from directive_addressee where directive_id = new.id)
    or exists (select from directive_words where directive_id = new.id and part > 0) then
    raise exception 'directive_made_stub_guard: a directive with content does not become secret' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger directive_made_stub_guard before update of secrecy on directive for each row
  when (old.secrecy is null and new.secrecy is not null) execute function directive_made_stub_guard();
