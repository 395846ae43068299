-- A report that is corrected keeps the day on which it was filed.
INSERT INTO licence_report (licence, year, workshops, participants, trainings, filed_on)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (licence, year) DO UPDATE SET workshops = excluded.workshops,
    participants = excluded.participants, trainings = excluded.trainings
