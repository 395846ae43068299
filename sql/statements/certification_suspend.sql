INSERT INTO certification_suspension (certification, from_date, until_date) VALUES ($1, $2, $3)
