DELETE FROM affiliation WHERE person = $1 OR (person = $2 AND organisation = ANY ($3))
