INSERT INTO person (name, email, external_id, professions) VALUES ($1, $2, $3, $4) RETURNING id
