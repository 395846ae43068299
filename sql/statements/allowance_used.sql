-- What a licence served in the days of one of its years; what is only scheduled uses nothing.
SELECT
    (SELECT count(*) FROM workshop
        WHERE licence = $1 AND from_date BETWEEN $2 AND $3 AND state = 'recorded'),
    (SELECT count(*) FROM training
        WHERE licence = $1 AND from_date BETWEEN $2 AND $3 AND state = 'recorded'
            AND kind = 'leader')
