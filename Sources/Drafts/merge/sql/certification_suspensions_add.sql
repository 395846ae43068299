INSERT INTO certification_suspension (certification, from_date, until_date)
SELECT $1, date '1970-01-01' + from_day, date '1970-01-01' + until_day
FROM unnest($2::int[], $3::int[]) AS given (from_day, until_day)
