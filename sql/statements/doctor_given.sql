-- Certifications without a passed training that gives the role, and without an award; trainings
-- that gave one which is not there.
SELECT about, detail
FROM (
    SELECT 'C-' || c.id AS about, 'neither a passed training nor an award gave it' AS detail,
        c.person
    FROM certification c
    WHERE NOT EXISTS (SELECT FROM award a WHERE a.certification = c.id)
        AND NOT EXISTS (
            SELECT FROM training_attendee r JOIN training t ON t.id = r.training
            WHERE r.person = c.person AND r.passed AND t.programme = c.programme
                AND t.kind = ANY (CASE c.role
                    WHEN 'leader' THEN ARRAY['leader', 'cross', 'refresher']
                    ELSE ARRAY['master'] END))
    UNION ALL
    SELECT 'T-' || t.id, 'what it gave to P-' || r.person || ' is not there', r.person
    FROM training t JOIN training_attendee r ON r.training = t.id
    WHERE t.counts AND r.passed AND t.kind <> 'update' AND NOT EXISTS (
        SELECT FROM certification c
        WHERE c.person = r.person AND c.programme = t.programme
            AND c.role = CASE t.kind WHEN 'master' THEN 'master-trainer' ELSE 'leader' END))
    AS found
ORDER BY person, about
LIMIT $1
