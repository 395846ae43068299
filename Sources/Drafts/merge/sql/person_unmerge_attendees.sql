WITH kept AS (
    SELECT moved FROM person_merge WHERE person = $1),
row AS (
    SELECT k.* FROM kept,
        jsonb_to_recordset(moved -> 'attendee') k (training bigint, person bigint, passed boolean)),
own AS (
    SELECT this.training, this.passed, other.passed AS other_passed
    FROM row this LEFT JOIN row other ON other.training = this.training AND other.person = $2
    WHERE this.person = $1),
back AS (
    UPDATE training_attendee t SET person = $1
    FROM own WHERE t.training = own.training AND t.person = $2 AND own.other_passed IS NULL),
other AS (
    UPDATE training_attendee t SET passed = own.other_passed
    FROM own
    WHERE t.training = own.training AND t.person = $2 AND own.other_passed IS NOT NULL
        AND t.passed = (own.passed OR own.other_passed))
INSERT INTO training_attendee (training, person, passed)
SELECT training, $1, passed FROM own WHERE other_passed IS NOT NULL
