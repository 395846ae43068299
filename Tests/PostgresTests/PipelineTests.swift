import Testing

@testable import Postgres

@Suite struct PipelineTests {
    private let result = ResultSet(columns: [], rows: [], affected: 1, commandTag: "SELECT 1")
    private let broken = PostgresError(.server, "no", sqlState: .uniqueViolation)

    @Test func `statements are answered one after the other, segments at their sync`() throws {
        var pipeline = Pipeline()
        pipeline.sent(1, steps: [.prepare("a"), .query("a"), .query(nil)])
        pipeline.sent(2, steps: [.query(nil)])
        #expect(pipeline.received(result) == .prepared("a"))
        #expect(pipeline.stepEnded() == .none)
        for _ in 0..<2 {
            #expect(pipeline.received(result) == .none)
            #expect(pipeline.stepEnded() == .none)
        }
        #expect(pipeline.current == 1)
        #expect(pipeline.synced() == .finished(1))
        let outcome = pipeline.outcome(of: 1)
        #expect(try outcome?.get().count == 2)
        let again = pipeline.outcome(of: 1)
        #expect(again == nil)
        #expect(pipeline.current == 2)
        #expect(!pipeline.isIdle)
    }

    @Test func `the first failure is the segment's, and what was skipped is forgotten`() {
        var pipeline = Pipeline()
        pipeline.sent(1, steps: [.query(nil), .query(nil), .prepare("b"), .query("b")])
        _ = pipeline.received(result)
        _ = pipeline.stepEnded()
        #expect(pipeline.failed(broken) == .none)
        _ = pipeline.stepEnded()
        #expect(pipeline.skipped() == .forget("b"))
        _ = pipeline.stepEnded()
        #expect(pipeline.skipped() == .none)
        _ = pipeline.stepEnded()
        #expect(pipeline.synced() == .finished(1))
        let outcome = pipeline.outcome(of: 1)
        #expect(throws: PostgresError.self) { try outcome?.get() }
        pipeline.sent(2, steps: [.query(nil)])
        #expect(pipeline.count == 1)
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 2)])
    func `a failure has the number of its statement`(answered: Int, index: Int) {
        var pipeline = Pipeline()
        pipeline.sent(1, steps: [.query(nil), .query(nil), .query(nil)])
        for _ in 0..<answered {
            _ = pipeline.received(result)
            _ = pipeline.stepEnded()
        }
        _ = pipeline.failed(broken)
        _ = pipeline.stepEnded()
        _ = pipeline.synced()
        guard case .failure(let error) = pipeline.outcome(of: 1) else {
            Issue.record("no failure")
            return
        }
        #expect(error.index == index)
    }

    @Test(arguments: [SQLState.invalidStatementName, .featureNotSupported])
    func `a stale statement is forgotten`(state: SQLState) {
        var pipeline = Pipeline()
        pipeline.sent(1, steps: [.query("a")])
        #expect(pipeline.failed(PostgresError(.server, "", sqlState: state)) == .forget("a"))
    }

    @Test func `a preparation that fails is forgotten`() {
        var pipeline = Pipeline()
        pipeline.sent(1, steps: [.prepare("a"), .query("a")])
        #expect(pipeline.failed(broken) == .forget("a"))
    }

    @Test func `what nobody asked for is a violation`() {
        var pipeline = Pipeline()
        #expect(pipeline.received(result) == .violation)
        #expect(pipeline.failed(broken) == .violation)
        #expect(pipeline.skipped() == .violation)
        #expect(pipeline.synced() == .violation)
        #expect(pipeline.stepEnded() == .none)
    }
}
