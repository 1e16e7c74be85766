-- How people are called, folded: to fold 10,000 names for every search takes half a second. Only functions of the owner read it.
create table person_name (
  person_id uuid primary key references person on delete cascade,
  folded text not null,
  small text not null
);
comment on table person_name is 'Names of people as search compares them; follows person by a trigger';
comment on column person_name.small is 'the name in small letters, with its accents';
create index person_name_folded on person_name using gin (folded gin_trgm_ops);
create function person_name_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into person_name values (new.id, app_folded(new.name || ' ' || new.login), app_small(new.name))
    on conflict (person_id) do update set folded = excluded.folded, small = excluded.small;
  return null;
end $$;
create trigger person_name_follow after insert or update of name, login on person for each row execute function person_name_follow();
insert into person_name select id, app_folded(name || ' ' || login), app_small(name) from person;

drop index person_folded;
create or replace function app_people_found(words text[], spelled jsonb, at int4multirange, today date, most integer) returns setof uuid
  language plpgsql stable security definer rows 6 set search_path = public, pg_temp as $$
begin
  return query execute 'select p.id from person_name n join person p on p.id = n.person_id where p.active and ' || app_words_in(words, 'n.folded')
    || format(' and exists (select from role_grant g join unit u on u.id = g.unit_id where g.person_id = p.id and g.from_on <= %1$L::date
      and (g.to_on is null or g.to_on >= %1$L::date) and u.pos <@ %2$L::int4multirange)', today, at)
    || ' order by ' || app_spelled_in(spelled, 'n.small') || format(' desc, p.name, p.login limit %s', most);
end $$;
