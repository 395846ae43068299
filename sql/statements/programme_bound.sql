-- What stands against having programme $1 accept these types of licence ($3, none where it needs no
-- licence), these modes ($4) and these formats ($5) from the day $2 on: the first of each kind.
SELECT 'L', min(l.id)
FROM licence l
JOIN licence_programme x ON x.licence = l.id
WHERE x.programme = $1 AND $3::text[] <> '{}' AND l.type <> ALL ($3)
    AND (l.until_date IS NULL OR l.until_date >= $2)
    AND (l.revoked_on IS NULL OR l.revoked_on > $2)
UNION ALL
SELECT 'W', min(id) FROM workshop
WHERE programme = $1 AND state = 'scheduled' AND mode <> ALL ($4::text[])
UNION ALL
SELECT 'T', min(id) FROM training
WHERE programme = $1 AND state = 'scheduled' AND kind || '/' || format <> ALL ($5::text[])
UNION ALL
SELECT 'C', min(id) FROM certification WHERE programme = $1 AND $5::text[] = '{}'
