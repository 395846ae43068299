-- Announced notices after a number. An organisation's are those about it, about its licences and
-- those in which it is named; $6 is their state on a day ($7), $8 to $10 their business dates and
-- their owner, $11 how telling them went.
SELECT n.id
FROM notice n
WHERE n.id > $1 AND NOT n.passed_over
    AND ($2::text IS NULL OR n.rule = $2)
    AND ($3::bigint IS NULL OR n.organisation = $3
        OR n.licence IN (SELECT id FROM licence WHERE holder = $3))
    AND ($4::bigint IS NULL OR n.person = $4)
    AND ($5::bigint IS NULL OR n.licence = $5)
    AND ($6::text IS NULL OR notice_state(n, $7::date) = $6)
    AND ($8::date IS NULL OR n.on_date >= $8)
    AND ($9::date IS NULL OR n.on_date <= $9)
    AND ($10::text IS NULL OR n.owner = $10)
    AND ($11::text IS NULL OR notice_delivery(n.id) = $11)
    AND ($13::text IS NULL OR n.id IN (SELECT notices_seen($13, $14, $15)))
ORDER BY n.id
LIMIT $12
