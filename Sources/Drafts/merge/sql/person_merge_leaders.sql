WITH twice AS (
    DELETE FROM workshop_leader a
    WHERE person = $1 AND EXISTS (
        SELECT FROM workshop_leader b WHERE b.workshop = a.workshop AND b.person = $2))
UPDATE workshop_leader a
SET person = $2
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM workshop_leader b WHERE b.workshop = a.workshop AND b.person = $2)
