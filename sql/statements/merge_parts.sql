-- Trainings attended and given, and workshops led, in which the other had no part, are theirs. Of
-- two who attended the same training, the one passed it if either did.
WITH attended AS (
    DELETE FROM training_attendee a
    WHERE person = $1 AND EXISTS (
        SELECT FROM training_attendee b WHERE b.training = a.training AND b.person = $2)
    RETURNING training, passed),
better AS (
    UPDATE training_attendee a
    SET passed = true
    FROM attended
    WHERE a.training = attended.training AND a.person = $2 AND attended.passed),
attendee AS (
    UPDATE training_attendee a
    SET person = $2
    WHERE person = $1 AND NOT EXISTS (
        SELECT FROM training_attendee b WHERE b.training = a.training AND b.person = $2)),
given AS (
    DELETE FROM training_trainer a
    WHERE person = $1 AND EXISTS (
        SELECT FROM training_trainer b WHERE b.training = a.training AND b.person = $2)),
trainer AS (
    UPDATE training_trainer a
    SET person = $2
    WHERE person = $1 AND NOT EXISTS (
        SELECT FROM training_trainer b WHERE b.training = a.training AND b.person = $2)),
led AS (
    DELETE FROM workshop_leader a
    WHERE person = $1 AND EXISTS (
        SELECT FROM workshop_leader b WHERE b.workshop = a.workshop AND b.person = $2))
UPDATE workshop_leader a
SET person = $2
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM workshop_leader b WHERE b.workshop = a.workshop AND b.person = $2)
