create table person (
  id uuid primary key,
  login text not null constraint person_login_key unique,
  name text not null,
  position text not null default '',
  active boolean not null default true,
  password_hash text,
  must_change_password boolean not null default false,
  failed_sign_ins smallint not null default 0,
  locked_until timestamptz,
  version integer not null default 1
);
comment on column person.password_hash is 'argon2id, PHC string';

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null constraint role_grant_role check (role in ('leader', 'officer', 'clerk', 'unit-head', 'focal-point', 'reporter', 'inspector', 'press-officer', 'liaison', 'auditor', 'administrator')),
  unit_id uuid not null references unit,
  from_on date not null,
  to_on date,
  constraint role_grant_span check (to_on is null or to_on >= from_on)
);
comment on column role_grant.to_on is 'last day on which the role is held; null while it is open';
create index role_grant_person on role_grant (person_id);
create index role_grant_unit on role_grant (unit_id);

create table session (
  key_hash text primary key,
  person_id uuid not null references person,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on column session.key_hash is 'sha256 of the cookie; the cookie itself is kept nowhere';
create index session_person on session (person_id);

create table token (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  key_hash text not null constraint token_key_hash_key unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  version integer not null default 1
);
comment on table token is 'Bearer tokens that people make for their own programs';
create index token_person on token (person_id);

create table setup (
  singleton boolean primary key default true constraint setup_only check (singleton),
  key_hash text not null,
  used_at timestamptz
);
comment on table setup is 'The one-time token with which an installation without demo makes its first administrator';

create table idempotency (
  person_id uuid not null references person,
  key text not null,
  request_hash text not null,
  status smallint not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (person_id, key)
);
comment on table idempotency is 'Answers to creating calls, so that a repeated call creates nothing twice';

-- Passwords and session keys are read and written only by the owner's sign-in code, never under the application's role.
grant select (id, login, name, position, active, must_change_password, version) on person to throughline_app;
grant insert (id, login, name, position, active, version) on person to throughline_app;
grant update (name, position, active, version) on person to throughline_app;
grant select, insert, update (to_on) on role_grant to throughline_app;
grant select (id, person_id, name, created_at, expires_at, revoked_at, version) on token to throughline_app;
grant insert on token to throughline_app;
grant update (revoked_at, version) on token to throughline_app;
grant select, insert on idempotency to throughline_app;

alter table token enable row level security;
create policy token_own on token to throughline_app using (person_id = (select app_person())) with check (person_id = (select app_person()));
alter table idempotency enable row level security;
create policy idempotency_own on idempotency to throughline_app using (person_id = (select app_person())) with check (person_id = (select app_person()));
-- Everyone may see who holds which role: an answerable office is not a secret. Only an administrator writes.
alter table person enable row level security;
create policy person_read on person for select to throughline_app using (true);
create policy person_add on person for insert to throughline_app with check (current_setting('app.manages', true) = 'on');
create policy person_change on person for update to throughline_app using (current_setting('app.manages', true) = 'on');
alter table role_grant enable row level security;
create policy role_grant_read on role_grant for select to throughline_app using (true);
create policy role_grant_add on role_grant for insert to throughline_app with check (current_setting('app.manages', true) = 'on');
create policy role_grant_change on role_grant for update to throughline_app using (current_setting('app.manages', true) = 'on');
