-- words: those of the handbook, the first ones often and the last ones seldom; and sixty thousand that stand in one entry only
set session_replication_role = replica;
select setseed(0.4);
create temp table word as
    select row_number() over (order by md5(word))::int as n, word from (select distinct word from handbook_word where language = 'De') w;
create temp table filled as select gen_random_uuid() as id, i, 0.0::float8 as dice from generate_series(1, {N}) i;
create temp table place as select row_number() over (order by population desc) - 1 as n, key::text from municipality where population is not null limit 100;
analyze word;
analyze filled;
-- then texts: as long as those that come with the portal
create temp table spoken as
    select d.i, array_agg(w.word order by d.s) as words
    from (select f.i, s, 1 + floor((select count(*) from word) * power(random(), 2.5))::int as n from filled f cross join generate_series(1, 220) s) d
    join word w on w.n = d.n group by d.i;
create temp table said as
    select f.id, f.i, initcap(t.words[1] || ' ' || t.words[2]) || ' ' || r.rare[1] as title, array_to_string(t.words[3:20], ' ') as summary,
        array_to_string(t.words[21:220] || r.rare, ' ') as body, r.rare,
        case when f.i % 3 = 0 then array[(select p.key from place p where p.n = (f.i / 3) % 100)] else '{}' end as places
    from filled f join spoken t on t.i = f.i
    cross join lateral (select array[lower(t.words[1] || t.words[5]), lower(t.words[2] || t.words[6]), lower(t.words[3] || t.words[7])] as rare) r;
-- then entries
insert into handbook_entry (id, kind, slug, public_version, begun_at)
select id, (array['GoodPractice', 'Format', 'Lesson'])[1 + i % 3], 'eintrag-' || i, 1, now() from said;
insert into entry_version (entry_id, number, state, author_office, field, phase, places, is_proposal, criteria, begun_at, published_at, reviewed_on)
select id, 1, 'Published', 'Koordination', (array['WorkAndTraining', 'LanguageAndEducation', 'DialogueAndParticipation', 'Housing', 'Across'])[1 + i % 5],
    'Goals', places, false, '{}', now(), now() - make_interval(hours => i), current_date from said;
insert into entry_text (entry_id, number, language, title, summary, fields, agenda)
select id, 1, 'De', title, summary, jsonb_build_object('approach', body), '[]' from said;
set session_replication_role = origin;
-- then the shelf: what reading.shelve would write, all at once; the same row for each language, the index made at the end
create temp table stemmed as
    select id, setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', summary), 'B') || setweight(to_tsvector('german', body), 'C') as words from said;
drop index ix_published_page_words;
insert into published_page (kind, slug, language, entry_id, title, summary, field, phase, is_proposal, places, population, position, published_at, reviewed_on, words)
select e.kind, e.slug, l.language, e.id, s.title, s.summary, v.field, v.phase, false, s.places, (select m.population from municipality m where m.key = s.places[1]), 0,
    v.published_at, v.reviewed_on, w.words
from said s join stemmed w on w.id = s.id join handbook_entry e on e.id = s.id join entry_version v on v.entry_id = s.id
cross join (values ('De'), ('En'), ('Plain')) l (language);
create index ix_published_page_words on published_page using gin (words);
-- then what may be mistyped
insert into handbook_word (language, word)
select distinct l.language, r.word from said s cross join lateral unnest(s.rare) r (word) cross join (values ('De'), ('Plain')) l (language)
where length(r.word) between 4 and 40 and r.word !~ '[^[:alpha:]]' on conflict do nothing;
-- then statistics
vacuum analyze;
