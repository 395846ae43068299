-- What a licence ($1) served in each of its years: their first ($2) and last ($3) days, as
-- numbers. What is only scheduled uses nothing.
SELECT w.workshops, t.trainings, w.participants
FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS year (first, last, place)
CROSS JOIN LATERAL (
    SELECT count(*), coalesce(sum(enrolled), 0)
    FROM workshop
    WHERE licence = $1 AND state = 'recorded' AND from_date BETWEEN
        date '1970-01-01' + year.first AND date '1970-01-01' + year.last)
    AS w (workshops, participants)
CROSS JOIN LATERAL (
    SELECT count(*)
    FROM training
    WHERE licence = $1 AND state = 'recorded' AND kind = 'leader' AND from_date BETWEEN
        date '1970-01-01' + year.first AND date '1970-01-01' + year.last) AS t (trainings)
ORDER BY year.place
