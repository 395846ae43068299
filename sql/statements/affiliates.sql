-- Who belongs to each of these organisations on the day, with the standing in the programme of
-- the same place: organisations and programmes are given as pairs.
SELECT asked.place, a.person, p.professions,
    EXISTS (SELECT FROM person_peer x WHERE x.person = a.person AND x.programme = asked.programme),
    coalesce(l.state, 'untrained'), coalesce(m.state, 'untrained')
FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS asked (organisation, programme, place)
JOIN LATERAL (
    SELECT DISTINCT person FROM affiliation
    WHERE organisation = asked.organisation
        AND from_date <= $3 AND (until_date IS NULL OR until_date >= $3)) a ON true
JOIN person p ON p.id = a.person
LEFT JOIN standing l ON l.person = a.person AND l.programme = asked.programme
    AND l.role = 'leader'
    AND l.from_date <= $3 AND (l.until_date IS NULL OR l.until_date >= $3)
LEFT JOIN standing m ON m.person = a.person AND m.programme = asked.programme
    AND m.role = 'master-trainer'
    AND m.from_date <= $3 AND (m.until_date IS NULL OR m.until_date >= $3)
ORDER BY asked.place, a.person
