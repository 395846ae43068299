-- People who belong to one organisation twice on the same day.
SELECT DISTINCT 'P-' || a.person, 'belongs to O-' || a.organisation || ' twice at once'
FROM affiliation a
JOIN affiliation b ON b.person = a.person AND b.organisation = a.organisation AND b.id > a.id
    AND b.from_date <= coalesce(a.until_date, 'infinity')
    AND a.from_date <= coalesce(b.until_date, 'infinity')
ORDER BY 1, 2
LIMIT $1
