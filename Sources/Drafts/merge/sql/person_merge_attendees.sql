-- Who passed once passed.
WITH twice AS (
    DELETE FROM training_attendee a
    WHERE person = $1 AND EXISTS (
        SELECT FROM training_attendee b WHERE b.training = a.training AND b.person = $2)
    RETURNING training, passed),
better AS (
    UPDATE training_attendee a
    SET passed = true
    FROM twice
    WHERE a.training = twice.training AND a.person = $2 AND twice.passed)
UPDATE training_attendee a
SET person = $2
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM training_attendee b WHERE b.training = a.training AND b.person = $2)
