INSERT INTO licence_coverage (licence, organisation, from_date, until_date)
VALUES ($1, $2, $3, $4)
