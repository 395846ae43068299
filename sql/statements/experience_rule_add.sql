INSERT INTO experience_rule (organisation, programme, role, name, needs, counts, from_date,
    until_date, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING id
