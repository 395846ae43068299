INSERT INTO award (certification, trained_on, evidence)
SELECT id, $4, $5 FROM certification WHERE person = $1 AND programme = $2 AND role = $3
