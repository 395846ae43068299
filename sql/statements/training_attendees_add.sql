-- Without an outcome they are expected.
INSERT INTO training_attendee (training, person, passed)
SELECT $1, unnest($2::bigint[]), $3::boolean
