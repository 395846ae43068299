SELECT code, severity, from_date, until_date FROM severity ORDER BY code, from_date
