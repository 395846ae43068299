INSERT INTO licence_suspension (licence, from_date, until_date) VALUES ($1, $2, $3)
