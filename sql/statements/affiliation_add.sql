INSERT INTO affiliation (person, organisation, from_date, until_date)
VALUES ($1, $2, $3, $4)
