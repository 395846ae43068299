UPDATE licence
SET any_programme = $2, language = $3, from_date = $4, until_date = $5, workshops_per_year = $6,
    trainings_per_year = $7, external_id = $8
WHERE id = $1
