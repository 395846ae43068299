internal import Delivery
internal import Logging

extension Setting {
    /// Every setting, in the order of `--help`.
    package static let table = [
        state, listen, socket, database, timezone, nightly, maxSessions, sendmail, mailFrom,
        mailAdmin, hook, deliveryInterval, logLevel,
    ]

    private static let state = Setting(
        name: "state", placeholder: "DIR",
        summary: "The folder of the lock, the socket and the embedded database.",
        want: "the path of a folder",
        apply: { text, facts, settings throws(SettingFault) in
            settings.state = facts.absolute(try path(text))
        },
        show: { $0.state })

    private static let listen = Setting(
        name: "listen", placeholder: "HOST:PORT|off",
        summary: "Where TCP is listened on; loopback only, for it is not encrypted.",
        want: "HOST:PORT on loopback such as 127.0.0.1:7432 or [::1]:7432, or off",
        apply: { text, _, settings throws(SettingFault) in
            settings.listen = text == "off" ? nil : try ListenAddress(text)
        },
        show: { $0.listen?.description ?? "off" })

    private static let socket = Setting(
        name: "socket", placeholder: "PATH",
        summary: "The Unix socket; run/licentiad.sock in the state folder unless given.",
        want: "the path of a Unix socket",
        apply: { text, facts, settings throws(SettingFault) in
            settings.socket = facts.absolute(try path(text))
        },
        show: { $0.socket })

    private static let database = Setting(
        name: "database", placeholder: "DSN",
        summary: "A PostgreSQL database; the daemon keeps one of its own unless given.",
        want: "a libpq connection string, such as postgresql://user@host/name or "
            + "\"host=/run/postgresql dbname=licentia\"",
        isSecret: true,
        apply: { text, _, settings throws(SettingFault) in
            guard let database = ConnectionString(text) else { throw .malformed }
            settings.database = database
        },
        show: { $0.database?.redacted ?? "embedded" })

    private static let timezone = Setting(
        name: "timezone", placeholder: "ZONE",
        summary: "The registry's time zone: what day it is, and when the night falls.",
        want: "an IANA time zone name, such as Europe/Dublin or UTC",
        apply: { text, _, settings throws(SettingFault) in
            guard let zone = RegistryZone(text) else { throw .malformed }
            settings.timezone = zone
        },
        show: { $0.timezone.name })

    private static let nightly = Setting(
        name: "nightly", placeholder: "HH:MM|off",
        summary: "When the expiry run is due, in that zone; off runs nothing by itself.",
        want: "a time from 00:00 to 23:59, or off",
        apply: { text, _, settings throws(SettingFault) in
            guard text != "off" else {
                settings.nightly = nil
                return
            }
            guard let time = NightlyTime(text) else { throw .malformed }
            settings.nightly = time
        },
        show: { $0.nightly?.text ?? "off" })

    private static let maxSessions = Setting(
        name: "max-sessions", placeholder: "N",
        summary: "Sessions open at once, over all listeners.",
        want: "a whole number from \(DaemonLimits.maxSessions.lowerBound) to "
            + "\(DaemonLimits.maxSessions.upperBound)",
        isNumber: true,
        apply: { text, _, settings throws(SettingFault) in
            settings.maxSessions = try number(text, in: DaemonLimits.maxSessions)
        },
        show: { String($0.maxSessions) })

    private static let sendmail = Setting(
        name: "sendmail", placeholder: "PATH|off",
        summary: "The program that mail is handed to, such as /usr/sbin/sendmail.",
        want: "the path of a program that is called as sendmail is, or off",
        apply: { text, facts, settings throws(SettingFault) in
            settings.sendmail = try program(text, facts)
        },
        show: { $0.sendmail ?? "off" })

    private static let mailFrom = Setting(
        name: "mail-from", placeholder: "ADDRESS",
        summary: "Who mail is from; needed with --sendmail.",
        want: wantedAddress,
        apply: { text, _, settings throws(SettingFault) in
            settings.mailFrom = try address(text)
        },
        show: { $0.mailFrom?.description ?? "none" })

    private static let mailAdmin = Setting(
        name: "mail-admin", placeholder: "ADDRESS",
        summary: "Who gets notices for which no organisation has a contact.",
        want: wantedAddress,
        apply: { text, _, settings throws(SettingFault) in
            settings.mailAdmin = try address(text)
        },
        show: { $0.mailAdmin?.description ?? "none" })

    private static let hook = Setting(
        name: "hook", placeholder: "PATH|off",
        summary: "A program that gets each notice as JSON on standard input.",
        want: "the path of a program, or off",
        apply: { text, facts, settings throws(SettingFault) in
            settings.hook = try program(text, facts)
        },
        show: { $0.hook ?? "off" })

    private static let deliveryInterval = Setting(
        name: "delivery-interval", placeholder: "SECONDS",
        summary: "How often it is looked for what is to be delivered.",
        want: "a whole number of seconds from \(DaemonLimits.deliveryInterval.lowerBound) to "
            + "\(DaemonLimits.deliveryInterval.upperBound)",
        isNumber: true,
        apply: { text, _, settings throws(SettingFault) in
            settings.deliveryInterval = try number(text, in: DaemonLimits.deliveryInterval)
        },
        show: { String($0.deliveryInterval) })

    private static let logLevel = Setting(
        name: "log-level", placeholder: "LEVEL",
        summary: "The least urgent records that standard error gets.",
        want: "one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))",
        apply: { text, _, settings throws(SettingFault) in
            guard let level = Logger.Level(rawValue: text) else { throw .malformed }
            settings.logLevel = level
        },
        show: { $0.logLevel.rawValue })

    private static let wantedAddress = "an e-mail address in ASCII, such as licentia@example.org"

    private static func address(_ text: String) throws(SettingFault) -> MailAddress {
        guard let address = MailAddress(text) else { throw .malformed }
        return address
    }

    /// The program at this path; none for `off`.
    private static func program(
        _ text: String, _ facts: ProcessFacts
    ) throws(SettingFault) -> String? {
        text == "off" ? nil : facts.absolute(try path(text))
    }

    private static func number(
        _ text: String, in range: ClosedRange<Int>
    ) throws(SettingFault) -> Int {
        guard text.utf8.allSatisfy({ (48...57) ~= $0 }), let number = Int(text),
            range.contains(number)
        else { throw .malformed }
        return number
    }

    private static func path(_ text: String) throws(SettingFault) -> String {
        let holdsControl = text.utf8.contains { $0 < 0x20 || $0 == 0x7f }
        if holdsControl { throw .because("A path must not hold a control character.") }
        return text
    }
}
