-- What was the one's is theirs again, where it is still the other's: the row that moved, or a new
-- one where both had one.
WITH own AS (
    SELECT k.workshop, count(*) > 1 AS is_of_both
    FROM person_merge m
    CROSS JOIN jsonb_to_recordset(m.moved -> 'leader') AS k (workshop bigint, person bigint)
    JOIN workshop_leader now ON now.workshop = k.workshop AND now.person = $2
    WHERE m.person = $1
    GROUP BY k.workshop),
back AS (
    UPDATE workshop_leader r
    SET person = $1
    FROM own
    WHERE r.workshop = own.workshop AND r.person = $2 AND NOT own.is_of_both)
INSERT INTO workshop_leader (workshop, person)
SELECT workshop, $1 FROM own WHERE is_of_both
