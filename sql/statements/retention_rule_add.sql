INSERT INTO retention_rule (programme, organisation, role, name, first_months, later_months,
    counts_first, counts_later, counts_in, trained_in, from_date, until_date, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
RETURNING id
