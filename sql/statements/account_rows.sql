SELECT a.id, a.name, a.roles, a.person, a.organisation, a.disabled, a.verifier, a.version,
    (SELECT count(*) FROM account_token t
        WHERE t.account = a.id AND NOT t.revoked AND t.until_date >= $2)
FROM account a
WHERE a.id = ANY ($1)
ORDER BY a.id
