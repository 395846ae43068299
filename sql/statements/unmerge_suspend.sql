INSERT INTO certification_suspension (id, certification, from_date, until_date)
OVERRIDING SYSTEM VALUE
SELECT k.id, k.certification, k.from_date, k.until_date
FROM person_merge m
CROSS JOIN jsonb_to_recordset(m.moved -> 'suspension')
    AS k (id bigint, certification bigint, from_date date, until_date date)
WHERE m.person = $1
