-- The shipped catalogue: every programme that the sources describe (S0-S4 and the licensor's
-- pages), and the numbers of policy with where they come from.

INSERT INTO programme (number, code, title, sessions_least, sessions_most, minutes, total_minutes,
    leaders, peers, professions, licence_types, min_leaders, min_master_trainers)
VALUES
    (1, 'CDSMP', 'Chronic Disease Self-Management Program', 6, 6, 150, 900,
        2, 0, '{}', '{single,multiple,umbrella}', 2, 2),
    (2, 'TOMANDO', 'Tomando control de su salud', 6, 6, 150, 900,
        2, 0, '{}', '{single,multiple,umbrella}', 2, 2),
    (3, 'CPSMP', 'Chronic Pain Self-Management Program', 6, 6, 150, 900,
        2, 1, '{}', '{multiple,umbrella}', 2, 2),
    (4, 'HLC-PAIN', 'Healthy Life Centre pain self-management course', 6, 6, 150, 900,
        1, 0, '{}', '{}', 1, 2),
    (5, 'PMP', 'Pain Management Programme, British Pain Society', 12, NULL, NULL, 2160,
        NULL, 0, '{doctor,psychologist,physiotherapist}', '{}', 0, 2),
    (6, 'GSH', 'Guided Self-Help', 6, 12, NULL, NULL,
        NULL, 0, '{postgraduate-student}', '{}', 0, 2);
SELECT setval(pg_get_serial_sequence('programme', 'number'), 6);

INSERT INTO programme_mode (programme, name, place, group_least, group_most, leaders) VALUES
    ('CDSMP', 'in-person', 1, 10, 16, NULL),
    ('CDSMP', 'virtual', 2, NULL, NULL, NULL),
    ('TOMANDO', 'in-person', 1, 10, 16, NULL),
    ('TOMANDO', 'virtual', 2, NULL, NULL, NULL),
    ('CPSMP', 'in-person', 1, 8, 16, NULL),
    ('CPSMP', 'virtual', 2, 8, 12, NULL),
    ('CPSMP', 'toolkit', 3, 3, 5, 1),
    ('HLC-PAIN', 'in-person', 1, NULL, NULL, NULL),
    ('PMP', 'in-person', 1, NULL, NULL, NULL),
    ('GSH', 'in-person', 1, 1, 1, NULL),
    ('GSH', 'telehealth', 2, 1, 1, NULL);

INSERT INTO training_format (programme, kind, name, place, half_days_least, half_days_most)
SELECT programme, kind, name, place, least, most
FROM (VALUES ('CDSMP'), ('TOMANDO'), ('CPSMP')) AS p (programme),
    (VALUES ('leader', 'standard', 1, 8, 8), ('master', 'standard', 4, 9, 9),
        ('refresher', 'standard', 5, 1, 4)) AS f (kind, name, place, least, most)
UNION ALL VALUES
    ('CPSMP', 'cross', 'one-day', 2, 2, 2),
    ('CPSMP', 'cross', 'two-day', 3, 4, 4);

INSERT INTO prerequisite (programme, alternatives, source) VALUES
    ('CPSMP', '{CDSMP,TOMANDO}', 'S2');

INSERT INTO retention_rule (programme, role, name, first_months, later_months, counts_first,
    counts_later, source)
VALUES
    (NULL, 'leader', 'delivery', 12, 12, '{workshop:in-person,workshop:virtual}',
        '{workshop:any}', 'licensor, trainer policies'),
    (NULL, 'master-trainer', 'activity', 12, 12,
        '{workshop:any,training:leader,training:cross}',
        '{workshop:any,training:leader,training:cross}', 'licensor, trainer certification'),
    (NULL, 'master-trainer', 'leader-training', 18, 36, '{training:leader}',
        '{training:leader}', 'licensor, trainer certification'),
    ('CPSMP', 'master-trainer', 'leader-training', 18, 36, '{training:leader,training:cross}',
        '{training:leader,training:cross}', 'licensor, CPSMP page');

INSERT INTO policy_number (name, numbers, source) VALUES
    ('licence-term-months', '{36}', 'licensor, licensing procedure'),
    ('report-grace-days', '{0}', 'none stated'),
    ('refresher-after-months', '{12}', 'licensor, refresher training'),
    ('refresher-every-months', '{24}', 'licensor, refresher training'),
    ('trainers-of-training', '{2}', 'S2'),
    ('trainers-of-refresher', '{1}', 'licensor, refresher training'),
    ('expiry-ladder-days', '{90,60,30,7}', 'registry contract');

INSERT INTO severity (code, severity, source) VALUES
    ('report-overdue', 'warn', 'registry contract'),
    ('over-allowance', 'warn', 'licensor, licensing procedure'),
    ('group-size', 'warn', 'registry contract');
