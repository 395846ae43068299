-- The awards of certifications that both have, in one: two of the same day are one, which stands
-- where either does.
WITH both_have AS (
    SELECT c.id, o.id AS holder
    FROM certification c
    JOIN certification o ON o.person = $2 AND o.programme = c.programme AND o.role = c.role
    WHERE c.person = $1),
same AS (
    DELETE FROM award a
    USING both_have b, award other
    WHERE a.certification = b.id AND other.certification = b.holder
        AND other.trained_on = a.trained_on
    RETURNING b.holder, a.trained_on, a.voided),
standing AS (
    UPDATE award a
    SET voided = false
    FROM same
    WHERE a.certification = same.holder AND a.trained_on = same.trained_on AND NOT same.voided)
UPDATE award a
SET certification = b.holder
FROM both_have b
WHERE a.certification = b.id AND NOT EXISTS (
    SELECT FROM award other
    WHERE other.certification = b.holder AND other.trained_on = a.trained_on)
