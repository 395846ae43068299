UPDATE licence_coverage SET until_date = $4
WHERE licence = $1 AND organisation = $2 AND from_date = $3
