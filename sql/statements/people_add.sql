-- Many at once, under numbers drawn before; professions are joined by commas.
INSERT INTO person (id, name, email, external_id, professions)
OVERRIDING SYSTEM VALUE
SELECT id, name, email, external_id, string_to_array(professions, ',')
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
    AS given (id, name, email, external_id, professions)
ORDER BY id
