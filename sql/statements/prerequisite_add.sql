INSERT INTO prerequisite (programme, alternatives, must_be_current, from_date, until_date, source)
VALUES ($1, $2, $3, $4, $5, $6)
RETURNING id
