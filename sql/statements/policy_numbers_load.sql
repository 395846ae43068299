SELECT name, numbers, from_date, until_date FROM policy_number ORDER BY name, from_date
