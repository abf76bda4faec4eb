-- Indexes behind reading.find_cases. The tenant leads, so that one municipality's search never walks another's names.
create index if not exists ix_person_search_form on person using gin (tenant_id, search_form gin_trgm_ops);
create index if not exists ix_person_sounds_like on person using gin (tenant_id, sounds_like);
