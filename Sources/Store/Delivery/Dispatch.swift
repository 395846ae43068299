package import Registry

/// One message to one recipient, as it was taken for an attempt.
package struct Dispatch: Sendable, Equatable {
    package var number: Int64
    package var channel: Channel
    /// Whose contact gets the mail; nil: the administrators, or the hook.
    package var organisation: OrganisationID?
    /// The business date whose run made it.
    package var on: CivilDate
    /// Names the message, however often it is sent.
    package var message: String
    /// When it was made, in seconds since 1970.
    package var made: Int64
    /// Which attempt this is, from 1. Only whoever made the latest may say what came of it.
    package var attempt: Int

    package enum Channel: String, Sendable, CaseIterable {
        case mail, hook
    }

    /// How a message ends.
    package enum Outcome: String, Sendable {
        case delivered
        /// Nothing of it was left to tell.
        case moot
        /// Given up.
        case undeliverable
    }
}

/// What a message tells, as of the day on which it is sent.
package struct DispatchContent: Sendable {
    /// Those of its notices that are open, at most as many as asked for.
    package var notices: [NoticeRow]
    /// How many there are.
    package var count: Int
    /// The recipient's name and address; nil for the administrators and the hook.
    package var recipient: OrganisationRow?
    /// The names of the people and organisations in the notices.
    package var names: [Thing: String]
}
