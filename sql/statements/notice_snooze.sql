UPDATE notice SET snoozed_until = $2, owner = $3, version = version + 1 WHERE id = $1
