-- Many at once, under numbers drawn before.
INSERT INTO organisation (id, name, country, sector, parent, timezone, contact, external_id,
    closed_on)
OVERRIDING SYSTEM VALUE
SELECT id, name, country, sector, parent, timezone, contact, external_id,
    date '1970-01-01' + closed_day
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[],
    $8::text[], $9::int[])
    AS given (id, name, country, sector, parent, timezone, contact, external_id, closed_day)
ORDER BY id
