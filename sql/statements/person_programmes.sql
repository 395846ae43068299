-- In which programmes a person was trained or acted.
SELECT programme::text FROM certification WHERE person = $1
UNION
SELECT t.programme::text FROM training t
JOIN training_attendee r ON r.training = t.id WHERE r.person = $1
UNION
SELECT t.programme::text FROM training t
JOIN training_trainer r ON r.training = t.id WHERE r.person = $1
UNION
SELECT w.programme::text FROM workshop w
JOIN workshop_leader r ON r.workshop = w.id WHERE r.person = $1
ORDER BY 1
