DELETE FROM licence_suspension WHERE licence = $1 AND from_date = $2
