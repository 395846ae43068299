-- Notices that say the same thing twice: the index `notice_once` keeps them apart.
SELECT 'N-' || max(id), 'says the same as N-' || min(id)
FROM notice
GROUP BY rule, licence, person, programme, role, organisation, threshold,
    CASE WHEN rule IN ('offer-lost', 'offer-gained', 'train-lost', 'train-gained')
        THEN on_date ELSE until_date END
HAVING count(*) > 1
ORDER BY min(id)
LIMIT $1
