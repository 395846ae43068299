INSERT INTO licence_report (licence, year, workshops, participants, trainings, filed_on)
VALUES ($1, $2, $3, $4, $5, $6)
