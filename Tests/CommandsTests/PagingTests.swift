import Testing

@Suite struct PagingTests {
    static let lists = [
        "organisation list", "organisation find one", "person list", "person find person",
        "person list organisation=O-1", "licence list", "training list", "workshop list",
        "certification list on=2026-05-01", "event list", "notice list", "programme list",
        "expiry history",
    ]

    /// A page after the other gives what one page gives, whatever its length.
    @Test func givesAllInPages() async throws {
        try await TestSession.with(today: "2028-12-28") { session in
            try await session.playScene()
            try await session.done(
                "organisation add name=One country=IE", "organisation add name=Anyone country=IE",
                "licence grant O-2 type=multiple programmes=CDSMP",
                "licence grant O-3 type=multiple programmes=CDSMP",
                "training record programme=CDSMP kind=leader from=2026-02-09 until=2026-02-12 "
                    + "organisation=O-1 trainers=P-1,P-2 passed=P-5",
                "workshop record programme=CDSMP organisation=O-1 from=2026-03-09 "
                    + "until=2026-04-13 sessions=6 leaders=P-3,P-4",
                "expiry run on=2028-12-26", "expiry run")
            for list in Self.lists {
                let all = try await session.done(list)
                #expect(all.final("more") == nil)
                #expect(all.data.count >= 2, "\(list): \(all.lines)")
                for limit in [1, 2, all.data.count] {
                    try await walk(session, list, limit, all)
                }
            }
        }
    }

    private func walk(
        _ session: TestSession, _ list: String, _ limit: Int, _ all: TestReply
    ) async throws {
        var seen: [String] = []
        var next: String?
        repeat {
            let after = next.map { " after=\($0)" } ?? ""
            let page = try await session.done("\(list) limit=\(limit)\(after)")
            #expect(page.data.count <= limit)
            #expect(page.data.count > 0, "\(list)\(after)")
            seen += page.lines.dropLast()
            next = page.final("next")
            #expect((page.final("more") == "yes") == (next != nil))
        } while next != nil && seen.count <= all.data.count
        #expect(seen == Array(all.lines.dropLast()), "\(list) limit=\(limit)")
    }
}
