INSERT INTO event (account, command, thing, request, reason, before, after)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING serial
