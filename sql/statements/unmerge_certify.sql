-- What the trainings give that either passed, and what the other was awarded since.
INSERT INTO certification (person, programme, role)
SELECT r.person, t.programme, CASE t.kind WHEN 'master' THEN 'master-trainer' ELSE 'leader' END
FROM training_attendee r JOIN training t ON t.id = r.training
WHERE r.person IN ($1, $2) AND r.passed AND t.counts AND t.kind <> 'update'
UNION
SELECT $2, c.programme, c.role
FROM certification c JOIN award a ON a.certification = c.id
JOIN person_merge m ON m.person = $1
WHERE c.person = $1 AND NOT m.moved -> 'award' @> jsonb_build_array(jsonb_build_object(
    'certification', c.id, 'trained_on', a.trained_on))
ON CONFLICT (person, programme, role) DO NOTHING
