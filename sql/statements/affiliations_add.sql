INSERT INTO affiliation (person, organisation, from_date, until_date)
SELECT person, organisation, date '1970-01-01' + from_day, date '1970-01-01' + until_day
FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[])
    AS given (person, organisation, from_day, until_day)
