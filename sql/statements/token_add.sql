INSERT INTO account_token (account, hash, label, roles, person, organisation, until_date)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING id
