create table journal_entry (
  id uuid primary key,
  partition smallint not null,
  recorded_at timestamptz not null,
  actor_id uuid references person,
  command text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_version integer not null,
  data jsonb not null,
  state_hash text not null,
  hash text not null,
  constraint journal_entry_version_key unique (subject_kind, subject_id, subject_version)
);
comment on table journal_entry is 'Append-only: one entry for each command, written in the transaction that makes the change';
comment on column journal_entry.actor_id is 'null: the system itself';
comment on column journal_entry.subject_version is 'counts the entries of a subject from 1 without a gap, so that a removed one is missed';
comment on column journal_entry.state_hash is 'sha256 of the subject as stored after the command';
comment on column journal_entry.hash is 'sha256 of the canonical form of everything above';
create index journal_entry_actor on journal_entry (actor_id, recorded_at);

create table journal_seal (
  partition smallint not null,
  number integer not null,
  sealed_at timestamptz not null,
  entries jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (partition, number)
);
comment on table journal_seal is 'Chains batches of entries: each seal commits to the hashes of its entries and to the seal before';
comment on column journal_seal.entries is 'array of [entry id, entry hash] in the order of sealing';

create table journal_sealed (
  entry_id uuid primary key references journal_entry,
  partition smallint not null,
  number integer not null,
  foreign key (partition, number) references journal_seal
);

-- Only the sealer, which runs as the owner, writes seals; nobody but the owner could change an entry, and a seal shows if he did.
grant select, insert on journal_entry to throughline_app;
grant select on journal_seal, journal_sealed to throughline_app;
