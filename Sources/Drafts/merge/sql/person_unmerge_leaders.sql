-- What was the person's is theirs again: the row that was moved, or a new one where both had one.
-- In the other's stead nothing is taken that was recorded since.
WITH kept AS (
    SELECT moved FROM person_merge WHERE person = $1),
own AS (
    SELECT k.*, EXISTS (
        SELECT FROM kept, jsonb_to_recordset(moved -> 'leader') o (workshop bigint, person bigint)
        WHERE o.workshop = k.workshop AND o.person = $2) AS is_both
    FROM kept, jsonb_to_recordset(moved -> 'leader') k (workshop bigint, person bigint)
    WHERE k.person = $1),
back AS (
    UPDATE workshop_leader t SET person = $1
    FROM own WHERE t.workshop = own.workshop AND t.person = $2 AND NOT own.is_both)
INSERT INTO workshop_leader (workshop, person)
SELECT workshop, $1 FROM own WHERE is_both
