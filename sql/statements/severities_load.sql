SELECT id, code, severity, from_date, until_date, source FROM severity ORDER BY id
