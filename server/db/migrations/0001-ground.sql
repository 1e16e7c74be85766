-- What every other migration stands on: extensions, the application's role, and the functions that policies ask.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Requests run under this role (`set local role`), never under the owner: row-level security binds it and the journal is append-only for it.
-- Roles belong to the cluster, so another database of the same cluster may have made it already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'throughline_app') then
    begin
      create role throughline_app nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  execute format('grant throughline_app to %I', current_user);
end
$$;
grant usage on schema public to throughline_app;

-- The actor of the transaction, set by the server with set_config(…, true): nobody outside a request.
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

create function app_audits() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.audits', true), '') = 'on';
