SELECT w.id
FROM workshop w
WHERE w.id > $1
    AND ($2::text IS NULL OR w.programme = $2)
    AND ($3::text IS NULL OR w.mode = $3)
    AND ($4::bigint IS NULL OR w.organisation = $4)
    AND ($5::bigint IS NULL
        OR EXISTS (SELECT FROM workshop_leader r WHERE r.workshop = w.id AND r.person = $5))
    AND ($6::date IS NULL OR w.until_date >= $6)
    AND ($7::date IS NULL OR w.from_date <= $7)
    AND ($8::text IS NULL OR w.state = $8)
    AND ($9::date IS NULL OR w.state = 'scheduled' AND w.until_date < $9)
    AND ($11::text IS NULL OR w.id IN (SELECT workshops_seen($11, $12, $13)))
ORDER BY w.id
LIMIT $10
