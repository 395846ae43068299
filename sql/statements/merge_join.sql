-- The days on which either belonged to an organisation, those that overlap or follow one another
-- joined.
INSERT INTO affiliation (person, organisation, from_date, until_date)
SELECT $2, joined.organisation, lower(span), upper(span) - 1
FROM (
    SELECT k.organisation, range_agg(daterange(k.from_date, k.until_date, '[]')) AS spans
    FROM person_merge m, jsonb_to_recordset(m.moved -> 'affiliation')
        AS k (organisation bigint, from_date date, until_date date)
    WHERE m.person = $1
    GROUP BY k.organisation) AS joined
CROSS JOIN unnest(joined.spans) AS span
ORDER BY joined.organisation, span
