-- What was passed and stands, awards included; records of the past that broke rules never count.
SELECT a.person, t.programme::text, t.kind, t.from_date, t.until_date, t.id
FROM training_attendee a
JOIN training t ON t.id = a.training
WHERE a.person = ANY ($1) AND a.passed AND t.counts
UNION ALL
SELECT c.person, c.programme::text,
    CASE c.role WHEN 'leader' THEN 'leader' ELSE 'master' END, w.trained_on, w.trained_on, NULL
FROM certification c
JOIN award w ON w.certification = c.id
WHERE c.person = ANY ($1) AND NOT w.voided
