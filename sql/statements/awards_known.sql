-- For each place: the certification, and the evidence of the award of that day, where there are.
SELECT asked.place, c.id, CASE WHEN NOT w.voided THEN w.evidence END, coalesce(w.voided, false)
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[])
    WITH ORDINALITY AS asked (person, programme, role, day, place)
JOIN certification c ON c.person = asked.person AND c.programme = asked.programme
    AND c.role = asked.role
LEFT JOIN award w ON w.certification = c.id AND w.trained_on = date '1970-01-01' + asked.day
