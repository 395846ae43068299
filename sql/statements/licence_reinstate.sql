-- A suspension that would end before it began never was: the check refuses it.
UPDATE licence_suspension SET until_date = $3 WHERE licence = $1 AND from_date = $2
