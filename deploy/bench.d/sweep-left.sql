-- What a run of :'day' left, to be compared: its notices, how many events, and the verdicts.
SELECT md5(string_agg(row_to_json(n)::text, ',' ORDER BY row_to_json(n)::text)), count(*)
FROM (
    SELECT rule, licence, person, programme, role, organisation, until_date, threshold,
        passed_over, reasons
    FROM notice WHERE on_date = :'day') n;
SELECT count(*) FROM event WHERE account = 'nightly';
SELECT md5(string_agg(k::text, ',' ORDER BY k::text)) FROM verdict_known k;
SELECT count(*) FROM notice WHERE withdrawn_on = :'day';
