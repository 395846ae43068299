DELETE FROM certification_suspension WHERE certification IN ($1, $2)
