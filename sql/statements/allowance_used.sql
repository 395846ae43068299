-- What a licence served in the days of one of its years.
SELECT
    (SELECT count(*) FROM workshop
        WHERE licence = $1 AND from_date BETWEEN $2 AND $3 AND NOT voided),
    (SELECT count(*) FROM training
        WHERE licence = $1 AND from_date BETWEEN $2 AND $3 AND NOT voided AND kind = 'leader')
