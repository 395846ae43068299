-- In which programmes these people were trained, or acted.
SELECT programme::text FROM certification WHERE person = ANY ($1)
UNION
SELECT t.programme::text FROM training t
JOIN training_attendee a ON a.training = t.id WHERE a.person = ANY ($1)
UNION
SELECT t.programme::text FROM training t
JOIN training_trainer r ON r.training = t.id WHERE r.person = ANY ($1)
UNION
SELECT w.programme::text FROM workshop w
JOIN workshop_leader l ON l.workshop = w.id WHERE l.person = ANY ($1)
ORDER BY 1
