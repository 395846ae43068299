UPDATE certification_suspension SET until_date = $3 WHERE certification = $1 AND from_date = $2
