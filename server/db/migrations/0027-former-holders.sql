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

-- Functions of the owner ask for themselves what the actor reads, whatever they are given.
create or replace function app_report_counts(assignment uuid, today date) returns table (due integer, received integer)
  language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  with given as (
    select a.id, a.answer_from, a.reporting, a.issued_on, least(today - 1, case
        when a.state in ('confirmed', 'reported_complete') then a.reported_on
        when a.state in ('withdrawn', 'superseded', 'merged') then a.exited_on - 1
        when a.state = 'returned' then (a.answered_at at time zone 'Asia/Ho_Chi_Minh')::date - 1 end) as until
    from assignment a where a.id = $1 and a.reporting is not null and a.issued_on is not null and app_sees(a)
  ), expected as (
    select g.id, g.answer_from, day, lag(day) over (order by day) as before
    from given g, app_report_days(g.reporting, g.issued_on, g.until) day where day > g.answer_from
  )
  select count(*)::integer, (count(*) filter (where exists (select from report r where r.assignment_id = e.id and r.reported_on <= e.day
      and r.reported_on >= e.answer_from and (e.before is null or r.reported_on > e.before))))::integer
  from expected e
  where not exists (select from report r where r.assignment_id = e.id and r.outcome = 'sent_back' and r.reported_on >= e.answer_from
    and e.day > r.reported_on and e.day <= (r.decided_at at time zone 'Asia/Ho_Chi_Minh')::date) $$;

drop function app_people_found(text[], jsonb, int4multirange, date, integer);
create function app_people_found(words text[], spelled jsonb, today date, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
begin
  return query execute 'select p.id from person_name n join person p on p.id = n.person_id where p.active and ' || app_words_in(words, 'n.folded')
    || format(' and exists (select from role_grant g join unit u on u.id = g.unit_id where g.person_id = p.id and g.from_on <= %1$L::date
      and (g.to_on is null or g.to_on >= %1$L::date) and u.pos <@ %2$L::int4multirange)', today,
      coalesce(nullif(current_setting('app.people', true), ''), '{}'))
    || ' order by ' || app_spelled_in(spelled, 'n.small') || format(' desc, p.name, p.login limit %s', most);
end $$;

create or replace function app_register_found(phrases jsonb) returns table (directive_id uuid, rank integer)
  language plpgsql stable security definer rows 100 set search_path = public, pg_temp as $$
declare
  heads text := app_directives_seen(false);
  texts text := app_directives_seen(true);
  phrase jsonb;
  one text;
  together text;
  every text[] := '{}';
begin
  for phrase in select * from jsonb_array_elements(phrases) loop
    one := format('select d.id, case when split_part(d.identity_key, ''|'', 1) = %1$L then 0
          when strpos(w.spelled || '' '', %2$L) > 0 then 1 else 3 end as rank
        from directive d left join directive_words w on w.directive_id = d.id and w.part = 0 where d.folded like %3$L
          and strpos('' '' || d.folded, '' '' || %1$L) > 0 and ',
      phrase ->> 'folded', coalesce(' ' || (phrase ->> 'spelled') || ' ', '?'), '%' || (phrase ->> 'folded') || '%') || heads;
    -- Pairs of a longer phrase may stand apart from each other.
    together := case when (phrase ->> 'folded') like '% % %' then format(' and strpos(w.folded, %L) > 0', ' ' || (phrase ->> 'folded')) else '' end;
    if phrase ? 'any' then
      one := one || format(' union all select d.id, 4 from directive_words w join directive d on d.id = w.directive_id
        where w.part > 0 and app_words(w.folded, w.spelled) @@ %L::tsquery', phrase ->> 'any')
        || together || ' and ' || texts;
    end if;
    if phrase ? 'exact' then
      one := one || format(' union all select d.id, 2 from directive_words w join directive d on d.id = w.directive_id
        where w.part > 0 and app_words(w.folded, w.spelled) @@ %L::tsquery', phrase ->> 'exact') || together || ' and ' || texts;
    end if;
    one := one || format(' union all select d.id, 4 from directive d where d.id = any (%1$L::uuid[]) and %3$s
        union all select d.id, 2 from directive d where d.id = any (%2$L::uuid[]) and %3$s',
      array(select jsonb_array_elements_text(phrase -> 'own')), array(select jsonb_array_elements_text(phrase -> 'own_exact')), heads);
    every := every || format('(select id, min(rank) as rank from (%s) hits group by id)', one);
  end loop;
  if every = '{}' then return; end if;
  one := every[1];
  for i in 2 .. cardinality(every) loop
    one := format('(select a.id, greatest(a.rank, b.rank) as rank from %s a join %s b on b.id = a.id)', one, every[i]);
  end loop;
  return query execute 'select id, rank from ' || one || ' x';
end $$;
