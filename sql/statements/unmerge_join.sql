-- Both have what they had, the other only where no days are left that were changed since.
INSERT INTO affiliation (id, person, organisation, from_date, until_date)
OVERRIDING SYSTEM VALUE
SELECT k.id, k.person, k.organisation, k.from_date, k.until_date
FROM person_merge m
CROSS JOIN jsonb_to_recordset(m.moved -> 'affiliation')
    AS k (id bigint, person bigint, organisation bigint, from_date date, until_date date)
WHERE m.person = $1 AND (k.person = $1 OR NOT EXISTS (
    SELECT FROM affiliation a WHERE a.person = $2 AND a.organisation = k.organisation))
