-- Finding people however their names are spelt: without regard to case and accents, and those who
-- may be one. The folding needs no extension; where pg_trgm may be had, which PostgreSQL's own
-- packages bring, parts of names are found by an index and names that are nearly the same too.

CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    -- Letters that are no accented ones are spelt out as their languages do, or as neighbours do.
    SELECT lower(translate(
        replace(replace(replace(replace(replace(replace(replace(
            regexp_replace(normalize($1, NFKD), '[\u0300-\u036F]', '', 'g'),
            'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'ß', 'ss'), 'þ', 'th'), 'Þ', 'th'),
        'øØłŁđĐðÐħĦı', 'oollddddhhi'))
$$;

-- The words of a name in one order: "Example, Ann" is "Ann Example". Asked where pg_trgm is not.
CREATE FUNCTION name_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(word, ' ' ORDER BY word), '')
    FROM regexp_split_to_table(folded($1), '[^[:alnum:]]+') AS word
    WHERE word <> ''
$$;

CREATE INDEX ON person (lower(email)) WHERE email IS NOT NULL;

DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX person_text ON person USING gin (
        folded(name) gin_trgm_ops, folded(email) gin_trgm_ops, folded(external_id) gin_trgm_ops);
    -- Likeness goes by words, in any order. The threshold of `%` itself is too low for names.
    CREATE FUNCTION people_called(text) RETURNS SETOF bigint LANGUAGE sql STABLE AS $f$
        SELECT id FROM person WHERE folded(name) % folded($1)
            AND similarity(folded(name), folded($1)) >= 0.6
    $f$;
EXCEPTION
    -- Not there, or not for this role: whole names are found all the same.
    WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
    CREATE INDEX ON person (name_words(name));
    CREATE FUNCTION people_called(text) RETURNS SETOF bigint LANGUAGE sql STABLE AS $f$
        SELECT id FROM person WHERE name_words(name) = name_words($1)
    $f$;
END
$$;
