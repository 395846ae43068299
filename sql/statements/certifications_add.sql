INSERT INTO certification (person, programme, role)
SELECT person, $2, $3 FROM unnest($1::bigint[]) AS given (person)
ORDER BY person
ON CONFLICT DO NOTHING
