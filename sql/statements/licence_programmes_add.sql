INSERT INTO licence_programme (licence, programme)
SELECT $1, code FROM unnest($2::text[]) AS named (code)
