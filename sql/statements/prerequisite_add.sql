INSERT INTO prerequisite (programme, alternatives, source) VALUES ($1, $2, $3)
