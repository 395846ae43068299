-- Lines of trainings and workshops name the people: those that change are other versions.
WITH training_of AS (
    UPDATE training
    SET version = version + 1
    WHERE id IN (SELECT training FROM training_attendee WHERE person = $1
        UNION SELECT training FROM training_trainer WHERE person = $1))
UPDATE workshop
SET version = version + 1
WHERE id IN (SELECT workshop FROM workshop_leader WHERE person = $1)
