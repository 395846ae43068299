import Registry

/// A message as `sendmail` takes it (RFC 5322), in ASCII, its lines ended by LF.
struct MailMessage: Sendable, Equatable {
    var from: MailAddress
    var to: MailAddress
    /// The recipient's name.
    var name: String
    var subject: String
    var body: String
    /// What names it for ever: the same however often it is sent.
    var identity: String
    /// The moment at which it was made, in seconds since 1970.
    var made: Int64

    var text: String {
        """
        From: Licentia <\(from)>
        To: \(EncodedWord.phrase(name))
         <\(to)>
        Subject: \(EncodedWord.unstructured(subject))
        Date: \(Self.date(made))
        Message-ID: <\(identity)@\(from.domain)>
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        \(QuotedPrintable.text(body))

        """
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Tue, 30 Jun 2026 02:15:09 +0000`; the first of 1970 was a Thursday.
    static func date(_ moment: Int64) -> String {
        let seconds = max(0, moment)
        let day = CivilDate(dayNumber: Int32(clamping: seconds / 86_400))
        let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        let weekday = weekdays[Int(day.dayNumber) % 7]
        let (year, month, date) = day.components
        return "\(weekday), \(date) \(months[month - 1]) \(year) \(clock) +0000"
    }
}
