-- After an award of a person, a programme, a role and a day.
SELECT c.person, c.programme::text, c.role, w.trained_on, w.evidence, w.voided
FROM award w
JOIN certification c ON c.id = w.certification
WHERE (c.person, c.programme, c.role, w.trained_on)
        > ($1::bigint, $2::text, $3::text, $4::date)
ORDER BY c.person, c.programme, c.role, w.trained_on
LIMIT $5
