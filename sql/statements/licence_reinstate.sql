UPDATE licence_suspension SET until_date = $3 WHERE licence = $1 AND from_date = $2
