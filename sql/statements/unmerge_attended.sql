-- What was the one's is theirs again, where the outcome is still the one that the merge left: the
-- row that moved, or a new one where both had one.
WITH own AS (
    SELECT this.training, this.passed, other.person IS NOT NULL AS is_of_both,
        other.passed AS other_passed
    FROM person_merge m
    CROSS JOIN jsonb_to_recordset(m.moved -> 'attendee')
        AS this (training bigint, person bigint, passed boolean)
    LEFT JOIN jsonb_to_recordset(m.moved -> 'attendee')
        AS other (training bigint, person bigint, passed boolean)
        ON other.training = this.training AND other.person = $2
    JOIN training_attendee now ON now.training = this.training AND now.person = $2
        AND now.passed IS NOT DISTINCT FROM
            CASE WHEN other.person IS NULL OR this.passed THEN this.passed ELSE other.passed END
    WHERE m.person = $1 AND this.person = $1),
back AS (
    UPDATE training_attendee r
    SET person = $1
    FROM own
    WHERE r.training = own.training AND r.person = $2 AND NOT own.is_of_both),
other AS (
    UPDATE training_attendee r
    SET passed = own.other_passed
    FROM own
    WHERE r.training = own.training AND r.person = $2 AND own.is_of_both)
INSERT INTO training_attendee (training, person, passed)
SELECT training, $1, passed FROM own WHERE is_of_both
