-- What was the person's is theirs again: the row that was moved, or a new one where both had one.
-- In the other's stead nothing is taken that was recorded since.
WITH kept AS (
    SELECT moved FROM person_merge WHERE person = $1),
own AS (
    SELECT k.*, EXISTS (
        SELECT FROM kept, jsonb_to_recordset(moved -> 'trainer') o (training bigint, person bigint)
        WHERE o.training = k.training AND o.person = $2) AS is_both
    FROM kept, jsonb_to_recordset(moved -> 'trainer') k (training bigint, person bigint)
    WHERE k.person = $1),
back AS (
    UPDATE training_trainer t SET person = $1
    FROM own WHERE t.training = own.training AND t.person = $2 AND NOT own.is_both)
INSERT INTO training_trainer (training, person)
SELECT training, $1 FROM own WHERE is_both
