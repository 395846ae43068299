-- One that was voided may be given anew, with its new evidence.
INSERT INTO award (certification, trained_on, evidence, voided)
SELECT c.id, date '1970-01-01' + given.day, given.evidence, given.voided
FROM unnest($1::bigint[], $4::int[], $5::text[], $6::boolean[])
    AS given (person, day, evidence, voided)
JOIN certification c ON c.person = given.person AND c.programme = $2 AND c.role = $3
ON CONFLICT (certification, trained_on) DO UPDATE
SET evidence = excluded.evidence, voided = excluded.voided WHERE award.voided
