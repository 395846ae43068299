SELECT t.id, t.account, a.name, t.label, t.roles, t.person, t.organisation, t.until_date, t.revoked,
    t.version
FROM account_token t
JOIN account a ON a.id = t.account
WHERE t.id = ANY ($1)
ORDER BY t.id
