-- Verdicts that changed, as they were judged: rules ($5), organisations ($6), programmes ($7) and
-- the codes of the reasons, joined by commas ($8).
SELECT v.rule, NULL::bigint AS licence, NULL::bigint AS person, v.programme, NULL::text AS role,
    v.organisation, NULL::date AS until_date, NULL::integer AS threshold,
    string_to_array(v.reasons, ',') AS reasons, false AS passed_over
FROM unnest($5::text[], $6::bigint[], $7::text[], $8::text[])
    AS v (rule, organisation, programme, reasons)
