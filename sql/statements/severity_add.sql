INSERT INTO severity (code, severity, from_date, until_date, source)
VALUES ($1, $2, $3, $4, $5)
RETURNING id
