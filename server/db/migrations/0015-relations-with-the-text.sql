-- Which documents a directive names is what its text says: who may not read the text, or only parts of it, does not learn it from here either.
drop policy directive_relation_read on directive_relation;
create policy directive_relation_read on directive_relation for select to throughline_app using (
  directive_id in (select directive_id from directive_text));
