-- Suspensions of certifications after one of a person, a programme, a role and a first day.
SELECT c.person, c.programme::text, c.role, s.from_date, s.until_date
FROM certification_suspension s
JOIN certification c ON c.id = s.certification
WHERE (c.person, c.programme, c.role, s.from_date)
    > ($1::bigint, $2::text, $3::text, $4::date)
ORDER BY c.person, c.programme, c.role, s.from_date
LIMIT $5
