-- The same from the newest backwards: what comes before $1, or all where it is 0.
SELECT serial
FROM event
WHERE (serial < $1 OR $1 = 0)
    AND ($3::text IS NULL OR thing = $3)
    AND ($4::text IS NULL OR command = $4)
    AND ($5::text IS NULL OR account = $5)
    AND ($6::text IS NULL OR request = $6)
    AND ($7::date IS NULL OR at >= $7::date::timestamp AT TIME ZONE 'UTC')
    AND ($8::date IS NULL OR at < ($8::date + 1)::timestamp AT TIME ZONE 'UTC')
ORDER BY serial DESC
LIMIT $2
