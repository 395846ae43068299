-- The verdicts on the pairs of the table `pair`, each on its day, over the derived standing. Nobody
-- in the generated registry has two professions, so that a row of `staff` is a person.
WITH staff AS (
    SELECT p.organisation, p.programme, count(*) AS present,
        count(*) FILTER (WHERE l.person IS NOT NULL OR m.person IS NOT NULL) AS leaders,
        count(*) FILTER (WHERE m.person IS NOT NULL) AS master_trainers,
        count(*) FILTER (WHERE (l.person IS NOT NULL OR m.person IS NOT NULL)
            AND x.person IS NOT NULL) AS peers,
        array_agg(DISTINCT profession) FILTER (WHERE profession IS NOT NULL) AS professions
    FROM pair p
    JOIN LATERAL (
        SELECT DISTINCT person FROM affiliation
        WHERE organisation = p.organisation AND from_date <= p.day
            AND (until_date IS NULL OR until_date >= p.day)) a ON true
    JOIN person n ON n.id = a.person
    LEFT JOIN LATERAL unnest(n.professions) AS profession ON true
    LEFT JOIN standing l ON l.person = a.person AND l.programme = p.programme::text
        AND l.role = 'leader' AND l.state IN ('provisional', 'active')
        AND l.from_date <= p.day AND (l.until_date IS NULL OR l.until_date >= p.day)
    LEFT JOIN standing m ON m.person = a.person AND m.programme = p.programme::text
        AND m.role = 'master-trainer' AND m.state IN ('provisional', 'active')
        AND m.from_date <= p.day AND (m.until_date IS NULL OR m.until_date >= p.day)
    LEFT JOIN person_peer x ON x.person = a.person AND x.programme = p.programme::text
    GROUP BY p.organisation, p.programme),
weighed AS (
    SELECT p.organisation, p.programme, g.min_leaders, g.min_master_trainers, g.peers AS need_peers,
        g.professions AS need_professions,
        o.closed_on IS NOT NULL AND o.closed_on <= p.day AS is_closed,
        g.licence_types = '{}' OR EXISTS (
            SELECT FROM licence l
            WHERE l.id IN (
                    SELECT id FROM licence WHERE holder = p.organisation
                    UNION ALL
                    SELECT c.licence FROM licence_coverage c
                    JOIN licence u ON u.id = c.licence AND u.type = 'umbrella'
                    WHERE c.organisation = p.organisation AND c.from_date <= p.day
                        AND (c.until_date IS NULL OR c.until_date >= p.day))
                AND l.from_date <= p.day AND l.until_date >= p.day
                AND (l.revoked_on IS NULL OR l.revoked_on > p.day)
                AND l.type = ANY (g.licence_types)
                AND (l.any_programme OR EXISTS (
                    SELECT FROM licence_programme q
                    WHERE q.licence = l.id AND q.programme = p.programme::text))
                AND NOT EXISTS (
                    SELECT FROM licence_suspension s
                    WHERE s.licence = l.id AND s.from_date <= p.day
                        AND (s.until_date IS NULL OR s.until_date >= p.day))) AS is_licensed,
        CASE WHEN EXISTS (SELECT FROM training_format f WHERE f.programme = g.code)
            THEN coalesce(s.leaders, 0) ELSE coalesce(s.present, 0) END AS leaders,
        coalesce(s.master_trainers, 0) AS master_trainers, coalesce(s.peers, 0) AS peers,
        coalesce(s.professions, '{}') AS professions
    FROM pair p
    JOIN programme g ON g.code = p.programme::text
    JOIN organisation o ON o.id = p.organisation
    LEFT JOIN staff s ON s.organisation = p.organisation AND s.programme = p.programme),
reasoned AS (
    SELECT organisation, programme,
        array_remove(ARRAY[
            CASE WHEN is_closed THEN 'organisation-closed' END,
            CASE WHEN NOT is_licensed THEN 'no-licence' END,
            CASE WHEN need_professions = '{}' AND leaders < min_leaders
                THEN 'too-few-leaders' END,
            CASE WHEN need_professions = '{}' AND need_peers > 0 AND peers = 0
                THEN 'no-peer-leader' END,
            CASE WHEN NOT need_professions <@ professions THEN 'profession-missing' END], NULL)
            AS offer_reasons,
        array_remove(ARRAY[
            CASE WHEN is_closed THEN 'organisation-closed' END,
            CASE WHEN NOT is_licensed THEN 'no-licence' END,
            CASE WHEN master_trainers < min_master_trainers THEN 'too-few-master-trainers' END],
            NULL) AS train_reasons
    FROM weighed)
SELECT organisation, programme, offer_reasons = '{}' AS may_offer,
    train_reasons = '{}' AS may_train, offer_reasons, train_reasons
FROM reasoned
