-- Whether a thing, by its kind and number, lies in a scope on a day.
SELECT CASE $1::text
    WHEN 'person' THEN $2::bigint IN (SELECT people_seen($3, $4, $5))
    WHEN 'organisation' THEN $2 IN (SELECT organisations_seen($3, $4, $5))
    WHEN 'training' THEN $2 IN (SELECT trainings_seen($3, $4, $5))
    WHEN 'workshop' THEN $2 IN (SELECT workshops_seen($3, $4, $5))
    WHEN 'licence' THEN $2 IN (SELECT licences_seen($3, $4, $5))
    WHEN 'notice' THEN $2 IN (SELECT notices_seen($3, $4, $5))
    WHEN 'certification' THEN EXISTS (
        SELECT FROM certification c
        WHERE c.id = $2 AND c.person IN (SELECT people_seen($3, $4, $5)))
    ELSE false
END
