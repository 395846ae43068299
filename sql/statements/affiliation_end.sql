UPDATE affiliation SET until_date = $2 WHERE id = $1
