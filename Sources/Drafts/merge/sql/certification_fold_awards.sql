-- An award of the same day is one; it stands where one of the two does.
WITH same AS (
    DELETE FROM award a
    WHERE certification = $1 AND EXISTS (
        SELECT FROM award b WHERE b.certification = $2 AND b.trained_on = a.trained_on)
    RETURNING trained_on, voided),
standing AS (
    UPDATE award b
    SET voided = false
    FROM same
    WHERE b.certification = $2 AND b.trained_on = same.trained_on AND NOT same.voided)
UPDATE award a
SET certification = $2
WHERE certification = $1 AND NOT EXISTS (
    SELECT FROM award b WHERE b.certification = $2 AND b.trained_on = a.trained_on)
