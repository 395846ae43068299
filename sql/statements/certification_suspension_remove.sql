DELETE FROM certification_suspension WHERE certification = $1 AND from_date = $2
