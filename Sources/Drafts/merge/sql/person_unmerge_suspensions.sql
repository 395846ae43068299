INSERT INTO certification_suspension (certification, from_date, until_date)
SELECT k.certification, k.from_date, k.until_date
FROM person_merge m
CROSS JOIN jsonb_to_recordset(m.moved -> 'suspension')
    AS k (certification bigint, from_date date, until_date date)
WHERE m.person = $1 AND k.certification = ANY ($2)
