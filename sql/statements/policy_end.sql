-- Ends the row of this number, of whichever kind it is.
WITH ended_number AS (
    UPDATE policy_number SET until_date = $2, version = version + 1 WHERE id = $1),
ended_severity AS (
    UPDATE severity SET until_date = $2, version = version + 1 WHERE id = $1),
ended_retention AS (
    UPDATE retention_rule SET until_date = $2, version = version + 1 WHERE id = $1),
ended_experience AS (
    UPDATE experience_rule SET until_date = $2, version = version + 1 WHERE id = $1)
UPDATE prerequisite SET until_date = $2, version = version + 1 WHERE id = $1
