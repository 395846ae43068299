INSERT INTO workshop (programme, organisation, site, mode, language, from_date, until_date,
    sessions, minutes, enrolled, completers, licence, external_id, scheduled,
    as_found)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
RETURNING id
