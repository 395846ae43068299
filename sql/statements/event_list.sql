SELECT serial, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), account, command,
    thing, request, reason, before::text, after::text
FROM event
WHERE serial > $1
    AND ($2::text IS NULL OR thing = $2)
    AND ($3::text IS NULL OR command = $3)
    AND ($4::text IS NULL OR account = $4)
ORDER BY serial
LIMIT $5
