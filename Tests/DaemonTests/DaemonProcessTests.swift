import Testing

/// All tests that start the real daemon, one after another: each has a database server of its own.
@Suite(.serialized) struct DaemonProcessTests {}
