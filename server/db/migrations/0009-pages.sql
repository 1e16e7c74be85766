-- What is known of a directive beside its head, as reading found it or an officer entered it. Null in rows of before.
alter table directive
  add column signer_authority text,
  add column addressees jsonb,
  add column recipients jsonb,
  add column intake_notes jsonb,
  add column page_count integer;
comment on column directive.intake_notes is 'what was done, or could not be done, to get the words of the original';
comment on column directive.page_count is 'pages of the original; null where it has none, as a text file';
create index directive_symbol on directive (split_part(identity_key, '|', 1));
grant update (signer_authority, addressees, recipients) on directive to throughline_app;

create table directive_relation (
  directive_id uuid not null references directive,
  ordinal integer not null,
  kind text not null constraint directive_relation_kind check (kind in ('answers', 'replaces', 'amends', 'implements', 'cites')),
  symbol text not null,
  symbol_folded text not null,
  dated date,
  start_at integer not null,
  end_at integer not null,
  primary key (directive_id, ordinal)
);
comment on table directive_relation is 'what a directive does to another document, which may be in the register under the same symbol';
create index directive_relation_symbol on directive_relation (symbol_folded);
alter table directive_relation enable row level security;
create policy directive_relation_read on directive_relation for select to throughline_app using (
  directive_id in (select id from directive));
create policy directive_relation_add on directive_relation for insert to throughline_app with check (
  directive_id in (select id from directive where owner_id in (select app_units('records'))));
grant select, insert on directive_relation to throughline_app;

-- The words of one page. A page that is typed anew gets a new row and new words at the end of the text: offsets never move.
create table page_text (
  id uuid primary key,
  directive_id uuid not null references directive,
  page integer not null,
  start_at integer not null,
  end_at integer not null,
  origin text not null constraint page_text_origin check (origin in ('layer', 'recognised', 'typed')),
  entered_by uuid references person,
  entered_at timestamptz,
  replaced boolean not null default false
);
create unique index page_text_current on page_text (directive_id, page) where not replaced;
alter table page_text enable row level security;
create policy page_text_read on page_text for select to throughline_app using (
  directive_id in (select directive_id from directive_text));
create policy page_text_add on page_text for insert to throughline_app with check (
  directive_id in (select id from directive where owner_id in (select app_units('records')))
  and (origin = 'layer' or (entered_by = (select app_person())
    and directive_id in (select id from directive where owner_id in (select app_units('decides'))))));
create policy page_text_change on page_text for update to throughline_app using (
  directive_id in (select id from directive where owner_id in (select app_units('decides'))));
grant select, insert, update (replaced) on page_text to throughline_app;

-- The text of a directive grows by pages typed in later; what stands in it stays.
create policy directive_text_change on directive_text for update to throughline_app using (
  directive_id in (select id from directive where owner_id in (select app_units('decides'))));
grant update (text) on directive_text to throughline_app;
create function directive_text_guard() returns trigger language plpgsql as $$
begin
  if left(new.text, length(old.text)) <> old.text then
    raise exception 'directive_text_guard: the text of a directive only grows' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger directive_text_guard before update on directive_text for each row execute function directive_text_guard();
comment on table directive_text is 'NFC, only appended to: all offsets count UTF-16 units of it';

-- A proposal of the machine is withdrawn when its page is typed anew, or when reading again no longer makes it; nobody had decided it.
alter table proposal drop constraint proposal_state;
alter table proposal add constraint proposal_state check (state in ('proposed', 'accepted', 'rejected', 'withdrawn'));
