package import AdminProtocol
package import Registry

/// What a command knows of the moment in which it is asked.
package struct Context: Sendable {
    /// The civil date in the registry's time zone.
    package let today: CivilDate
    package let account: Account
    package let request: Request
    /// Sends a data line at once, ahead of the reply: for long answers.
    package let send: @Sendable (DataLine) async throws -> Void
    /// What may be asked of the client while the request is under way.
    package let inbound: Inbound

    /// What a write does with the registry's rules.
    package var rules = RuleHandling.enforce
    /// The file that came with the request, where one did: it belongs to what `request=` repeats.
    package var fileDigest: String?

    package init(
        today: CivilDate, account: Account, request: Request, inbound: Inbound = .gone,
        send: @escaping @Sendable (DataLine) async throws -> Void
    ) {
        self.today = today
        self.account = account
        self.request = request
        self.send = send
        self.inbound = inbound
    }
}
