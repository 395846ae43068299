INSERT INTO award (certification, trained_on, evidence)
SELECT c.id, date '1970-01-01' + given.day, given.evidence
FROM unnest($1::bigint[], $4::int[], $5::text[]) AS given (person, day, evidence)
JOIN certification c ON c.person = given.person AND c.programme = $2 AND c.role = $3
