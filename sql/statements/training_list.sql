SELECT t.id
FROM training t
WHERE t.id > $1
    AND ($2::text IS NULL OR t.programme = $2)
    AND ($3::text IS NULL OR t.kind = $3)
    AND ($4::bigint IS NULL OR t.organisation = $4)
    AND ($5::bigint IS NULL
        OR EXISTS (SELECT FROM training_trainer r WHERE r.training = t.id AND r.person = $5)
        OR EXISTS (SELECT FROM training_attendee r WHERE r.training = t.id AND r.person = $5))
    AND ($6::date IS NULL OR t.until_date >= $6)
    AND ($7::date IS NULL OR t.from_date <= $7)
    AND ($8::text IS NULL OR t.state = $8)
    AND ($9::date IS NULL OR t.state = 'scheduled' AND t.until_date < $9)
    AND ($11::text IS NULL OR t.id IN (SELECT trainings_seen($11, $12, $13)))
ORDER BY t.id
LIMIT $10
