SELECT id, name, numbers, from_date, until_date, source FROM policy_number ORDER BY id
