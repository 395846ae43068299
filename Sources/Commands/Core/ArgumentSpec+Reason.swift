import AdminProtocol

extension ArgumentSpec {
    /// `reason=` of a correction, which nobody makes without one: nothing is edited away.
    static let whyCorrected = ArgumentSpec(
        "reason", .text, isRequired: true, "why, kept in the event")
}
