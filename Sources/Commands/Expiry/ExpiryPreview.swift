import AdminProtocol
import Nightly
import Registry
import Store

struct ExpiryPreview: SessionCommand {
    static let spec = CommandSpec(
        ["expiry", "preview"],
        "Lists what the expiry run of a date, past or future, would find; changes nothing.",
        arguments: [ArgumentSpec("on", .date, isSubject: true, "which date (today)")],
        example: "expiry preview on=2026-12-31")
    static let audience: Set<AccountRole> = [.auditor, .administrator, .operator]

    private let date: CivilDate

    init(_ request: Request, today: CivilDate) throws(ProtocolError) {
        date = try request.optionalDate("on", today: today) ?? today
    }

    func answer(_ surroundings: Surroundings, _ context: Context) async throws -> Reply {
        let outcome = try await surroundings.nightly.preview(on: date) {
            try await context.send($0.line)
        }
        return Reply([outcome.line])
    }
}
