INSERT INTO training (programme, kind, format, half_days, from_date, until_date, organisation,
    language, licence, external_id, scheduled, as_found)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
RETURNING id
