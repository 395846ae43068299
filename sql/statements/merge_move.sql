-- Those of which the other has none move whole, with their awards and suspensions.
UPDATE certification c
SET person = $2, version = version + 1
WHERE person = $1 AND NOT EXISTS (
    SELECT FROM certification o
    WHERE o.person = $2 AND o.programme = c.programme AND o.role = c.role)
