-- Under a number that was given, or the next.
INSERT INTO training (id, programme, kind, format, half_days, from_date, until_date, organisation,
    language, licence, external_id, scheduled, as_found, voided)
OVERRIDING SYSTEM VALUE
VALUES (coalesce($1, nextval(pg_get_serial_sequence('training', 'id'))), $2, $3, $4, $5, $6, $7,
    $8, $9, $10, $11, $12, $13, $14)
RETURNING id
