INSERT INTO licence (holder, type, any_programme, language, from_date, until_date,
    workshops_per_year, trainings_per_year, renewal_of, external_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
RETURNING id
