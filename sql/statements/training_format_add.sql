INSERT INTO training_format (programme, kind, name, place, half_days_least, half_days_most)
VALUES ($1, $2, $3, $4, $5, $6)
