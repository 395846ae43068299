-- Under a number that was given, or the next.
INSERT INTO licence (id, holder, type, any_programme, language, from_date, until_date,
    workshops_per_year, trainings_per_year, renewal_of, external_id, revoked_on)
OVERRIDING SYSTEM VALUE
VALUES (coalesce($1, nextval(pg_get_serial_sequence('licence', 'id'))), $2, $3, $4, $5, $6, $7,
    $8, $9, $10, $11, $12)
RETURNING id
