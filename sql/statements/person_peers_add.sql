INSERT INTO person_peer (person, programme)
SELECT person, programme FROM unnest($1::bigint[], $2::text[]) AS given (person, programme)
