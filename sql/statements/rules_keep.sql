-- The rules stay as they are while an import is judged by them: whoever changes them waits.
LOCK TABLE programme, programme_mode, training_format, prerequisite, retention_rule,
    experience_rule, policy_number, severity IN SHARE MODE
