-- Certifications without a passed training that gives the role, and without an award.
SELECT 'C-' || c.id, 'neither a passed training nor an award gave it'
FROM certification c
WHERE NOT EXISTS (SELECT FROM award a WHERE a.certification = c.id)
    AND NOT EXISTS (
        SELECT FROM training_attendee r JOIN training t ON t.id = r.training
        WHERE r.person = c.person AND r.passed AND t.programme = c.programme
            AND t.kind = ANY (CASE c.role WHEN 'leader' THEN ARRAY['leader', 'cross', 'refresher']
                ELSE ARRAY['master'] END))
ORDER BY c.id
LIMIT $1
