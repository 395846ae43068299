-- Under a number that was given, or the next.
INSERT INTO workshop (id, programme, organisation, site, mode, language, from_date, until_date,
    sessions, minutes, enrolled, completers, licence, external_id, scheduled, as_found, voided)
OVERRIDING SYSTEM VALUE
VALUES (coalesce($1, nextval(pg_get_serial_sequence('workshop', 'id'))), $2, $3, $4, $5, $6, $7,
    $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
RETURNING id
