-- What is public, on a shelf of its own: lists, filters and the search read it without walls, because nothing else can stand there.
create or replace function app.words_of(language text) returns regconfig language sql immutable parallel safe
    return case language when 'En' then 'english'::regconfig else 'german'::regconfig end;

-- Marks of Markdown and addresses of links are no words.
create or replace function app.plain_text(markdown text) returns text language sql immutable parallel safe
    return regexp_replace(regexp_replace(coalesce(markdown, ''), '\]\([^)]*\)', ' ', 'g'), '[#*_`>|\[\]]', ' ', 'g');

set local role portal_reader;

create or replace function reading.population_of(place text) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select case length(place)
        when 8 then (select m.population from municipality m where m.key = place)
        when 5 then (select d.population from district d where d.key = place)
        else (select a.population from municipal_association a where a.key = place) end
$$;

-- Shelves the public version of an entry in all languages, German where another is missing, and takes down what is no longer public.
create or replace function reading.shelve(of_entry uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    e handbook_entry;
    v entry_version;
begin
    delete from published_page p where p.entry_id = of_entry;
    select * into e from handbook_entry h where h.id = of_entry;
    select * into v from entry_version x where x.entry_id = of_entry and x.state in ('Published', 'DueForReview');
    if e.public_version is distinct from v.number
        or e.open_state is distinct from (select x.state from entry_version x where x.entry_id = of_entry and x.state in ('Draft', 'Submitted', 'InReview')) then
        raise insufficient_privilege using message = 'an entry says what its versions are';
    end if;
    if v.number is null then
        return;
    end if;
    insert into published_page (kind, slug, language, entry_id, title, summary, field, phase, cost, evidence, participants_min, participants_max,
        minutes, is_proposal, places, population, municipality_id, partner, text_language, position, published_at, reviewed_on, reviewed_by, words)
    select e.kind, e.slug, l.language, e.id, t.title, t.summary, v.field, v.phase, v.cost, v.evidence, v.participants_min, v.participants_max,
        (select sum((a ->> 'minutes')::int) from jsonb_array_elements(b.agenda) a), v.is_proposal, s.places,
        (select min(reading.population_of(p)) from unnest(s.places) p), e.municipality_id, v.partner, t.language,
        coalesce(array_position(array['Beginning', 'Baseline', 'Goals', 'Design', 'Implementation', 'Review'], v.phase::text) * (e.kind = 'Format')::int, 0), v.published_at, v.reviewed_on, v.reviewed_by,
        setweight(to_tsvector(c.config, t.title), 'A') || setweight(to_tsvector(c.config, app.plain_text(t.summary)), 'B')
            || setweight(to_tsvector(c.config, coalesce((select string_agg(app.plain_text(f.value), ' ') from jsonb_each_text(b.fields) f), '')), 'C')
            || setweight(to_tsvector(c.config, coalesce((select string_agg((a ->> 'title') || ' ' || (a ->> 'text'), ' ') from jsonb_array_elements(b.agenda) a), '')), 'C')
            || setweight(to_tsvector('simple', coalesce((select string_agg(m.name, ' ') from unnest(s.places) p join municipality m on m.key = p), '')
                || ' ' || coalesce((select n.name from tenant n where n.id = e.municipality_id), '')
                || ' ' || coalesce((select h.name from handbook_partner h where h.key = v.partner), '')), 'B')
            -- Who reads in one language what stands in another is asked in the stems of theirs: words as they were written are found too.
            || setweight(case when t.language = l.language or t.language = 'De' and l.language = 'Plain' then ''::tsvector
                else to_tsvector('simple', t.title || ' ' || t.summary) end, 'B')
    from (values ('De'), ('En'), ('Plain')) l (language)
    cross join lateral (select case when v.places = '{}' and e.municipality_id is not null
        then array(select n.key::text from tenant n where n.id = e.municipality_id) else v.places end as places) s
    cross join lateral (select x.* from entry_text x where x.entry_id = v.entry_id and x.number = v.number and x.title <> ''
        and x.language in (l.language, 'De', 'En') order by (x.language = l.language) desc, (x.language = 'De') desc limit 1) t
    -- A text in plain German may be a summary only; the rest is then the German text.
    cross join lateral (select x.fields, x.agenda from entry_text x where x.entry_id = v.entry_id and x.number = v.number
        and x.language in (t.language, 'De') and (x.language = 'De' or x.fields <> '{}') order by (x.language = t.language) desc limit 1) b
    cross join lateral (select app.words_of(t.language) as config) c;
    insert into handbook_word (language, word)
    select distinct p.language, w.word from published_page p
    join entry_text t on t.entry_id = p.entry_id and t.number = v.number
    cross join lateral unnest(tsvector_to_array(to_tsvector('simple', t.title || ' ' || t.summary || ' ' || app.plain_text(t.fields::text)))) w (word)
    where p.entry_id = of_entry and (t.language = p.language or t.language = 'De' and p.language = 'Plain')
        and length(w.word) between 4 and 40 and w.word !~ '[^[:alpha:]]'
    -- In one order: of two entries that become public at once each would wait for a word of the other.
    order by 1, 2
    on conflict do nothing;
end $$;

create or replace function reading.shelve_changed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform reading.shelve((to_jsonb(new) ->> tg_argv[0])::uuid);
    return null;
end $$;

revoke execute on function reading.shelve(uuid), reading.population_of(text), reading.shelve_changed() from public;
grant execute on function reading.shelve(uuid), reading.shelve_changed() to portal_owner;
reset role;

-- At the commit, when all rows of a change are there.
drop trigger if exists shelved on handbook_entry;
create constraint trigger shelved after insert or update on handbook_entry
    deferrable initially deferred for each row execute function reading.shelve_changed('id');
drop trigger if exists shelved on entry_version;
create constraint trigger shelved after insert or update on entry_version
    deferrable initially deferred for each row execute function reading.shelve_changed('entry_id');

-- Processes are drawn from the templates: the version that holds, or else the newest. Called when reference data was loaded.
create or replace procedure app.shelve_processes() language plpgsql set search_path = public, pg_temp as $$
begin
    delete from published_page where kind = 'Process';
    insert into published_page (kind, slug, language, text_language, title, summary, field, is_proposal, places, position, published_at, reviewed_on, reviewed_by, words)
    select 'Process', t.key, l.language, case l.language when 'En' then 'En' else 'De' end, n.title, n.summary,
        case when t.key in ('T3-SPRACHE', 'T7-KIND') then 'LanguageAndEducation' when t.key in ('T4-ANERK', 'T5-AUSB') then 'WorkAndTraining'
            when t.key = 'T9-TANDEM' then 'DialogueAndParticipation' when t.key = 'T12-WOHN' then 'Housing' else 'Across' end,
        false, '{}', t.position, t.valid_from, substring(t.source from 'Stand (\d{4}-\d\d-\d\d)')::date, null,
        setweight(to_tsvector(c.config, n.title || ' ' || t.key), 'A') || setweight(to_tsvector(c.config, n.summary), 'B') || setweight(to_tsvector(c.config, n.body), 'C')
    from (select distinct on (key) * from process_template
        order by key, (valid_from <= current_date and coalesce(valid_to, 'infinity') >= current_date) desc, version desc) t
    cross join (values ('De'), ('En'), ('Plain')) l (language)
    cross join lateral (select app.words_of(l.language) as config) c
    cross join lateral (select
        case l.language when 'En' then t.name_en else t.name_de end as title,
        case l.language when 'En' then t.scope_en || '. ' || t.goal_en || '.' else t.scope_de || '. ' || t.goal_de || '.' end as summary,
        (select string_agg(case l.language when 'En' then concat_ws(' ', s.stage_en, s.title_en, s.entry_en, s.exit_en, s.documents_en, s.typical_breaks_en, a.name_en)
            else concat_ws(' ', s.stage_de, s.title_de, s.entry_de, s.exit_de, s.documents_de, s.typical_breaks_de, a.name_de) end || ' ' || coalesce(s.legal_basis, ''), ' ')
         from template_step s left join actor_kind a on a.code = s.actor_kind where s.template_key = t.key and s.template_version = t.version) as body) n;
    insert into handbook_word (language, word)
    select distinct p.language, w.word from published_page p
    join template_step s on s.template_key = p.slug
    join process_template t on t.key = s.template_key and t.version = s.template_version
    cross join lateral unnest(tsvector_to_array(to_tsvector('simple', case p.language
        when 'En' then concat_ws(' ', t.name_en, t.scope_en, t.goal_en, s.title_en, s.documents_en, s.typical_breaks_en)
        else concat_ws(' ', t.name_de, t.scope_de, t.goal_de, s.title_de, s.documents_de, s.typical_breaks_de) end))) w (word)
    where p.kind = 'Process' and length(w.word) between 4 and 40 and w.word !~ '[^[:alpha:]]'
    on conflict do nothing;
end $$;

-- What somebody asks, in the stems of the language: every word or its synonyms of the glossary; the last word may be unfinished.
create or replace function app.handbook_query(asked text, config regconfig) returns tsquery language plpgsql stable parallel safe set search_path = public, pg_temp as $$
declare
    meant tsquery := websearch_to_tsquery(config, asked);
    present constant tsvector := to_tsvector(config, asked);
    last_word constant text := substring(asked from '([[:alnum:]]{3,})$');
    known record;
begin
    for known in
        select w.word, t.words from glossary_term t cross join unnest(t.words) w (word)
        where present @@ phraseto_tsquery(config, w.word)
        -- Terms of several words first: afterwards their words do not stand together any more.
        order by numnode(plainto_tsquery(config, w.word)) desc, t.code
    loop
        meant := ts_rewrite(meant, plainto_tsquery(config, known.word),
            (select plainto_tsquery(config, known.word) || tsquery_agg.any_of from (
                select (string_agg('(' || phraseto_tsquery(config, s)::text || ')', '|') filter (where numnode(phraseto_tsquery(config, s)) > 0))::tsquery as any_of
                from unnest(known.words) s) tsquery_agg));
    end loop;
    -- Only what the reader types on at the end, and no operator of theirs.
    if last_word is not null and asked !~ '["-]' then
        meant := meant || case when asked ~ '\s' then websearch_to_tsquery(config, left(asked, length(asked) - length(last_word)))
            && to_tsquery(config, last_word || ':*') else to_tsquery(config, last_word || ':*') end;
    end if;
    return meant;
end $$;

-- The same question with mistyped words mended by words that stand in the handbook; unchanged when every word is known.
-- Whether a word stands anywhere is looked up in the index of words: for one that stands nowhere reading all pages instead takes half a
-- second at 20,000 entries, and one row asked for makes that look cheap.
create or replace function app.handbook_spelling(asked text, in_language text) returns text language plpgsql stable
    set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
declare
    config constant regconfig := app.words_of(in_language);
    mended text := asked;
    token text;
    nearest text;
begin
    for token in select distinct lower(m[1]) from regexp_matches(asked, '([[:alpha:]]{4,40})', 'g') m limit 8 loop
        continue when exists (select from published_page p where p.language = in_language and p.words @@ to_tsquery(config, token || ':*'))
            or exists (select from glossary_term t cross join unnest(t.words) w (word) where lower(w.word) = token)
            or numnode(plainto_tsquery(config, token)) = 0;
        -- Of the nearest the first that still stands there: what was taken out of the handbook is no word of it.
        select c.word into nearest from (
            select w.word from handbook_word w where w.language = in_language and w.word % token
            order by similarity(w.word, token) desc, length(w.word), w.word limit 8) c
        where exists (select from published_page p where p.language = in_language and p.words @@ plainto_tsquery(config, c.word))
        order by similarity(c.word, token) desc, length(c.word), c.word limit 1;
        if nearest is not null then
            mended := regexp_replace(mended, '\m' || token || '\M', nearest, 'gi');
        end if;
    end loop;
    return mended;
end $$;
