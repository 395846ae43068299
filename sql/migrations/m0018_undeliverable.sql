-- Messages that could not be delivered are few among all that were sent, and `status` counts them.
CREATE INDEX dispatch_undeliverable ON dispatch (id) WHERE outcome = 'undeliverable';
