-- Tokens that were claimed and have no reply: a claim is committed with its reply or not at all.
SELECT 'request', 'a token claimed at ' || to_char(at AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' has no reply'
FROM request
WHERE reply IS NULL
ORDER BY at
LIMIT $1
