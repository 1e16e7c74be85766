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
