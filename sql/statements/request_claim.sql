-- Waits for another transaction that claims the same token, and then finds its reply.
INSERT INTO request (account, token, line_hash)
VALUES ($1, $2, sha256(convert_to($3, 'UTF8')))
ON CONFLICT DO NOTHING
RETURNING true
