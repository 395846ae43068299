-- Keeps verdicts as the latest run judged them, if the lease is still of epoch $1; one that is no
-- twice leaves no row. Gives whether the lease is held.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $1 FOR SHARE),
judged AS (
    SELECT *
    FROM unnest($2::bigint[], $3::text[], $4::boolean[], $5::boolean[])
        AS v (organisation, programme, may_offer, may_train)
    WHERE EXISTS (SELECT FROM lease)),
gone AS (
    DELETE FROM verdict_known k
    USING judged v
    WHERE k.organisation = v.organisation AND k.programme = v.programme
        AND NOT (v.may_offer OR v.may_train)),
kept AS (
    INSERT INTO verdict_known AS k (organisation, programme, may_offer, may_train)
    SELECT organisation, programme, may_offer, may_train FROM judged
    WHERE may_offer OR may_train
    ON CONFLICT (organisation, programme) DO UPDATE
        SET may_offer = excluded.may_offer, may_train = excluded.may_train
        WHERE (k.may_offer, k.may_train) <> (excluded.may_offer, excluded.may_train))
SELECT EXISTS (SELECT FROM lease), 0::bigint
