-- What a dispatch tells: those of its notices that are open on a day, and how many they are.
SELECT n.id, count(*) OVER ()
FROM dispatch_notice d JOIN notice n ON n.id = d.notice
WHERE d.dispatch = $1 AND notice_state(n, $2) = 'open'
ORDER BY n.id
LIMIT $3
