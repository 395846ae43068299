SELECT id, version FROM policy_number
UNION ALL SELECT id, version FROM severity
UNION ALL SELECT id, version FROM retention_rule
UNION ALL SELECT id, version FROM experience_rule
UNION ALL SELECT id, version FROM prerequisite
