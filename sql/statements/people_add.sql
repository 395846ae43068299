-- Many at once, under numbers drawn before; professions are joined by commas.
INSERT INTO person (id, name, email, external_id, professions, erased_on, merged_into)
OVERRIDING SYSTEM VALUE
SELECT id, name, email, external_id, string_to_array(professions, ','),
    date '1970-01-01' + erased_day, merged_into
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[],
    $6::int[], $7::bigint[])
    AS given (id, name, email, external_id, professions, erased_day, merged_into)
ORDER BY id
