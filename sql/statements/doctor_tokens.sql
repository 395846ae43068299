-- Tokens that were claimed and have no reply: a claim is committed with its reply or not at all.
-- The replies of erased people are gone together with the hashes of their lines.
SELECT 'request', 'a token claimed at ' || to_char(at AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' has no reply'
FROM request
WHERE reply IS NULL AND line_hash <> ''
ORDER BY at
LIMIT $1
