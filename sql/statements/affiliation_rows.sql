SELECT id, person, organisation, from_date, until_date
FROM affiliation
WHERE person = ANY ($1)
ORDER BY person, from_date, id
