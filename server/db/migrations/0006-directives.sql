create table directive (
  id uuid primary key,
  symbol text,
  type text,
  issuer text,
  place text,
  issued_on date,
  received_on date not null,
  subject text not null,
  signer_name text,
  signer_position text,
  urgency text,
  reading_state text not null default 'unread' constraint directive_reading_state check (reading_state in ('unread', 'tasks-recorded', 'no-task')),
  separate_parts boolean not null default false,
  file_id uuid references file,
  owner_id uuid not null references unit,
  registered_by uuid not null references person,
  registered_at timestamptz not null,
  read_by uuid references person,
  read_at timestamptz,
  folded text not null,
  identity_key text not null,
  version integer not null default 1
);
comment on column directive.owner_id is 'the unit whose office registered it';
comment on column directive.separate_parts is 'phần riêng: addressees see only the passages that concern them';
comment on column directive.folded is 'search key without accents';
comment on column directive.identity_key is 'folded symbol and issuer: the same twice is said';
create index directive_received on directive (owner_id, received_on desc, id desc);
create index directive_identity on directive (identity_key);
create index directive_folded on directive using gin (folded gin_trgm_ops);
create index directive_file on directive (file_id);

create table directive_text (
  directive_id uuid primary key references directive,
  text text not null
);
comment on table directive_text is 'NFC, never changed: all offsets count UTF-16 units of it';

create table passage (
  id uuid primary key,
  directive_id uuid not null references directive,
  ordinal integer not null,
  kind text not null,
  label text,
  citation text not null,
  start_at integer not null,
  end_at integer not null,
  level smallint not null,
  parent_id uuid,
  constraint passage_ordinal_key unique (directive_id, ordinal)
);

create table proposal (
  id uuid primary key,
  directive_id uuid not null references directive,
  kind text not null constraint proposal_kind check (kind in ('commitment', 'target')),
  origin text not null constraint proposal_origin check (origin in ('machine', 'person')),
  start_at integer not null,
  end_at integer not null,
  passage_id uuid references passage,
  exhortation boolean not null default false,
  fields jsonb not null,
  reading jsonb not null,
  state text not null default 'proposed' constraint proposal_state check (state in ('proposed', 'accepted', 'rejected')),
  decided_by uuid references person,
  decided_at timestamptz,
  version integer not null default 1
);
comment on column proposal.fields is 'what the proposal says; a person may edit it';
comment on column proposal.reading is 'what the machine saw: spans, confidence, what is missing, evidence; never edited';
create index proposal_directive on proposal (directive_id, start_at);

create table directive_addressee (
  directive_id uuid not null references directive,
  unit_id uuid not null references unit,
  primary key (unit_id, directive_id)
);
comment on table directive_addressee is 'Units that an issued assignment of the directive names';

-- Policies may not ask each other in a circle: sets that cross tables come from functions of the owner.
create function app_directives_addressed() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select directive_id from directive_addressee where unit_id in (select app_units('addressed')) $$;

-- Whether the actor himself may read a file. Not a subquery of the policy, because the file's policy asks the directive in turn.
create function app_reads_file(file uuid) returns boolean language plpgsql stable
  as $$ begin return exists (select from file f where f.id = $1); end $$;

-- The register (symbol, dates, parties, subject) reaches further than the text: a clerk keeps it without reading what it says.
alter table directive enable row level security;
create policy directive_read on directive for select to throughline_app using (
  owner_id in (select app_units('registers')) or id in (select app_directives_addressed()));
create policy directive_add on directive for insert to throughline_app with check (
  owner_id in (select app_units('records')) and registered_by = (select app_person()) and (file_id is null or app_reads_file(file_id)));
create policy directive_change on directive for update to throughline_app using (owner_id in (select app_units('records')));

alter table directive_text enable row level security;
create policy directive_text_read on directive_text for select to throughline_app using (
  directive_id in (select id from directive where owner_id in (select app_units('reads'))
    or (not separate_parts and id in (select app_directives_addressed()))));
create policy directive_text_add on directive_text for insert to throughline_app with check (
  directive_id in (select id from directive where owner_id in (select app_units('records'))));

alter table proposal enable row level security;
create policy proposal_read on proposal for select to throughline_app using (
  directive_id in (select id from directive where owner_id in (select app_units('drafts'))));
create policy proposal_add on proposal for insert to throughline_app with check (
  directive_id in (select id from directive where owner_id in (select app_units('records'))));
create policy proposal_change on proposal for update to throughline_app using (
  directive_id in (select id from directive where owner_id in (select app_units('decides'))))
  with check (directive_id in (select id from directive where owner_id in (select app_units('decides')))
    and (decided_by is null or decided_by = (select app_person())));

alter table directive_addressee enable row level security;
create policy directive_addressee_read on directive_addressee for select to throughline_app using (
  directive_id in (select id from directive));

-- What a directive says, whose it is and what the machine read in it is never changed; its head is corrected, its reading is closed.
grant select, insert on directive, proposal to throughline_app;
grant update (symbol, type, issuer, place, issued_on, subject, signer_name, signer_position, urgency, reading_state, separate_parts,
  read_by, read_at, folded, identity_key, version) on directive to throughline_app;
grant update (fields, state, decided_by, decided_at, version) on proposal to throughline_app;
grant select, insert on directive_text, passage, directive_addressee to throughline_app;
