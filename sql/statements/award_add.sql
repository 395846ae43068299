-- One that was voided may be given anew, with its new evidence.
INSERT INTO award (certification, trained_on, evidence)
SELECT id, $4, $5 FROM certification WHERE person = $1 AND programme = $2 AND role = $3
ON CONFLICT (certification, trained_on) DO UPDATE
SET evidence = excluded.evidence, voided = false WHERE award.voided
