INSERT INTO account (name, roles, person, organisation, verifier)
VALUES ($1, $2, $3, $4, $5)
RETURNING id
