INSERT INTO standing (person, programme, role, from_date, until_date, state, anchor, current_until)
SELECT person, programme, role, date '1970-01-01' + from_day, date '1970-01-01' + until_day, state,
    date '1970-01-01' + anchor_day, date '1970-01-01' + current_day
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::int[],
        $8::int[])
    AS period (person, programme, role, from_day, until_day, state, anchor_day, current_day)
