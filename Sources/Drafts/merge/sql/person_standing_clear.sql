DELETE FROM standing WHERE person = $1
