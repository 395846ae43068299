SELECT from_date, until_date
FROM certification_suspension
WHERE certification = $1
ORDER BY from_date
