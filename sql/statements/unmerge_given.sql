-- What was the one's is theirs again, where it is still the other's: the row that moved, or a new
-- one where both had one.
WITH own AS (
    SELECT k.training, count(*) > 1 AS is_of_both
    FROM person_merge m
    CROSS JOIN jsonb_to_recordset(m.moved -> 'trainer') AS k (training bigint, person bigint)
    JOIN training_trainer now ON now.training = k.training AND now.person = $2
    WHERE m.person = $1
    GROUP BY k.training),
back AS (
    UPDATE training_trainer r
    SET person = $1
    FROM own
    WHERE r.training = own.training AND r.person = $2 AND NOT own.is_of_both)
INSERT INTO training_trainer (training, person)
SELECT training, $1 FROM own WHERE is_of_both
