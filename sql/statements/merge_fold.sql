-- A certification that both have is suspended on the days on which either was, and revoked on the
-- day on which the first was. The one that goes up in it is taken away.
WITH both_have AS (
    SELECT c.id, o.id AS holder, least(c.revoked_on, o.revoked_on) AS revoked_on
    FROM certification c
    JOIN certification o ON o.person = $2 AND o.programme = c.programme AND o.role = c.role
    WHERE c.person = $1),
gone AS (
    DELETE FROM certification c USING both_have b WHERE c.id = b.id),
left_over AS (
    UPDATE certification c
    SET revoked_on = b.revoked_on, version = version + 1
    FROM both_have b
    WHERE c.id = b.holder)
INSERT INTO certification_suspension (certification, from_date, until_date)
SELECT joined.holder, lower(span), upper(span) - 1
FROM (
    SELECT b.holder, range_agg(daterange(k.from_date, k.until_date, '[]')) AS spans
    FROM both_have b
    JOIN person_merge m ON m.person = $1
    JOIN jsonb_to_recordset(m.moved -> 'suspension')
        AS k (certification bigint, from_date date, until_date date)
        ON k.certification IN (b.id, b.holder)
    GROUP BY b.holder) AS joined
CROSS JOIN unnest(joined.spans) AS span
ORDER BY joined.holder, span
