INSERT INTO affiliation (person, organisation, from_date, until_date)
SELECT $1, organisation, date '1970-01-01' + from_day, date '1970-01-01' + until_day
FROM unnest($2::bigint[], $3::int[], $4::int[]) AS given (organisation, from_day, until_day)
